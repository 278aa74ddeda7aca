"""The difference as headings and lines of plain text, in the order both the terminal and a comment tell it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from generator.diagnostics import Finding
from generator.locale import Language, Message, say
from generator.model.address import PlanAddress
from generator.model.changes import Change, facts
from generator.model.money import Total
from generator.pages.words.changes import ChangeWords
from generator.pages.words.told import shortened
from generator.report.difference.result import Difference
from generator.report.wording import one_line

WORK_TREE = say("berkas di folder ini")

_LONGEST = 1_000
"""Characters of a line: a sum of a thousand shares hides nothing that comes after it."""

_Plan = TypeVar("_Plan", PlanAddress, str)
_Told = TypeVar("_Told", Change, Finding)


class OutlineLine(NamedTuple):
    """`subject` is what a line is about and `text` what is said of it; both come from plans."""

    subject: str
    text: str


class Outline:
    """Words for one difference."""

    def __init__(self, difference: Difference, words: Language) -> None:
        self._difference = difference
        self._words = words
        self._changes = ChangeWords(words)
        self._by_plan = _by_plan((change.plan, change) for change in difference.changes)
        self._new = _by_plan((finding.plan, finding) for finding in difference.new)
        self._gone = _by_plan((finding.plan, finding) for finding in difference.gone)

    def states(self) -> tuple[str, str]:
        """The names of the two states."""
        return self._state(self._difference.before), self._state(self._difference.after)

    def totals(self) -> Iterator[OutlineLine]:
        """What matters first: money, dates, activities, findings. Nothing that is zero."""
        difference = self._difference
        before, after = difference.money
        if before != after:
            yield self._line(say("Anggaran"), self._money(before, after))
        if difference.delays:
            yield self._line(say("Jadwal selesai"), self._dates(difference.delays))
        if reasons := [difference.reasons[each] for each in difference.changes if each in difference.reasons]:
            without = reasons.count(None)
            told = say("{jumlah}, {tanpa} di antaranya tanpa alasan", jumlah=len(reasons), tanpa=without)
            yield self._line(say("Janji yang berubah"), self.word(told) if without else str(len(reasons)))
        counts: tuple[tuple[Message, Callable[[], int]], ...] = (
            (say("Kegiatan ditambah"), lambda: difference.of_kind(facts.ActivityAdded)),
            (say("Kegiatan dihapus"), lambda: difference.of_kind(facts.ActivityRemoved)),
            (say("Rencana terbit"), lambda: difference.of_kind(facts.PlanPublished)),
            (say("Rencana dihapus"), lambda: difference.of_kind(facts.PlanRemoved)),
            (say("Temuan baru"), lambda: len(difference.new)),
            (say("Temuan yang hilang"), lambda: len(difference.gone)),
        )
        for label, count in counts:
            if number := count():
                yield self._line(label, str(number))

    def changes(self, plan: PlanAddress) -> Iterator[OutlineLine]:
        """What changed in a plan."""
        for change in self._by_plan.get(plan, ()):
            told = shortened(one_line(self._changes.told(change)), _LONGEST) + self._reason(change)
            yield OutlineLine(one_line(self._changes.subject(change)), told)

    def title(self, plan: PlanAddress, title: str) -> str:
        """The heading of a plan; of a draft it says that nothing in it is promised yet."""
        if plan in self._difference.drafts:
            return self.word(say("{judul}: perubahan rancangan", judul=one_line(title)))
        return one_line(title)

    def new(self, plan: PlanAddress) -> list[OutlineLine]:
        """Findings that the plan did not have before."""
        return [self._finding(finding) for finding in self._new.get(str(plan), ())]

    def gone(self, plan: PlanAddress) -> list[OutlineLine]:
        """Findings that the plan no longer has."""
        return [self._finding(finding) for finding in self._gone.get(str(plan), ())]

    def word(self, message: Message) -> str:
        """A message in this language."""
        return self._words.word(message)

    def _reason(self, change: Change) -> str:
        """What a promise that moves has as its reason; nothing for any other change."""
        if change not in self._difference.reasons:
            return ""
        reason = self._difference.reasons[change]
        told = say("alasan: {alasan}", alasan=one_line(reason)) if reason else say("tanpa alasan")
        return f" ({self.word(told)})"

    def _line(self, label: Message, text: str) -> OutlineLine:
        return OutlineLine(self.word(label), text)

    def _finding(self, finding: Finding) -> OutlineLine:
        return OutlineLine(
            f"{finding.kind} {finding.item}".strip(), shortened(one_line(self.word(finding.message)), _LONGEST)
        )

    def _state(self, name: str) -> str:
        return one_line(name) if name else self.word(WORK_TREE)

    def _money(self, before: Total, after: Total) -> str:
        told = f"{self._changes.value(before)} → {self._changes.value(after)}"
        difference = after.amount - before.amount
        amount = self._words.formats.rupiah(abs(difference))
        if difference > 0:
            return self.word(say("{dari_ke} (naik {selisih})", dari_ke=told, selisih=amount))
        if difference < 0:
            return self.word(say("{dari_ke} (turun {selisih})", dari_ke=told, selisih=amount))
        return told

    def _dates(self, delays: tuple[int, ...]) -> str:
        later = [quarters for quarters in delays if quarters > 0]
        earlier = [-quarters for quarters in delays if quarters < 0]
        parts = []
        if later:
            parts.append(
                say("{jumlah} diundur, paling jauh {triwulan} triwulan", jumlah=len(later), triwulan=max(later))
            )
        if earlier:
            parts.append(
                say("{jumlah} dimajukan, paling jauh {triwulan} triwulan", jumlah=len(earlier), triwulan=max(earlier))
            )
        return "; ".join(map(self.word, parts))


def _by_plan(told: Iterable[tuple[_Plan, _Told]]) -> dict[_Plan, list[_Told]]:
    own: dict[_Plan, list[_Told]] = {}
    for plan, each in told:
        own.setdefault(plan, []).append(each)
    return own
