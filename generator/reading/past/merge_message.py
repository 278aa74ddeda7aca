"""What the message of a merge says was merged: Git words it alike everywhere (`git fmt-merge-msg`), forges after it."""

import re
from typing import NamedTuple

from generator.reading.past.trunk import subject

HEAD = "HEAD"
"""What a remote calls its main branch, also where a merge names none."""
_MERGED = re.compile(
    r"Merge (?:branch '(?:(?P<owner>[^\s:/]+):)?(?P<branch>\S+?)'(?: of (?P<address>\S+))?"
    r"|remote-tracking branch '(?:(?:refs/)?remotes/)?(?P<remote>origin|upstream)(?:/(?P<tracked>\S+?))?'"
    r"|(?P<repository>[^\s']*[:/][^\s']*))"
    r"(?: into (?P<quote>'?)(?P<into>\S+?)(?P=quote))?"
)


class Merged(NamedTuple):
    """A branch, of the repository at an `address`, of a `remote`, of somebody's (`owner`), or of the own one; and the
    branch `into` which, empty where Git names none, for that is the main one. `is_proposal` is what GitLab merges."""

    branch: str
    into: str
    address: str
    remote: str
    owner: str
    is_proposal: bool


def merged(message: str) -> Merged | None:
    """What a message tells; `None` where it names no single branch."""
    found = _MERGED.fullmatch(subject(message))
    if not found:
        return None
    return Merged(
        found["branch"] or found["tracked"] or HEAD,
        found["into"] or "",
        found["address"] or found["repository"] or "",
        found["remote"] or "",
        found["owner"] or "",
        bool(found["quote"]),
    )
