"""Numbers, rupiah and dates as a language writes them.

Babel knows the forms, but formatting through it costs some 20 microseconds a value, and a plan's
pages hold thousands: the names are asked of it once, the rest is string work.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale

_SHORT_UNITS = {
    "id": ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}


_QUARTER = {"id": "T", "en": "Q"}


class Formats:
    """The forms of one language; every method is a pure function of its value."""

    def __init__(self, code: str) -> None:
        locale = Locale.parse(code)
        symbols = locale.number_symbols["latn"]
        self._group = str(symbols["group"])
        self._decimal = str(symbols["decimal"])
        self._months = {number: str(name) for number, name in locale.months["format"]["wide"].items()}
        self._units = _SHORT_UNITS[code]
        self._quarter = _QUARTER[code]

    def number(self, value: int | Decimal) -> str:
        """`4088377` as `4.088.377`, `Decimal("3.50")` as `3,5`."""
        if isinstance(value, Decimal):
            value = value.normalize()
        text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
        whole, point, fraction = text.partition(".")
        return whole.replace(",", self._group) + (self._decimal + fraction if point else "")

    def rupiah(self, amount: int) -> str:
        """Whole rupiah in full: `Rp4.088.377.400`."""
        return f"-Rp{self.number(-amount)}" if amount < 0 else f"Rp{self.number(amount)}"

    def rupiah_short(self, amount: int) -> str:
        """Rupiah to three figures for headings and pictures: `Rp4,09 miliar`."""
        if amount < 0:
            return "-" + self.rupiah_short(-amount)
        for size, name in self._units:
            # 999.6 million is written 1 billion, and 999.4 million is not: rounding decides the unit.
            if amount * 2000 >= size * 1999:
                return f"Rp{self.number(_three_figures(Decimal(amount) / size))} {name}"
        return self.rupiah(amount)

    def millions(self, amount: int) -> str:
        """Rupiah in millions to one decimal, for columns under one unit: `4.088,4`; never 0 for what is not 0."""
        if amount < 0:
            return "-" + self.millions(-amount)
        tenths = (amount + 50_000) // 100_000
        if amount and not tenths:
            return f"<{self._tenths(1)}"
        return self._tenths(tenths)

    def _tenths(self, tenths: int) -> str:
        return f"{self.number(tenths // 10)}{self._decimal}{tenths % 10}"

    def size(self, octets: int) -> str:
        """A file's size in bytes, short: `812 B`, `4,2 kB`, `1,3 MB` (steps of 1,000)."""
        for unit, step in (("MB", 1_000_000), ("kB", 1_000)):
            if octets >= step:
                return f"{self.number(round(Decimal(octets) / step, 1))} {unit}"
        return f"{octets} B"

    def percent(self, share: Decimal | float) -> str:
        """A share of 1 in whole per cent: `42%`."""
        return f"{Decimal(str(share * 100)).quantize(Decimal(1), ROUND_HALF_UP)}%"

    def date(self, day: date) -> str:
        """`5 Juni 2026`."""
        return f"{day.day} {self._months[day.month]} {day.year}"

    def quarter(self, number: int, year: int) -> str:
        """A quarter: `T2 2026`, in English `Q2 2026`."""
        return f"{self._quarter}{number} {year}"

    def month(self, number: int) -> str:
        """The name of a month, 1 to 12."""
        return self._months[number]


def _three_figures(value: Decimal) -> Decimal:
    places = max(0, 3 - len(str(int(value))))
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
