"""Which commits were the tip of the published branch, one after the other.

A forge merges a proposal into that branch, so its tip is the first parent. Who has commits of their own and runs
`git pull` merges the other way round: the first parent is theirs, and the second one is what everybody saw. Only the
message tells, which Git words alike everywhere (`git fmt-merge-msg`). docs/decisions/git-is-the-memory.md
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_MAIN = r"(?:main|master)"
_PULLED = re.compile(rf"Merge branch '{_MAIN}' of (?P<origin>\S+)(?: into \S+)?")
_FETCHED = re.compile(rf"Merge remote-tracking branch '(?:origin|upstream)/{_MAIN}'(?: into \S+)?")
_INTO_PROPOSAL = re.compile(rf"Merge branch '{_MAIN}' into (?P<quote>'?)(?!{_MAIN}\b)(?P<branch>[^\s']+)(?P=quote)")
_LONGEST = 1_000
_HEAD_OF_ADDRESS = re.compile(r"^(?:[a-z0-9+.-]+://)?(?:[^@/]*@)?", re.IGNORECASE)


class PublishedBranch(NamedTuple):
    """The branch that is published, as far as Git knows: the address that it is pulled from, and its name."""

    origin: str = ""
    branch: str = ""

    def is_pulled_by(self, message: str) -> bool:
        """Whether the message of a merge says that it brought this branch into another.

        What is pulled from another address is a proposal, whatever its branch is called; so is what a forge merges.
        """
        subject = " ".join(message[:_LONGEST].partition("\n\n")[0].split("\n")).strip()
        if pulled := _PULLED.fullmatch(subject):
            return bool(self.origin) and _address(pulled["origin"]) == _address(self.origin)
        into = _INTO_PROPOSAL.fullmatch(subject)
        return bool(_FETCHED.fullmatch(subject)) or bool(into and into["branch"] != self.branch)


NOWHERE = PublishedBranch()
"""Where nothing is known of it."""


def tip_before(parents: Sequence[str], *, pulled: bool) -> str:
    """The parent of a commit that was the tip before it; empty for the first commit."""
    return parents[1] if pulled and len(parents) == 2 else next(iter(parents), "")


def trunk(head: str, tips: Mapping[str, str]) -> list[str]:
    """The tips up to `head`, the oldest first, each once; `tips` holds of each commit the one before it."""
    line: dict[str, None] = {}
    commit = head
    while commit in tips and commit not in line:
        line[commit] = None
        commit = tips[commit]
    return list(line)[::-1]


def _address(url: str) -> str:
    """The host and the path of a repository, however its address is written."""
    return _HEAD_OF_ADDRESS.sub("", url).replace(":", "/", 1).rstrip("/").removesuffix(".git").rstrip("/").casefold()
