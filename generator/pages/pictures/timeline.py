"""The time axis of a picture: quarters of equal width, years above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.values import Quarter

_NAME, _SHORT = 44, 23
"""Pixels that the name of a year takes, `2026` and `’26`, with the space around it."""

_APART = (1, 2, 5, 10, 20, 50)
"""Years from one that is named to the next."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year on the axis: its first pixel, its width, the quarters it shows, and its name.

    The name is `2026`, `’26` where every year has room for that only, or empty.
    """

    year: int
    x: int
    width: int
    quarters: tuple[tuple[int, int], ...]
    """(number of the quarter, x of its middle)."""
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`count` quarters from the one with ordinal `first`, each `step` px wide, from `left` on."""

    left: int
    step: int
    first: int
    count: int

    @classmethod
    def fitting(cls, quarters: Sequence[Quarter], left: int, room: int) -> "Timeline":
        """The widest axis of these consecutive quarters that fits `room` px; none makes an axis of one quarter."""
        count = max(1, len(quarters))
        first = quarters[0].ordinal if quarters else 0
        return cls(left, max(1, room // count), first, count)

    @property
    def right(self) -> int:
        return self.left + self.step * self.count

    def edge(self, ordinal: int) -> int:
        """The left edge of a quarter; what lies outside the axis is put on its end."""
        return self.left + self.step * min(max(ordinal - self.first, 0), self.count)

    def span(self, start: Quarter, end: Quarter) -> tuple[int, int]:
        """First and last pixel from the beginning of `start` to the end of `end`."""
        return self.edge(start.ordinal), self.edge(end.ordinal + 1)

    def day(self, day: date) -> int | None:
        """The pixel of a day, or `None` outside the axis."""
        quarter = Quarter.of(day)
        offset = quarter.ordinal - self.first
        if not 0 <= offset < self.count:
            return None
        length = (quarter.last_day - quarter.first_day).days + 1
        return self.left + round(self.step * (offset + (day - quarter.first_day).days / length))

    @property
    def years(self) -> tuple[Year, ...]:
        """The years of the axis; quarters, and every first, second, fifth … year, are named where there is room.

        Every year of twenty is named.
        """
        years: dict[int, list[int]] = {}
        for ordinal in range(self.first, self.first + self.count):
            years.setdefault(Quarter.at(ordinal).year, []).append(ordinal)
        is_short = _SHORT <= 4 * self.step < _NAME
        room = _SHORT if is_short else _NAME
        apart = next((each for each in _APART if each * 4 * self.step >= room), _APART[-1])

        def name(place: int, year: int, start: int) -> str:
            if place % apart or self.right - start < room:
                return ""
            return f"’{year % 100:02}" if is_short else str(year)

        return tuple(
            Year(
                year,
                self.edge(ordinals[0]),
                self.step * len(ordinals),
                tuple((Quarter.at(one).number, self.edge(one) + self.step // 2) for one in ordinals)
                if self.step >= 18
                else (),
                name(place, year, self.edge(ordinals[0])),
            )
            for place, (year, ordinals) in enumerate(years.items())
        )

    def grid(self, height: int) -> tuple[str, str, str]:
        """Path data from 0 down to `height`: the ground of every other year, lines of years, lines of quarters."""
        bands = "".join(f"M{year.x} 0h{year.width}v{height}h-{year.width}z" for year in self.years[::2])
        years: list[str] = []
        quarters: list[str] = []
        for offset in range(self.count + 1):
            edge = (self.first + offset) % 4 == 0 or offset == self.count
            (years if edge else quarters).append(f"M{self.left + offset * self.step} 0v{height}")
        return bands, "".join(years), "".join(quarters)
