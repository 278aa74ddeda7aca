"""One plan through time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from math import inf
from operator import attrgetter
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.steps import Commit


class PlanVersion(NamedTuple):
    """The files of a plan after a commit, the `number`th of the line; none when it was taken down."""

    commit: Commit
    number: int
    address: PlanAddress
    blobs: tuple[Blob, ...]


_NUMBER = attrgetter("number")
_MOST = 200
"""Versions that are looked at for who a plan was before."""


@dataclass(eq=False)
class Line:
    """One plan through time.

    `files` are its newest, also when it is gone, and `home` is where it stood before it `came` to the folder of another
    name. `is_new` is one that came from nowhere; `is_presumed` is one that was known by its place or by what it left,
    while it did not tell which institution it is of.
    """

    versions: list[PlanVersion] = field(default_factory=list)
    files: tuple[Blob, ...] = ()
    home: PlanAddress | None = None
    came: Commit | None = None
    is_new: bool = False
    is_presumed: bool = False
    _told: tuple[int, Identity | None] = (0, None)
    _here: tuple[PlanVersion, PlanVersion] | None = None  # the newest when that was asked, and the first
    _origin: tuple[PlanVersion, Identity | None] | None = None  # told when it came here

    @classmethod
    def of(cls, versions: Iterable[PlanVersion]) -> "Line":
        """A plan of these versions."""
        line = cls()
        for version in versions:
            line.stand(*version)
        return line

    def up_to(self, count: int) -> "Line":
        """This plan, of its first versions, the last of which has files. Costs what the others do."""
        here = self.address.institution
        if any(each.address.institution != here for each in self.versions[count - 1 :]):
            return Line.of(self.versions[:count])
        own, files = self.versions[:count], self.versions[count - 1].blobs
        return replace(self, versions=own, files=files, is_new=False, is_presumed=False, _told=(0, None), _here=None)

    def as_it_is(self) -> "Line":
        """This plan so far, whatever becomes of it."""
        return replace(self, versions=[*self.versions], is_new=False, is_presumed=False)

    @property
    def address(self) -> PlanAddress:
        return self.versions[-1].address

    def stand(self, commit: Commit, number: int, address: PlanAddress, files: tuple[Blob, ...]) -> None:
        """What stands after a commit; no files when it was taken down."""
        if self.versions and self.address.institution != address.institution:
            self.home, self.came = (self.address, commit) if files else (None, None)
        self.files = files or self.files
        if self.versions and self.versions[-1].number == number and not self.versions[-1].blobs:
            self.versions.pop()  # it left and came in one commit
        self.versions.append(PlanVersion(commit, number, address, files))

    def identity(self, identify: Identify) -> Identity | None:
        """The last that its files told: a plan that is taken down file by file tells none in the end."""
        seen, told = self._told
        newer = ((each.address, each.blobs) for each in reversed(self.versions[seen:]) if each.blobs)
        found = next(filter(None, (identify(*each) for each in newer)), told)
        self._told = len(self.versions), found
        return found

    def told_before(self, identify: Identify, number: int) -> Identity | None:
        """What it last told when a commit came: who takes the code of one that stands already goes on as nobody."""
        earlier = (each for each in reversed(self.versions) if each.blobs and each.number < number)
        return next(filter(None, (identify(each.address, each.blobs) for each in earlier)), None)

    def last_told(self, told: Identity, identify: Identify, commit: Commit, within: timedelta) -> int:
        """How many of its versions are the first ones up to the last that told an identity, no longer than `within` a
        time before a commit; 0 where none did."""
        for count in range(len(self.versions), max(0, len(self.versions) - _MOST), -1):
            version = self.versions[count - 1]
            if version.blobs and identify(version.address, version.blobs) == told:
                return count
            if commit.time_between(version.commit) > within:
                break
        return 0

    def origin(self, identify: Identify) -> Identity | None:
        """What it last told where it stood before it came to the folder of another name."""
        if self.home is None:
            return None
        if self._origin is None or self._origin[0] is not self.came_here:
            there = (each for each in reversed(self.versions) if each.blobs and each.address == self.home)
            told = next(filter(None, (identify(each.address, each.blobs) for each in there)), None)
            self._origin = self.came_here, told
        return self._origin[1]

    @property
    def came_here(self) -> PlanVersion:
        """The first of the versions since it came to its folder, the last time."""
        found = newest = self.versions[-1]
        seen, first = self._here or (None, newest)
        for each in reversed(self.versions):
            if each.address.institution != newest.address.institution:
                break
            if each is seen:  # nothing is looked at twice
                found = first
                break
            found = each
        self._here = newest, found
        return found

    def stood_at(self, number: int) -> bool:
        """Whether it stood after a commit."""
        before = bisect_right(self.versions, number, key=_NUMBER)
        return before > 0 and bool(self.versions[before - 1].blobs)

    def had_beside_it(self, other: "Line") -> bool:
        """Whether another came to the folder in which this stood then."""
        came = other.versions[0]
        at = max(1, bisect_right(self.versions, came.number, key=_NUMBER))
        return self.versions[at - 1].address.institution == came.address.institution

    def stood_all_the_while(self, other: "Line") -> bool:
        """Whether this stood before another came and no shorter: of one institution, the other was a copy of it, which
        the code that stood twice kept from being published."""
        first, last = other.versions[0].number, other.versions[-1].number
        before, after = (bisect_right(self.versions, at, key=_NUMBER) for at in (first - 1, last - 1))
        return before > 0 and all(each.blobs for each in self.versions[before - 1 : after])

    def was_moved_piece_by_piece(self, since: int) -> bool:
        """Whether files left and nothing else was done to it since a commit."""
        steps = [pair for pair in pairwise(each for each in self.versions if each.blobs) if pair[1].number >= since]
        return bool(steps) and all(_ids(after) < _ids(before) for before, after in steps)

    def said_more_beside(self, other: "Line") -> bool:
        """Whether it said something of its own since another came, but that files were taken out."""
        first = other.versions[0]
        own = (each for each in self.versions if each.blobs and each.number >= first.number)
        said = any(each.number > first.number or _ids(each) != _ids(first) for each in own)
        return said and not self.was_moved_piece_by_piece(first.number)

    def go_on_as(self, other: "Line", *, both_published: bool) -> None:
        """This plan, which left last, went on as the other that had come before it could be known, with what that said
        alone. Where both were published while they stood beside each other, all that it said counts since it came."""
        first = other.versions[0].number
        if both_published and not self.was_moved_piece_by_piece(first):
            self.versions = [each for each in self.versions if each.number < first]
            for each in other.versions:
                self.stand(*each)
            self._told = (0, None)
            return
        left = self.versions.pop()
        already = [each for each in other.versions if each.number <= left.number]
        own = {each.number for each in (*self.versions, left)}
        alone = [each for each in already[:-1] if not self.stood_at(each.number) and each.number not in own]
        if self.was_moved_piece_by_piece(first):
            self.versions = [each for each in self.versions if each.number < first]
        if left.number < first:
            self.versions.append(left)
        self.versions = sorted((*self.versions, *alone), key=_NUMBER)
        for each in already[-1:]:
            self.stand(left.commit, left.number, each.address, each.blobs)
        for each in other.versions[len(already) :]:
            self.stand(*each)
        self._told = (0, None)

    def was_also(self, other: "Line") -> None:
        """This plan was the other while it was away: what that said then was published under its name."""
        told: list[PlanVersion] = []
        ends = (*(each.number for each in self.versions[1:]), inf)
        for version, until in zip(self.versions, ends, strict=True):
            told.append(version)
            if not version.blobs:
                first, end = (bisect_left(other.versions, at, key=_NUMBER) for at in (version.number, until))
                already, own = other.versions[max(0, first - 1) : first], other.versions[first:end]
                if own and own[0].number == version.number:
                    told.pop()
                elif already and already[0].blobs:  # what it was when this one left
                    told[-1] = already[0]._replace(commit=version.commit, number=version.number)
                told += own
        self.versions = told
        self._told = (0, None)


def _ids(version: PlanVersion) -> set[str]:
    return {blob.id for blob in version.blobs}
