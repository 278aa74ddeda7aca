"""The branch that is published, by what Git knows of the repository, and which merges say that they brought it."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from generator.reading.past.git import run
from generator.reading.past.trunk import subject

_MAINS = frozenset(("main", "master"))
_MAIN = f"(?:{'|'.join(sorted(_MAINS))})"
_PULLED = re.compile(rf"Merge branch '{_MAIN}' of (?P<origin>\S+)(?: into (?P<quote>'?)(?P<branch>[^\s']+)(?P=quote))?")
_FETCHED = re.compile(
    rf"Merge remote-tracking branch '(?P<remote>origin|upstream)/{_MAIN}'"
    r"(?: into (?P<quote>'?)(?P<branch>[^\s']+)(?P=quote))?"
)
_INTO_PROPOSAL = re.compile(rf"Merge branch '{_MAIN}' into (?P<quote>'?)(?!{_MAIN}\b)(?P<branch>[^\s']+)(?P=quote)")
_HEAD_OF_ADDRESS = re.compile(r"^(?:[a-z0-9+.-]+://[^/]*/|[^/:]+:)", re.IGNORECASE)
"""With a scheme, or as SSH writes it; a folder has none."""
_BRANCH = re.compile(r"refs/(?:heads|remotes/[^/]+)/(.+)")


class PublishedBranch(NamedTuple):
    """The branch that is published, as far as Git knows: the address that it is pulled from, and its name, or those
    that it may have."""

    origin: str = ""
    names: frozenset[str] = frozenset()

    def is_pulled_by(self, message: str) -> bool:
        """Whether the message of a merge says that it brought this branch into another.

        What is pulled from another address is a proposal, whatever its branch is called; so is what a forge merges, and
        what comes from `main` where that is a workshop, and another branch is published. What comes from `upstream` is
        the published branch in a proposal, where Git names that one, and not in a repository that publishes itself.
        """
        told = subject(message)
        found = _PULLED.fullmatch(told) or _FETCHED.fullmatch(told) or _INTO_PROPOSAL.fullmatch(told)
        if not found:
            return False
        into, where = found["branch"], found.groupdict()
        if into in self.names - _MAINS:
            return False
        if "origin" in where:
            return bool(self.origin) and _address(where["origin"]) == _address(self.origin)
        return where.get("remote", "origin") == "origin" or into not in {None, *self.names, *_MAINS}


def published_branch(folder: Path) -> PublishedBranch:
    """That of the repository that a folder lies in: the branch that is checked out, or any that holds a commit that is
    checked out without one, as the machines of a forge do."""

    def told(*arguments: str) -> str:
        return os.fsdecode(run(folder, *arguments).output or b"").strip()

    branch = told("symbolic-ref", "--short", "HEAD")
    names = {branch} if branch else set()
    if not names:
        held = told("for-each-ref", "--contains=HEAD", "--format=%(refname)", "refs/heads", "refs/remotes")
        names = {found[1] for line in held.splitlines() if (found := _BRANCH.fullmatch(line))} - {"HEAD"}
    return PublishedBranch(told("remote", "get-url", "--", "origin"), frozenset(names))


def _address(url: str) -> str:
    """The path of a repository, however its address is written: the same one has another name and port for SSH, and a
    name of one's own in its settings."""
    parts = _HEAD_OF_ADDRESS.sub("", url).split("/")
    return "/".join(filter(None, parts)).removesuffix(".git").casefold()
