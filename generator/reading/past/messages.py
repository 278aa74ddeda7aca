"""What the messages of commits say of reasons, for each commit of the published line.

A forge leaves the words of a proposal in many places: in the commit itself where it was rebased or squashed, in the
commits that a merge brought in, or in the merge. All of these belong to the one commit that published them, and each to
the plans that its own commit touched: a merge may bring what several institutions did.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from generator.model.address import PlanAddress
from generator.model.history.reasons import Reason, ReasonsGiven, reasons_in_message
from generator.reading.past.folders import MOST_AT_ONCE
from generator.reading.past.git import WalkFailed, walk
from generator.reading.past.repository import Repository
from generator.reading.past.touched import Touched
from generator.reading.past.trunk import parents_in, trunk
from generator.reading.past.unavailable import Unavailable, unreadable

Given: TypeAlias = Mapping[str, ReasonsGiven]

_Message: TypeAlias = tuple[tuple[Reason, ...], frozenset[PlanAddress]]


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
    found = _messages(repository, root, end, f"^{start}")
    return found if isinstance(found, Unavailable) else ReasonsGiven.of(chain.from_iterable(found.values()))


def _messages(repository: Repository, root: str, head: str, *without: str) -> dict[str, list[_Message]] | Unavailable:
    """The messages that give reasons and came with each commit of the line, as far as it is not one `without`."""
    path = repository.from_top(root)
    if isinstance(path, Unavailable):
        return path
    form = ("-z", "--format=tformat:%H%x02%P%x02%B", "--no-color", "--no-notes")
    parents: dict[str, list[str]] = {}
    pulled: set[str] = set()
    given: dict[str, tuple[Reason, ...]] = {}
    try:
        for entry in walk(repository.folder, "log", *form, head, *without, "--"):
            commit, first, rest = entry.partition("\x02")
            if not first:
                continue
            above, _, message = rest.encode("utf-8", "surrogateescape").decode("utf-8", "replace").partition("\x02")
            parents[commit] = parents_in(above)
            if len(parents[commit]) == 2 and repository.published.is_pulled_by(message):
                pulled.add(commit)
            if reasons := reasons_in_message(message):
                given[commit] = reasons
    except WalkFailed as failed:
        return unreadable(failed.told, repository.folder)
    if not given:
        return {}
    before = {id: above[1 if id in pulled else 0] if above else "" for id, above in parents.items()}
    giving = ((published, [id for id in every if id in given]) for published, every in _came(head, parents, pulled))
    with repository.contents() as contents:
        touched = Touched(contents, path, MOST_AT_ONCE)
        return {id: list(_about(id, own, given, before, touched)) for id, own in giving if own}


def _came(head: str, parents: Mapping[str, list[str]], pulled: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Each commit of the line, with the commits that came to it with this one."""
    seen: set[str] = set()
    stretches: list[tuple[int, list[str]]] = []
    for tip in trunk(head, parents, pulled):
        brought = _brought(tip.id, parents, seen)
        while stretches and stretches[-1][0] > tip.since:  # what came to the line beside it, also with this merge
            brought = stretches.pop()[1] + brought
        stretches.append((tip.since, brought))
        yield tip.id, brought


def _about(
    published: str,
    giving: list[str],
    given: Mapping[str, tuple[Reason, ...]],
    before: Mapping[str, str],
    touched: Touched,
) -> Iterator[_Message]:
    """What commits say that came with the `published` one, each about the plans that it touched.

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
        yield given[commit], plans


def _of_one(plans: frozenset[PlanAddress]) -> frozenset[PlanAddress]:
    """The plans, if they are one institution's."""
    return plans if len({plan.institution for plan in plans}) == 1 else frozenset()


def _brought(commit: str, parents: Mapping[str, list[str]], seen: set[str]) -> list[str]:
    """The commits that came to the line with one of its commits: itself, and before it what it merged."""
    found, waiting = [commit], [*parents[commit]]
    seen.add(commit)
    while waiting:
        each = waiting.pop()
        if each not in seen and each in parents:
            seen.add(each)
            found.append(each)
            waiting += parents[each]
    return found[::-1]
