"""Values of a plan as a page shows them, in the language of the site's frame.

An unknown or unrecorded value is always worded, never blank and never zero.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from generator.locale import Language, Message, say
from generator.locale.message import Argument
from generator.model.money import Total
from generator.model.regions import region
from generator.model.terms import Term
from generator.model.values import UNKNOWN, Quarter, WholeYear, YearRange
from generator.views.coverage import Filled

# Letters of Hebrew, Arabic and the scripts beside them in Unicode.
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_QUOTED = re.compile("`([^`]+)`")
_DIRECTION = Markup(' dir="auto"')

FILLED = {
    Filled.FULL: say("kondisi dan sasaran"),
    Filled.PARTIAL: say("sebagian"),
    Filled.UNKNOWN: say("tidak diketahui"),
    Filled.NOT_APPLICABLE: say("tidak berlaku"),
    Filled.EMPTY: say("belum diisi"),
}
"""What a section of the blueprint holds."""


_BACKTICK = "\0"  # stands for one of a plan's own, which no text of a plan can hold itself


def _with_own_backticks(message: Message) -> Message:
    """The message with the backticks in what it quotes put aside."""

    def aside(value: Argument) -> Argument:
        if isinstance(value, Message):
            return _with_own_backticks(value)
        return value.replace("`", _BACKTICK) if isinstance(value, str) else value

    return message._replace(arguments=tuple((name, aside(value)) for name, value in message.arguments))


class Wording:
    """Filters of the templates for one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._formats = language.formats
        self._of_type: dict[type, Callable[[Any], str]] = {
            bool: lambda value: language.gettext("ya") if value else language.gettext("tidak"),
            int: self._formats.number,
            Decimal: self._formats.number,
            date: self._formats.date,
            Quarter: self.quarter,
            WholeYear: str,
            YearRange: lambda years: f"{years.first}–{years.last}",
            Message: language.word,
        }

    def show(self, value: object) -> Markup | str:
        """Any value of a plan: unknown, term, number, date, quarter, flag or text."""
        if value is UNKNOWN:
            return self._unknown("tidak diketahui")
        if value is None:
            return self._unknown("belum tercatat")
        if isinstance(value, Term):
            return self._language.word(value.label)
        return self._of_type.get(type(value), str)(value)

    def own(self, value: object) -> Markup | str:
        """Words of the plan itself; marked as Indonesian where the frame speaks another language, and kept apart from
        the words around them where they are written from right to left.

        A required text (a name) may be `tidak_diketahui` as well, though its field has no value for it.
        """
        if not isinstance(value, str):
            return self.show(value)
        if value == UNKNOWN.value:
            return self.show(UNKNOWN)
        is_turned = _FROM_THE_RIGHT.search(value) is not None
        if self._language.code == "id":
            return Markup("<bdi>{}</bdi>").format(value) if is_turned else value
        return Markup('<span lang="id"{}>{}</span>').format(_DIRECTION if is_turned else "", value)

    def place_name(self, written: str) -> Markup | str:
        """A place: the region that a code names with the code, else as the plan writes it."""
        found = region(written)
        return self.own(f"{found.name} ({written})" if found else written)

    def plain(self, value: object) -> str:
        """`show` as text without markup, for titles and sentences."""
        shown = self.show(value)
        return shown.striptags() if isinstance(shown, Markup) else shown

    def year(self, value: object) -> Markup | str:
        """A year, which is never grouped: `2026`."""
        return str(value) if isinstance(value, int) else self.show(value)

    def plain_year(self, value: object) -> str:
        """`year` as text without markup."""
        return str(value) if isinstance(value, int) else self.plain(value)

    def rupiah(self, amount: object) -> Markup | str:
        """One amount in full."""
        return self._formats.rupiah(amount) if isinstance(amount, int) else self.show(amount)

    def rupiah_short(self, amount: int) -> str:
        """An amount to three figures."""
        return self._formats.rupiah_short(amount)

    def total(self, value: Total) -> Markup | str:
        """A sum in full, with the number of amounts it lacks."""
        if value.is_empty:
            return self.show(None)
        if not value.known:
            return self._incomplete(value.missing)
        text = self._formats.rupiah(value.amount)
        return text if value.complete else Markup("{} {}").format(text, self._incomplete(value.missing))

    def total_short(self, value: Total) -> str:
        """A sum to three figures, as text; whoever shows it says beside it whether it is complete."""
        if not value.known:
            return self.plain(None if value.is_empty else UNKNOWN)
        return self._formats.rupiah_short(value.amount)

    def short(self, value: Total) -> Markup | str:
        """A sum to three figures, with a word where something is missing in it."""
        if not value.known:
            return self.show(None if value.is_empty else UNKNOWN)
        text = self._formats.rupiah_short(value.amount)
        return text if value.complete else Markup("{} {}").format(text, self._part())

    def millions(self, value: Total) -> Markup | str:
        """A sum in millions of rupiah, where the table tells the unit; a word where something is missing in it.

        Most combinations of such a table have no money: those say so quietly.
        """
        if value.is_empty:
            return Markup('<span class="none">{}</span>').format(self._language.gettext("tidak tercatat"))
        if not value.known:
            return self.show(UNKNOWN)
        text = self._formats.millions(value.amount)
        return text if value.complete else Markup("{} {}").format(text, self._part())

    def measured(self, value: float | None) -> str:
        """A count, or the median of counts: `42`, `12,5`; empty where there is none."""
        return "" if value is None else self._formats.number(Decimal(str(value)))

    def quarter(self, value: object) -> Markup | str:
        """`T2 2026`; a year of which no quarter is told, `2026`."""
        return self._formats.quarter(value.number, value.year) if type(value) is Quarter else self.show(value)

    def word(self, message: Message) -> str:
        """A message in the language of the frame."""
        return self._language.word(message)

    def said(self, message: Message) -> Markup | str:
        """A message as a reader sees it: what it quotes between backticks is code; a backtick of a plan's is not."""
        words = str(escape(self._language.word(_with_own_backticks(message))))
        return Markup(_QUOTED.sub(r"<code>\1</code>", words).replace(_BACKTICK, "`"))

    def with_code(self, text: str) -> Markup:
        """A text of ours that is not worded by a message: what stands between backticks is code."""
        return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(text))))

    def _unknown(self, words: str) -> Markup:
        return Markup(f'<span class="unknown">{escape(self._language.gettext(words))}</span>')

    def _part(self) -> Markup:
        return Markup('<span class="incomplete">{}</span>').format(self._language.gettext("belum lengkap"))

    def _incomplete(self, missing: int) -> Markup:
        words = self._language.ngettext(
            "belum lengkap: {jumlah} angka tidak diketahui", "belum lengkap: {jumlah} angka tidak diketahui", missing
        )
        return Markup('<span class="incomplete">{}</span>').format(escape(words.format(jumlah=missing)))
