"""Values of a plan inside a sentence, in plain text: unknown, not recorded, a term, a sum, a goal, a day."""

from datetime import date
from decimal import Decimal

from generator.locale import Language, say
from generator.model.address import PlanAddress
from generator.model.changes.shapes import MoneyShare, ProgressReport, TargetValue
from generator.model.description import Field
from generator.model.money import UNDIVIDED, Total
from generator.model.terms import Term
from generator.model.value_type import ValueType
from generator.model.values import UNKNOWN, Quarter, WholeYear, YearRange

_LONGEST_TEXT = 160


def period(address: PlanAddress) -> str:
    """The years of a plan, `2025–2029`."""
    start, end = address.years
    return f"{start}–{end}"


class Told:
    """Values in one language."""

    def __init__(self, language: Language) -> None:
        self._word = language.word
        self._formats = language.formats

    def value(self, value: object) -> str:
        """Any value."""
        match value:
            case None | ():
                return self._word(say("belum tercatat"))
            case _ if value is UNKNOWN:
                return self._word(say("tidak diketahui"))
            case _ if value is UNDIVIDED:
                return self._word(say("belum dibagi per tahun"))
            case Term():
                return self._word(value.label)
            case bool():
                return self._word(say("ya") if value else say("tidak"))
            case WholeYear():
                return str(value)
            case Quarter():  # as the pages write it
                return self._formats.quarter(value.number, value.year)
            case YearRange():
                return f"{value.first}–{value.last}"
            case Total():
                return self.total(value)
            case TargetValue():
                return self.value(value.value)
            case MoneyShare():
                return f"{self.value(value.of)} {self.total(value.money)}"
            case Decimal():
                return self._formats.number(value)
            case date():
                return self._formats.date(value)
            case tuple() if not hasattr(value, "_fields"):
                return ", ".join(map(self.value, value))
        return shortened(str(value))

    def of(self, field: Field | None, value: object) -> str:
        """A value of a field: a text in quotation marks, an amount as rupiah."""
        if field is not None and value is not UNKNOWN and value not in (None, ()):
            if field.value_type in (ValueType.TEXT, ValueType.MARKDOWN) and type(value) is str:
                return f"“{self.value(value)}”"
            if field.value_type is ValueType.RUPIAH and isinstance(value, int):
                return self._formats.rupiah(value)
            if field.value_type is ValueType.PERCENT:
                return f"{value}%"
        return self.value(value)

    def total(self, money: Total) -> str:
        """A sum, with a word where something is missing in it."""
        if money.is_empty:
            return self._word(say("belum ada anggaran tercatat"))
        if not money.known:
            return self._word(say("jumlah tidak diketahui"))
        amount = self._formats.rupiah(money.amount)
        return amount if money.complete else self._word(say("{jumlah} (belum lengkap)", jumlah=amount))

    def report(self, report: ProgressReport) -> str:
        """`40% (5 Juni 2026)`."""
        percent = f"{report.percent}%" if isinstance(report.percent, int) else self.value(report.percent)
        return f"{percent} ({self.value(report.day)})"

    def goal(self, goal: TargetValue | None) -> str:
        """`6 (2027)`."""
        if goal is None:
            return self.value(None)
        year = goal.year if isinstance(goal.year, int) else self._word(say("tahun tidak tercatat"))
        return f"{self.value(goal.value)} ({year})"


def shortened(text: str, longest: int = _LONGEST_TEXT) -> str:
    """A text on one line, cut with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
