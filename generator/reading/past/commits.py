"""The commits that a revision was made from, read from their objects and no further than is needed.

Git itself unpacks a commit to its end to walk past it, and a few kilobytes can be gigabytes then: the message is
anybody's who proposes something. So the size of each is asked first, as of files and folders, of a large one the
beginning alone is taken, and of all together no more than `_MOST` bytes.
"""

import codecs
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from generator.model.history.reasons import MOST_CHARACTERS, Reason, may_give_reasons, reasons_in_message
from generator.reading.past.contents import ContentLost, Contents
from generator.reading.past.git import MEMORY
from generator.reading.past.published_branch import PublishedBranch
from generator.reading.past.trunk import parents_in, subject

_LONGEST = 1 << 18
"""Bytes that are looked at of a commit: more than a forge takes for a message, and some thousand parents."""
_MOST = 1 << 29
"""Bytes of all commits: Git unpacks them in some seconds, and half a million usual ones have fewer."""

_TREE, _PARENT = (re.compile(rf"{name} ([0-9a-fA-F]{{40}}(?:[0-9a-fA-F]{{24}})?)") for name in ("tree", "parent"))
"""Git reads capitals as small letters."""
_PARENTS = re.compile(r"(?:parent [^\n]*\n)*")
_MOST_PARENTS = 200
"""Parents of a commit that are followed; nobody merges so many at once."""
_WHEN = re.compile(r"> *([0-9]{1,19}) ([+-][0-9]{1,9})")
_ENCODING = re.compile(r"utf-?8|us-ascii|latin-?1|iso-?8859-[0-9]{1,2}|(?:windows-|cp)125[0-9]", re.ASCII)


_too_large: set[str] = set()
"""Commits of which this process found once that too much is behind them."""


class CommitsTooLarge(Exception):
    """The commits hold more than anybody writes."""


class CommitObject(NamedTuple):
    """What is known of a commit: its tree, its committer's date as Git writes it raw, its parents, and of its message
    the subject, shortened, and all of one that may give reasons, packed: what is read of a thousand messages would fill
    the memory."""

    tree: str
    date: str
    parents: tuple[str, ...]
    subject: str
    packed: bytes

    @property
    def message(self) -> str:
        """What is read of its message, where it may give reasons."""
        return zlib.decompress(self.packed).decode() if self.packed else ""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those that its message gives."""
        return reasons_in_message(self.message)


def commits_behind(contents: Contents, head: str, *, is_shallow: bool) -> dict[str, CommitObject]:
    """A commit and all that it was made from, by id, itself first. Where a clone `is_shallow`, parents may be lacking.
    Raises `ContentLost` and `CommitsTooLarge`."""
    if head in _too_large:
        raise CommitsTooLarge
    found: dict[str, CommitObject] = {}
    waiting, left = [head], _MOST
    while waiting:
        id = waiting.pop()
        if id in found:
            continue
        size = contents.size(id)
        if size is None:
            if is_shallow and found:
                continue
            raise ContentLost
        left -= size
        if left < 0 or size > MEMORY:
            _too_large.add(head)
            raise CommitsTooLarge
        found[id] = _read(contents.beginning(id, _LONGEST))
        waiting += reversed(found[id].parents)
    return found


def pulled(commits: Mapping[str, CommitObject], published: PublishedBranch) -> set[str]:
    """The merges of two that say that the second one was the tip of the published branch."""
    twos = ((id, commit) for id, commit in commits.items() if len(commit.parents) == 2)
    return {id for id, commit in twos if published.is_pulled_by(commit.subject)}


def parents(commits: Mapping[str, CommitObject]) -> dict[str, tuple[str, ...]]:
    """Those of each."""
    return {id: commit.parents for id, commit in commits.items()}


def line(commits: Mapping[str, CommitObject]) -> Iterator[tuple[str, CommitObject]]:
    """The first of the commits, its first parent, and so on, the newest first."""
    seen: set[str] = set()
    each = next(iter(commits), "")
    while each in commits and each not in seen:
        seen.add(each)
        yield each, commits[each]
        each = next(iter(commits[each].parents), "")


def _read(content: bytes) -> CommitObject:
    """As Git reads it: the tree is in the first line, and parents are the lines behind it. Raises `ContentLost` where
    it is no commit."""
    head, _, body = content.partition(b"\0")[0].partition(b"\n\n")
    first, _, others = f"{head.decode('utf-8', 'replace')}\n".partition("\n")
    above = _PARENTS.match(others)
    assert above, "there may be none"
    every = above[0].split("\n", _MOST_PARENTS)[:-1]
    tree, named = _TREE.fullmatch(first), [_PARENT.fullmatch(each) for each in every]
    ids = [found[1].lower() for found in named if found]
    if not tree or len(ids) < len(named):
        raise ContentLost
    rest = f"\n{others[above.end() :]}"
    committer, encoding = _field(rest, rest.rfind("\ncommitter ")), _field(rest, rest.find("\nencoding "))
    message = body.decode(_encoding(encoding), "replace").lstrip("\n")
    return CommitObject(
        tree[1].lower(),
        _date(committer),
        tuple(parents_in(" ".join(ids))),
        subject(message),
        zlib.compress(message[:MOST_CHARACTERS].encode(), 1) if may_give_reasons(message) else b"",
    )


def _field(head: str, place: int) -> str:
    """What the line says that begins after a place; empty where there is none. A head may have a hundred thousand, so
    they are not taken apart."""
    return "" if place < 0 else head[place + 1 : head.index("\n", place + 1)].partition(" ")[2]


def _date(committer: str) -> str:
    found = _WHEN.search(committer, max(0, committer.rfind(">")))
    return f"{int(found[1])} {int(found[2]):+05d}" if found else ""


def _encoding(told: str) -> str:
    """Some name of Git for a way to write letters, and UTF-8 for what it does not know."""
    if _ENCODING.fullmatch(told.lower()):
        with suppress(LookupError):
            return codecs.lookup(told).name
    return "utf-8"
