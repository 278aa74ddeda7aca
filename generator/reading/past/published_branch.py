"""The branch that is published, by what Git knows of the repository, and which merges say that they brought it."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.reading.past.git import run
from generator.reading.past.trunk import subject

_HEAD = "HEAD"
"""What a remote calls its main branch, also where a merge names none: that is the published one."""
_MAINS = frozenset(("main", "master"))
"""What Git and forges call the main branch where nobody says otherwise; many a repository had first one, then the
other."""
_MERGED = re.compile(
    r"Merge (?:branch '(?:(?P<owner>[^\s:/]+):)?(?P<branch>\S+?)'(?: of (?P<address>\S+))?"
    r"|remote-tracking branch '(?:(?:refs/)?remotes/)?(?P<remote>origin|upstream)(?:/(?P<tracked>\S+?))?'"
    r"|(?P<repository>[^\s']*[:/][^\s']*))"
    r"(?: into (?P<quote>'?)(?P<into>\S+?)(?P=quote))?"
)
"""As Git words it, and forges after it. The second name stands in quotes where GitLab merges a proposal."""
_ADDRESS = re.compile(
    r"(?:[a-z0-9+.-]+://(?:[^/@]*@)?(?P<host>[^/:@]*)(?::[^/]*)?/|(?:[^/@:]*@)?(?P<alias>[^/:@]+):)?(?P<path>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""With a scheme, or as SSH writes it; a folder has no host."""
_OF_A_FORGE = frozenset(("scm", "_git", "v3"))
"""Parts of a path that a repository has by one way and not by another: Bitbucket's and Azure's."""
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
        found = _MERGED.fullmatch(subject(message))
        if not found:
            return False
        branch, into = found["branch"] or found["tracked"] or _HEAD, found["into"]
        published = _MAINS if self.names <= _MAINS else self.names
        is_there = into in published
        if is_there and (found["quote"] or not (branch in {into, _HEAD} or {branch, into} <= _MAINS)):
            return False
        return branch in published | _MAINS | {_HEAD} and self._is_here(found, is_elsewhere=bool(into) and not is_there)

    def _is_here(self, merged: re.Match[str], *, is_elsewhere: bool) -> bool:
        """Whether a branch that was merged, into one `is_elsewhere` or not, is of this repository."""
        origin = _address(self.origin)
        if address := merged["address"] or merged["repository"]:
            return bool(origin.path) and origin.is_that_of(_address(address))
        if merged["owner"]:
            return bool(merged["into"]) and origin.path.startswith(f"{merged['owner'].casefold()}/")
        return merged["remote"] == "origin" or (bool(merged["into"]) and (is_elsewhere or not merged["remote"]))


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
    names = set(map(_name, held.splitlines())) - {_HEAD, ""}
    known = [{each} for each in likely if each]
    return next((names & some for some in (*known, _MAINS) if names & some), names or next(iter(known), set()))


def _name(reference: str) -> str:
    found = _BRANCH.fullmatch(reference)
    return found[1] if found else ""


def _told(folder: Path, *arguments: str) -> str:
    return os.fsdecode(run(folder, *arguments).output or b"").strip()


class _Address(NamedTuple):
    """Where a repository is, without who asks for it, and how."""

    host: str
    path: str

    def is_that_of(self, other: "_Address") -> bool:
        """Whether the same repository may have both: it has another host for SSH, or a name of one's own in its
        settings, which is no address (`kantor`, `github.com-kantor`)."""
        if self.path != other.path:
            return False
        short, long = sorted((self.host, other.host), key=len)
        return short == long or "." not in short or long.endswith(f".{short}") or _is_alias(long, short)


def _is_alias(name: str, host: str) -> bool:
    return name.startswith(f"{host}-") and "." not in name.removeprefix(host)


def _address(url: str) -> _Address:
    found = _ADDRESS.fullmatch(url)
    assert found, "everything is a path"
    parts = (part for part in found["path"].split("/") if part and part not in _OF_A_FORGE)
    host = found["host"] or found["alias"] or ""
    return _Address(host.casefold(), "/".join(parts).removesuffix(".git").casefold())
