"""The branch that is published, by what Git knows of the repository, and which merges say that they brought it."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.reading.past.git import run
from generator.reading.past.merge_message import HEAD, Merged, merged
from generator.reading.past.repository_address import RepositoryAddress

_MAINS = frozenset(("main", "master"))
"""What Git and forges call the main branch where nobody says otherwise; many a repository had first one, then the
other."""
_BRANCH = re.compile(r"refs/(?:heads|remotes/[^/]+)/(.+)")


class BranchTold(NamedTuple):
    """What others tell of the branch: the one that a CI says it has `built`, or that would be changed by what it
    builds, and the one that the repository's settings have `named`; empty where they do not."""

    built: str = ""
    named: str = ""


UNTOLD = BranchTold()


class PublishedBranch(NamedTuple):
    """The branch that is published, as far as Git knows: the address that it is pulled from, and its name, or those
    that it may have."""

    origin: str = ""
    names: frozenset[str] = frozenset()

    def is_pulled_by(self, message: str) -> bool:
        """Whether the message of a merge says that it brought this branch into another, or into a copy of itself.

        What is pulled from another address is a proposal, whatever its branch is called; so is what a forge merges, and
        what comes from `main` where that is a workshop, and another branch is published. What comes from `upstream` is
        the published branch in a proposal, where Git names that one, and not in a repository that publishes itself.
        """
        found = merged(message)
        if not found:
            return False
        published = _MAINS if self.names <= _MAINS else self.names
        if found.into in published:
            is_itself = found.branch in {found.into, HEAD} or {found.branch, found.into} <= _MAINS
            return is_itself and not found.is_proposal and self._is_here(found)
        return found.branch in published | _MAINS | {HEAD} and self._is_here(found, is_elsewhere=bool(found.into))

    def _is_here(self, found: Merged, *, is_elsewhere: bool = False) -> bool:
        """Whether what was merged, into a branch `is_elsewhere` or not, is of this repository."""
        origin = RepositoryAddress.of(self.origin)
        if found.address:
            return origin.is_that_of(RepositoryAddress.of(found.address))
        if found.remote:
            return found.remote == "origin" or is_elsewhere
        return bool(found.into) and (not found.owner or origin.is_owned_by(found.owner))


def published_branch(folder: Path, told: BranchTold = UNTOLD) -> PublishedBranch:
    """That of the repository that a folder lies in: the branch that is checked out. On the machines of a forge a commit
    is: there the one that its CI tells, else one that holds the commit.
    """
    remote = remote_name(folder)
    branch = checked_out(folder) or told.built
    names = {branch} if branch else _holding(folder, [told.named, main_of(folder, remote)])
    address = _told(folder, "remote", "get-url", "--", remote) if remote else ""
    return PublishedBranch(address, frozenset(names))


def remote_name(folder: Path) -> str:
    """The remote that a repository is published from: `origin`, else the only one; empty where there is none."""
    names = _told(folder, "remote").splitlines()
    return "origin" if "origin" in names else names[0] if len(names) == 1 else ""


def checked_out(folder: Path) -> str:
    """The branch that is checked out, whether it has a commit or not; empty where a commit is."""
    return _name(_told(folder, "symbolic-ref", "HEAD"))


def main_of(folder: Path, remote: str) -> str:
    """The branch that a remote calls its main one; empty where that is not known."""
    return _name(_told(folder, "symbolic-ref", f"refs/remotes/{remote}/HEAD"))


def branch_named(folder: Path, revision: str) -> str:
    """The branch that a revision names, here or of a remote; empty where it names a commit."""
    return _name(_told(folder, "rev-parse", "--symbolic-full-name", revision))


def _holding(folder: Path, likely: Sequence[str]) -> set[str]:
    """The branches that hold the commit that is checked out, and only the most `likely` one if it is among them:
    anybody may have put a branch of theirs there."""
    held = _told(folder, "for-each-ref", "--contains=HEAD", "--format=%(refname)", "refs/heads", "refs/remotes")
    names = set(map(_name, held.splitlines())) - {HEAD, ""}
    known = [{each} for each in likely if each]
    return next((names & some for some in (*known, _MAINS) if names & some), names or next(iter(known), set()))


def _name(reference: str) -> str:
    found = _BRANCH.fullmatch(reference)
    return found[1] if found else ""


def _told(folder: Path, *arguments: str) -> str:
    return os.fsdecode(run(folder, *arguments).output or b"").strip()
