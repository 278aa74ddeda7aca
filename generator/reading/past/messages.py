"""What the messages of commits say of reasons, for each commit of the published line.

A forge leaves the words of a proposal in many places: in the commit itself where it was rebased or squashed, in the
commits that a merge brought in, or in the merge. All of these belong to the one commit that published them, and each to
the plans that its own commit touched: a merge may bring what several institutions did.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.model.history.reasons import Reason, ReasonsGiven
from generator.reading.past.commits import CommitObject, parents, pulled
from generator.reading.past.folders import MOST_AT_ONCE
from generator.reading.past.repository import Repository
from generator.reading.past.steps import LARGEST
from generator.reading.past.touched import Touched
from generator.reading.past.trunk import trunk
from generator.reading.past.unavailable import Unavailable

Given: TypeAlias = Mapping[str, ReasonsGiven]

_Message: TypeAlias = tuple[tuple[Reason, ...], frozenset[PlanAddress]]

_MOST_OF_AN_INSTITUTION, _MOST_OF_ALL = 1 << 20, 1 << 24
"""Characters of the messages that are read for their reasons, of the plans of one institution and of all: some
thousand reasons, and some seconds. Equal messages pack to nothing in Git."""


class _Said(NamedTuple):
    """A commit that may give reasons, the one that published it, and the plans that it is about."""

    published: str
    commit: CommitObject
    plans: frozenset[PlanAddress]


def reasons_by_commit(repository: Repository, head: str, root: str) -> Given | Unavailable:
    """The reasons that came with each commit of the published line up to `head`, the commits that it merged included,
    about the plans below `root`. A commit that gives none is not named. Nobody has looked yet whether they may be
    published.
    """
    found = _messages(repository, root, head)
    return found if isinstance(found, Unavailable) else {id: ReasonsGiven.of(told) for id, told in found.items()}


def reasons_between(repository: Repository, earlier: str, later: str, root: str) -> ReasonsGiven | Unavailable:
    """The reasons that the commits after one revision give, up to another or, where that is empty, to `HEAD`; nobody
    has looked yet whether they may be published."""
    start, end = repository.commit(earlier or "HEAD"), repository.commit(later or "HEAD")
    if isinstance(start, Unavailable) or isinstance(end, Unavailable):
        return ReasonsGiven()
    before = repository.commits(start)
    found = before if isinstance(before, Unavailable) else _messages(repository, root, end, before)
    return found if isinstance(found, Unavailable) else ReasonsGiven.of(chain.from_iterable(found.values()))


def _messages(
    repository: Repository, root: str, head: str, without: Container[str] = ()
) -> dict[str, list[_Message]] | Unavailable:
    """The messages that give reasons and came with each commit of the line, as far as it is not one `without`."""
    path, every = repository.from_top(root), repository.commits(head)
    if isinstance(path, Unavailable):
        return path
    if isinstance(every, Unavailable):
        return every
    commits = {id: commit for id, commit in every.items() if id not in without}
    given = {id: commit for id, commit in commits.items() if commit.packed}
    if not given:
        return {}
    above, turned = parents(commits), pulled(commits, repository.published)
    before = {id: each[1 if id in turned else 0] if each else "" for id, each in above.items()}
    giving = ((published, [id for id in every if id in given]) for published, every in _came(head, above, turned))
    with repository.contents() as contents:
        touched = Touched(contents, path, MOST_AT_ONCE, LARGEST)
        told: dict[str, list[_Message]] = {}
        said = [each for id, own in giving if own for each in _about(id, own, given, before, touched)]
        for each in _within_bounds(said):
            if reasons := each.commit.reasons:
                told.setdefault(each.published, []).append((reasons, each.plans))
        return told


def _within_bounds(said: Sequence[_Said]) -> list[_Said]:
    """Those that are read, in order: what one commit published once, and the longest last where it is too much."""
    once: dict[tuple[str, bytes, frozenset[PlanAddress]], _Said] = {}
    for each in said:
        once.setdefault((each.published, each.commit.packed, each.plans), each)
    in_order = [*once.values()]
    left, of_each = _MOST_OF_ALL, Counter[str]()
    found: dict[int, _Said] = {}
    for length, place in sorted((len(each.commit.message), place) for place, each in enumerate(in_order)):
        of = in_order[place].plans
        plans = frozenset(plan for plan in of if of_each[plan.institution] + length <= _MOST_OF_AN_INSTITUTION)
        if plans and length <= left:
            left -= length
            of_each.update(dict.fromkeys((plan.institution for plan in plans), length))
            found[place] = in_order[place]._replace(plans=plans)
    return [found[place] for place in sorted(found)]


def _came(head: str, above: Mapping[str, Sequence[str]], turned: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Each commit of the line, with the commits that came to it with this one."""
    seen: set[str] = set()
    stretches: list[tuple[int, list[str]]] = []
    for tip in trunk(head, above, turned):
        brought = _brought(tip.id, above, seen)
        while stretches and stretches[-1][0] > tip.since:  # what came to the line beside it, also with this merge
            brought = stretches.pop()[1] + brought
        stretches.append((tip.since, brought))
        yield tip.id, brought


def _about(
    published: str,
    giving: list[str],
    given: Mapping[str, CommitObject],
    before: Mapping[str, str],
    touched: Touched,
) -> Iterator[_Said]:
    """What commits say that came with the `published` one, each about the plans that it touched; nothing about none.

    One that touched none, as where it was made for its message, is about what was published, if that is of one
    institution.
    """
    of_one: frozenset[PlanAddress] | None = None
    for commit in giving:
        plans = touched.plans(before[commit], commit)
        if not plans:
            if of_one is None:
                of_one = _of_one(touched.plans(before[published], published))
            plans = of_one
        if plans:
            yield _Said(published, given[commit], plans)


def _of_one(plans: frozenset[PlanAddress]) -> frozenset[PlanAddress]:
    """The plans, if they are one institution's."""
    return plans if len({plan.institution for plan in plans}) == 1 else frozenset()


def _brought(commit: str, above: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """The commits that came to the line with one of its commits: itself, and before it what it merged."""
    found, waiting = [commit], [*above[commit]]
    seen.add(commit)
    while waiting:
        each = waiting.pop()
        if each not in seen and each in above:
            seen.add(each)
            found.append(each)
            waiting += above[each]
    return found[::-1]
