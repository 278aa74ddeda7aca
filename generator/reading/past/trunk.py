"""Which commits were the tip of the published branch, one after the other.

A forge merges a proposal into that branch, so its tip is the first parent. Who has commits of their own and runs
`git pull` merges the other way round: the first parent is theirs, and the second one is what everybody saw. Only the
message tells, which Git words alike everywhere (`git fmt-merge-msg`), and anybody can write. So it chooses the order
alone: what the first parent went through is told as well, as it is where nobody pulled, but of no plan that was changed
on the other side meanwhile. docs/decisions/git-is-the-memory.md
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

_LONGEST = 1_000


def subject(message: str) -> str:
    """The first paragraph of a message in one line, shortened."""
    return " ".join(message[:_LONGEST].partition("\n\n")[0].split("\n")).strip()


def parents_in(text: str) -> list[str]:
    """The parents of a commit as Git lists them, each once, and each one text wherever it is named: a few kilobytes of
    a commit can name thousands."""
    return list(dict.fromkeys(map(intern, text.split())))


class Tip(NamedTuple):
    """A commit of the published line. It was made from the first `known` of those before it, and from all of them that
    have at least the place `since`.
    """

    id: str
    known: int
    since: int

    def was_made_from(self, place: int) -> bool:
        """Whether it was made from the tip at a place before it, as far as that can be told without a search."""
        return place < self.known or place >= self.since


@dataclass
class _Stretch:
    """Commits that are still to be told, the newest first, and what they were made from."""

    commits: list[str]
    since: int
    known: int = 0


def trunk(head: str, parents: Mapping[str, Sequence[str]], pulled: Collection[str]) -> list[Tip]:
    """The tips up to `head`, the oldest first, each once; `parents` are those of all commits, and `pulled` names the
    merges of two that say that the second one was the tip. Before such a merge stand those that the first parent went
    through since.
    """
    found: list[Tip] = []
    made_from: dict[str, int] = {}  # of each commit that was looked at, how many of the first tips it was made from
    taken: set[str] = set()

    def down_from(commit: str) -> list[str]:
        line = []
        while commit in parents and commit not in made_from and commit not in taken:
            taken.add(commit)
            line.append(commit)
            commit = parents[commit][1 if commit in pulled else 0] if parents[commit] else ""
        return line

    stretches = [_Stretch(down_from(head), 0)]
    while stretches:
        stretch = stretches[-1]
        if not stretch.commits:
            stretches.pop()
            continue
        commit = stretch.commits[-1]
        if commit in pulled and (beside := down_from(parents[commit][0])):
            stretches.append(_Stretch(beside, len(found)))
            continue
        stretch.commits.pop()
        _look_at(parents[commit], parents, made_from)
        stretch.known = max((stretch.known, *(made_from.get(each, 0) for each in parents[commit])))
        found.append(Tip(commit, stretch.known, stretch.since))
        if stretch.known >= stretch.since:
            stretch.known = len(found)
        made_from[commit] = stretch.known
    return found


def _look_at(commits: Sequence[str], parents: Mapping[str, Sequence[str]], made_from: dict[str, int]) -> None:
    """Note of commits and all that are behind them from how many tips they were made."""
    waiting = [each for each in commits if each in parents and each not in made_from]
    while waiting:
        each = waiting[-1]
        behind = parents[each]
        if each not in made_from:
            made_from[each] = 0
            waiting += [one for one in behind if one in parents and one not in made_from]
        else:
            waiting.pop()
            made_from[each] = max((made_from[each], *(made_from.get(one, 0) for one in behind)))
