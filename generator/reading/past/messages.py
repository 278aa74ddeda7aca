"""What the messages of commits say of reasons, for each commit of the published line.

A forge leaves the words of a proposal in many places: in the commit itself where it was rebased or squashed, in the
commits that a merge brought in, or in the merge. All of these belong to the one commit that published them.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from generator.model.history.reasons import Reason, reasons_in_message
from generator.reading.past.git import WalkFailed, walk
from generator.reading.past.repository import Repository
from generator.reading.past.trunk import NOWHERE, PublishedBranch, trunk
from generator.reading.past.unavailable import Unavailable, unreadable
from generator.reading.text import TextFile
from generator.reading.withheld import may_hold_withheld

Given: TypeAlias = Mapping[str, tuple[Reason, ...]]


def reasons_by_commit(
    folder: Path, head: str, *without: str, published: PublishedBranch = NOWHERE
) -> Given | Unavailable:
    """The reasons that came with each commit of the published line up to `head`, the commits that it merged included.

    What the commits `without` hold is left out. A commit that gives none is not named.
    """
    leaving = [f"^{commit}" for commit in without]
    form = ("-z", "--format=tformat:%H%x02%P%x02%B", "--no-color", "--no-notes")
    try:
        return _by_commit(walk(folder, "log", *form, head, *leaving, "--"), head, published)
    except WalkFailed as failed:
        return unreadable(failed.told, folder)


def _by_commit(entries: Iterable[str], head: str, published: PublishedBranch) -> Given:
    parents: dict[str, list[str]] = {}
    pulled: set[str] = set()
    given: dict[str, tuple[Reason, ...]] = {}
    for entry in entries:
        commit, first, rest = entry.partition("\x02")
        if not first:
            continue
        above, _, message = rest.encode("utf-8", "surrogateescape").decode("utf-8", "replace").partition("\x02")
        parents[commit] = above.split()
        if len(parents[commit]) == 2 and published.is_pulled_by(message):
            pulled.add(commit)
        if reasons := tuple(filter(_may_be_published, reasons_in_message(message))):
            given[commit] = reasons
    if not given:
        return {}
    seen: set[str] = set()
    found: dict[str, tuple[Reason, ...]] = {}
    stretches: list[tuple[int, list[str]]] = []
    for tip in trunk(head, parents, pulled):
        brought = _brought(tip.id, parents, seen)
        while stretches and stretches[-1][0] > tip.since:  # what came to the line beside it, also with this merge
            brought = stretches.pop()[1] + brought
        stretches.append((tip.since, brought))
        told_here = tuple(dict.fromkeys(reason for each in brought for reason in given.get(each, ())))
        if told_here:
            found[tip.id] = told_here
    return found


def _may_be_published(reason: Reason) -> bool:
    """Whether a reason holds nothing that no plan may hold: nobody has checked it."""
    return not may_hold_withheld([TextFile("", reason.text)])


def reasons_between(repository: Repository, earlier: str, later: str) -> tuple[Reason, ...] | Unavailable:
    """The reasons that the commits after one revision give, up to another or, where that is empty, to `HEAD`."""
    start, end = repository.commit(earlier or "HEAD"), repository.commit(later or "HEAD")
    if isinstance(start, Unavailable) or isinstance(end, Unavailable):
        return ()
    given = reasons_by_commit(repository.folder, end, start, published=repository.published)
    if isinstance(given, Unavailable):
        return given
    return tuple(dict.fromkeys(reason for each in given.values() for reason in each))


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
