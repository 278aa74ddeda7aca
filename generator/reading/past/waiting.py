"""The plans that left their address: each is found again by what it bears.

What is looked at for a plan that comes does not grow with the past: of the plans that bear the same, the newest few.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.arrivals import Arrival
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identify, Identity
from generator.reading.past.lines import Line

_Sign: TypeAlias = tuple[str, ...]
_FEW = 32
"""More plans than an institution has at a time, even one that is renamed with all of them."""


class Waiting:
    """In the order in which they left."""

    def __init__(self, identify: Identify) -> None:
        self._identify = identify
        self._lines: dict[Line, tuple[_Sign, ...]] = {}
        self._unread: list[Line] = []  # their files are read when the first plan comes
        self._bearing: dict[_Sign, dict[Line, None]] = {}

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, line: object) -> bool:
        return line in self._lines

    def add(self, line: Line) -> None:
        """A plan that leaves."""
        self._lines[line] = ()
        self._unread.append(line)

    def remove(self, line: Line) -> None:
        """A plan that is found."""
        for sign in self._lines.pop(line):
            del self._bearing[sign][line]

    def nearness(self, address: PlanAddress, files: tuple[Blob, ...]) -> float:
        """How much of its years a plan of the very institution, under its code and name, has in common that waits;
        0 where none does."""
        if not self._lines:
            return 0
        self._read()
        own = self._identify(address, files)
        if own is None or not own.name:
            return 0
        under_its_code = self._bearing.get((_CODE, own.scheme, own.code), {})
        own_lines = (line for line in self._newest((_NAME, own.name)) if line in under_its_code)
        return max((address.overlap(line.address) for line in own_lines), default=0)

    def take(self, arrival: Arrival) -> Line | None:
        """The plan that a plan is which comes; it waits no longer."""
        if not self._lines:  # nothing can have come from elsewhere, and no file need be read
            return None
        self._read()
        found = arrival.best(self._sharing(arrival))
        if found:
            self.remove(found)
        return found

    def _sharing(self, arrival: Arrival) -> Counter[Line]:
        """Those that have something in common with a plan that comes, each with the number of the files."""
        shared: Counter[Line] = Counter()
        for sign in _signs(arrival.address, arrival.files, arrival.own):
            for line in self._newest(sign):
                shared[line] += sign[0] == _FILE
        if arrival.own is None and len(arrival.free) == 1:
            shared.update({line: 0 for line in islice(reversed(self._lines), 1) if line.address in arrival.free})
        return shared

    def _read(self) -> None:
        for line in self._unread:
            if line in self._lines:
                self._lines[line] = tuple(_signs(line.address, line.files, line.identity(self._identify)))
                for sign in self._lines[line]:
                    self._bearing.setdefault(sign, {})[line] = None
        self._unread.clear()

    def _newest(self, sign: _Sign) -> Iterator[Line]:
        """The newest lines that bear a sign; a file that many have tells none from the others."""
        bearing = self._bearing.get(sign, {})
        return islice(reversed(bearing), 0 if sign[0] == _FILE and len(bearing) > _FEW else _FEW)


_PLACE, _FILE, _CODE, _NAME, _PERIOD = "place", "file", "code", "name", "period"


def _signs(address: PlanAddress, files: tuple[Blob, ...], identity: Identity | None) -> Iterator[_Sign]:
    """By what a plan is known again, each once."""
    yield _PLACE, *address
    for content in dict.fromkeys(file.id for file in files):
        yield _FILE, content
    if identity:
        code = identity.scheme, identity.code
        yield _CODE, *code
        yield _PERIOD, *code, address.period
        if identity.name:
            yield _NAME, identity.name
