"""One plan through time, and those that stand nowhere for now: each is found again by what it bears.

What is looked at for a plan that comes does not grow with the past: of the plans that bear the same, the newest few.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.steps import Commit


class Identity(NamedTuple):
    """Scheme and code of an institution, and its name as well where no register gives the code: others may bear it."""

    scheme: str
    code: str
    name: str = ""

    def bears_code_of(self, other: "Identity") -> bool:
        """Whether the codes are the same."""
        return (self.scheme, self.code) == (other.scheme, other.code)


Identify: TypeAlias = Callable[[PlanAddress, tuple[Blob, ...]], Identity | None]
"""Reads the identity from a plan's files; `None` where they do not tell it."""

_Sign: TypeAlias = tuple[str, ...]
_FEW = 32
"""More plans than an institution has at a time, even one that is renamed with all of them."""


class PlanVersion(NamedTuple):
    """The files of a plan after a commit, the `number`th of the line; none when it was taken down."""

    commit: Commit
    number: int
    address: PlanAddress
    blobs: tuple[Blob, ...]


@dataclass(eq=False)
class Line:
    """One plan through time. `files` are its newest, also when it is gone."""

    versions: list[PlanVersion] = field(default_factory=list)
    files: tuple[Blob, ...] = ()

    @property
    def address(self) -> PlanAddress:
        return self.versions[-1].address


class Waiting:
    """The plans that left their address, in the order in which they did."""

    def __init__(self, identify: Identify) -> None:
        self._identify = identify
        self._lines: dict[Line, None] = {}
        self._unread: list[Line] = []  # their files are read when the first plan comes
        self._bearing: dict[_Sign, dict[Line, None]] = {}

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def __contains__(self, line: Line) -> bool:
        return line in self._lines

    def add(self, line: Line) -> None:
        """A plan that leaves."""
        self._lines[line] = None
        self._unread.append(line)

    def remove(self, line: Line) -> None:
        """A plan that is found; it must not have come to its new address yet."""
        del self._lines[line]
        for sign in self._signs_of(line):
            self._bearing.get(sign, {}).pop(line, None)

    def take(self, address: PlanAddress, files: tuple[Blob, ...], free: Container[PlanAddress]) -> Line | None:
        """The plan that stands at an address now and was elsewhere, or away, before; it waits no longer.

        `free` are the addresses that were left in the same commit.
        """
        if not self._lines:  # nothing can have come from elsewhere, and no file need be read
            return None
        for line in self._unread:
            if line in self._lines:
                for sign in self._signs_of(line):
                    self._bearing.setdefault(sign, {})[line] = None
        self._unread.clear()
        own = self._identify(address, files)
        shared: Counter[Line] = Counter()
        for sign in _signs(address, files, own):
            for line in self._newest(sign):
                shared[line] += sign[0] == _FILE

        def likeness(line: Line) -> tuple[int, ...]:
            years = address.years_in_common(line.address)
            return line.address == address, line.address in free, years, shared[line], line.versions[-1].number

        def fits(line: Line) -> bool:
            other = self._identify(line.address, line.files)
            if own is None or other is None:  # what cannot be read may still be the same, where it stands or by a file
                return True
            moved = line.address in free or line.address == address
            return own == other or (moved and own.bears_code_of(other))  # an institution that was given another name

        fitting = (line for line in shared if address.years_in_common(line.address) and fits(line))
        found = max(fitting, key=likeness, default=None)
        if found:
            self.remove(found)
        return found

    def _newest(self, sign: _Sign) -> Iterator[Line]:
        """The newest lines that bear a sign; a file that many have tells none from the others."""
        bearing = self._bearing.get(sign, {})
        return islice(reversed(bearing), 0 if sign[0] == _FILE and len(bearing) > _FEW else _FEW)

    def _signs_of(self, line: Line) -> Iterator[_Sign]:
        return _signs(line.address, line.files, self._identify(line.address, line.files))


_PLACE, _FILE, _INSTITUTION, _PERIOD = "place", "file", "institution", "period"


def _signs(address: PlanAddress, files: tuple[Blob, ...], identity: Identity | None) -> Iterator[_Sign]:
    """By what a plan is known again."""
    yield _PLACE, *address
    for content in dict.fromkeys(file.id for file in files):
        yield _FILE, content
    if identity:
        code = identity.scheme, identity.code
        yield _INSTITUTION, *code
        yield _PERIOD, *code, address.period
