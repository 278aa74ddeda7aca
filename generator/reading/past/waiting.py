"""The plans that left their address: each is found again by what it bears.

What is looked at for a plan that comes does not grow with the past: of the plans that bear the same, the newest few.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.bearers import Bearers
from generator.reading.past.contents import Blob
from generator.reading.past.lines import Identify, Identity, Line

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

    def take(
        self,
        address: PlanAddress,
        files: tuple[Blob, ...],
        free: Collection[PlanAddress],
        bearers: Bearers,
    ) -> Line | None:
        """The plan that stands at an address now and was elsewhere, or away, before; it waits no longer.

        `free` are the addresses that were left in the same commit. Who is another institution is another plan, but one
        that comes back to its own address may have mistyped its code, as one that never left; one whose files do not
        tell that goes on where it stood, or as the plan that left for it: one file is no sign, for all new plans begin
        with the same. What was a copy of another makes way for it. Nobody of another name goes on with what waits while
        a plan of either stands elsewhere, but where it was moved from now; nor does who is nearer to such a plan.
        """
        if not self._lines:  # nothing can have come from elsewhere, and no file need be read
            return None
        self._read()
        own = self._identify(address, files)
        shared: Counter[Line] = Counter()
        for sign in _signs(address, files, own):
            for line in self._newest(sign):
                shared[line] += sign[0] == _FILE
        if own is None and len(free) == 1:
            shared.update({line: 0 for line in islice(reversed(self._lines), 1) if line.address in free})

        def likeness(line: Line) -> _Likeness:
            years = address.overlap(line.address)
            other = line.identity(self._identify)
            here, moved = line.address == address, line.address in free and line.address.may_go_on_as(address)
            if not own or not other:
                # Who cannot tell what it is came back rather than that it was moved to where another stood.
                return _Likeness(0, 0, here, moved, years, shared[line], line.versions[-1].number)
            same: float = own.likeness(other)
            if same == 1 and moved and own.is_registered:
                same = 2.5  # a code that is moved says more than a name alone, and less than both
            return _Likeness(years, same, moved, here, years, shared[line], line.versions[-1].number)

        beside = partial(bearers.beside, address)

        def fits(line: Line) -> bool:
            other = line.identity(self._identify)
            moved = line.address in free
            if own is None or other is None:
                most = 2 * shared[line] >= len({file.id for file in line.files})
                left = moved and (most or len(free) == 1) and not (other and beside(other))
                return line.address.institution == address.institution or left
            back, years = line.address == address, address.overlap(line.address)
            if own.name != other.name and not back:
                here, there = address.institution, line.address.institution
                if beside(own, here) >= years or beside(other, *((here, there) if moved else (here,))):
                    return False
                if own.is_registered and not moved and beside(own.unnamed) > years:
                    return False  # rather a copy of that, or what it will be called
                if not moved and (beside(own, before=line) or (years < 1 and beside(own))):
                    return False  # the next plan of who is called so by now, or was all along
            if beside(own) > years or (beside(own) == years and not moved and not back):
                return False
            return own.is_that(other) or ((moved or back) and own.may_be(other))

        fitting = {line: likeness(line) for line in shared if address.years_in_common(line.address) and fits(line)}
        found = max(fitting, key=fitting.__getitem__, default=None)
        if found and own and own.is_registered:
            found = max(_originals(found, fitting, address), key=fitting.__getitem__, default=found)
        if found:
            self.remove(found)
        return found

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


class _Likeness(NamedTuple):
    """How much speaks for a plan that waits, the first before the next: of the plans of one institution the one of the
    nearest years, then what it tells of itself, where it was, its files, and that it left last."""

    years: float
    same: float
    place: bool
    other_place: bool
    anyway: float
    shared: int
    number: int


def _originals(found: Line, fitting: Mapping[Line, _Likeness], address: PlanAddress) -> Iterator[Line]:
    """Those of which a line was a copy, in another folder: by all that was told of it not less likely."""
    same = fitting[found].same
    for line, (_, how, *_) in fitting.items():
        if (
            line.address.institution != found.address.institution
            and (how >= same or (how and line.address == address))
            and line.address.years_in_common(address) >= found.address.years_in_common(address)
            and line.stood_all_the_while(found)
        ):
            yield line


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
