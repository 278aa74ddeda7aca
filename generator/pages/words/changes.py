"""A change as a planner or a reader would tell it, in plain text; whoever shows it does the escaping."""

from generator.locale import Language, Message, say
from generator.locale.message import Argument
from generator.model.address import PlanAddress
from generator.model.changes import Change, facts
from generator.model.changes.shapes import (
    EntryFact,
    Exchange,
    FieldFact,
    GapFact,
    PlanFact,
    ProgressReport,
    SectionFact,
    TargetValue,
)
from generator.model.description import item_tables
from generator.model.history import LedgerEntry, Slips
from generator.model.history.continuation import ActivityContinued, BudgetContinued
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import UNDIVIDED, BudgetYear, Total
from generator.model.terms import SectionKey
from generator.pages.words.field_changes import FieldWords
from generator.pages.words.text_difference import text_difference
from generator.pages.words.told import Told, period, shortened

_LONGEST_NAME = 90
_TITLES = {table.name: table.title for table in item_tables().values()}
_EXCHANGED: dict[type[Change], Message] = {
    facts.PlanStatusChanged: say("status rencana"),
    facts.StartMoved: say("jadwal mulai"),
    facts.EndMoved: say("jadwal selesai"),
    facts.StatusChanged: say("status"),
    facts.OwnerChanged: say("penanggung jawab"),
    facts.StageChanged: say("tahap"),
    facts.RegulationMoved: say("tahun terbit"),
    facts.RegulationStatusChanged: say("status peraturan"),
}
_GAPS: dict[tuple[type[Change], bool], Message] = {
    (facts.GapOpened, True): say("kesenjangan baru dicatat"),
    (facts.GapOpened, False): say("tidak ada lagi kegiatan yang menutup kesenjangan ini"),
    (facts.GapClosed, True): say("kesenjangan tidak lagi dicatat"),
    (facts.GapClosed, False): say("kini ada kegiatan yang menutup kesenjangan ini"),
}
_SECTIONS: dict[type[Change], Message] = {
    facts.SectionFilled: say("bagian cetak biru diisi"),
    facts.SectionEmptied: say("bagian cetak biru dikosongkan"),
}


class ChangeWords:
    """Words for changes in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._formats = language.formats
        self._fields = FieldWords(language)
        self._values = Told(language)

    def subject(self, change: Change) -> str:
        """What the change is about: `K-001 Portal perizinan`, a section's name, or the plan's title."""
        if isinstance(change, SectionFact):
            return self._word(change.section.label)
        if isinstance(change, FieldFact | EntryFact) and change.collection == "cetak_biru":
            return self._word(SectionKey(change.item).label)
        return f"{change.item} {shortened(change.name, _LONGEST_NAME)}".strip()

    def told(self, change: Change) -> str:
        """What happened to the subject, without it: `jadwal selesai diundur 6 triwulan, dari 2027-T4 ke 2029-T2`."""
        return " ".join(self._word(self._message(change)).split())

    def entry(self, entry: LedgerEntry) -> str:
        """`told` of a move, and in which plan it was moved if that was an earlier one."""
        if entry.since is None:
            return self.told(entry.change)
        of = {"perubahan": self.told(entry.change), "masa": period(entry.since)}
        return self._word(say("{perubahan} (dalam rencana {masa})", **of))

    def slips(self, slips: Slips) -> str:
        """`diundur 2 kali, dari 2027-T4 ke 2029-T2`."""
        ends = {"dari": self.value(slips.first), "ke": self.value(slips.now)}
        if slips.later and slips.earlier:
            often = {"mundur": slips.later, "maju": slips.earlier}
            told = say("diundur {mundur} kali dan dimajukan {maju} kali, dari {dari} ke {ke}", **often, **ends)
        elif slips.later:
            told = say("diundur {kali} kali, dari {dari} ke {ke}", kali=slips.later, **ends)
        elif slips.earlier:
            told = say("dimajukan {kali} kali, dari {dari} ke {ke}", kali=slips.earlier, **ends)
        else:
            told = say("berubah dari {dari} ke {ke}", **ends)
        return self._word(told)

    def value(self, value: object) -> str:
        """A value as text; see `Told`."""
        return self._values.value(value)

    def values(self, change: EntryFact) -> str:
        """What an entry of a list says: `uraian “Uji coba”, tanggal 15 Desember 2026`."""
        return self._fields.values(change)

    def _message(self, change: Change) -> Message:
        match change:
            case PlanFact():
                told: dict[str, Argument] = {"kegiatan": change.activities, "uang": self._values.total(change.money)}
                if isinstance(change, facts.PlanPublished):
                    return say("terbit: {kegiatan} kegiatan, {uang}", **told)
                return say("tidak lagi diterbitkan: {kegiatan} kegiatan, {uang}", **told)
            case facts.PlanMoved():
                return say("pindah dari {dari} ke {ke}", dari=str(change.before), ke=str(change.after))
            case facts.ActivityAdded():
                return say("kegiatan baru, {uang}", uang=self._values.total(change.money))
            case facts.ActivityRemoved():
                return say("kegiatan dihapus, {uang}", uang=self._values.total(change.money))
            case facts.ActivityRenamed():
                return self._renamed(change)
            case facts.Rescheduled():
                return self._rescheduled(change)
            case facts.BudgetChanged():
                return self._budget(change)
            case ActivityContinued():
                of = self._earlier(change.plan, change.earlier)
                return say("melanjutkan {kegiatan} dari rencana {masa}", kegiatan=change.activity, masa=of)
            case BudgetContinued():
                of = self._earlier(change.plan, change.earlier)
                ends = {"dari": self.value(change.before), "ke": self.value(change.after)}
                return say("anggaran {dari} dalam rencana {masa}, {ke} dalam rencana ini", masa=of, **ends)
            case PlanFigureMoved():
                return self._sum(self._year(change.year), change.before, change.after)
            case facts.ProgressReported():
                return self._progress(change.before, change.after)
            case facts.TargetMoved():
                return self._target(change.before, change.after)
            case GapFact():
                return _GAPS[type(change), change.recorded]
            case FieldFact():
                return self._fields.changed(change)
            case EntryFact():
                return self._fields.listed(change)
            case facts.ItemAdded():
                return say("ditambahkan ke daftar {daftar}", daftar=self._list(change.collection))
            case facts.ItemRemoved():
                return say("dihapus dari daftar {daftar}", daftar=self._list(change.collection))
            case Exchange():
                return self._from_to(_EXCHANGED[type(change)], change.before, change.after)
        return _SECTIONS[type(change)]

    def _from_to(self, what: Message, before: object, after: object) -> Message:
        values = {"dari": self.value(before), "ke": self.value(after)}
        return say("{hal} berubah dari {dari} menjadi {ke}", hal=what, **values)

    def _renamed(self, change: facts.ActivityRenamed) -> Message:
        if len(str(change.after)) > _LONGEST_NAME:  # the subject does not tell it whole
            return say("berganti nama: {beda}", beda=text_difference(change.before, change.after, self._language))
        return say("berganti nama, semula “{nama}”", nama=change.before)

    def _rescheduled(self, change: facts.Rescheduled) -> Message:
        what, quarters = _EXCHANGED[type(change)], change.quarters
        if not quarters:  # unknown, or only told more or less exactly
            return self._from_to(what, change.before, change.after)
        move: dict[str, Argument] = {
            "hal": what,
            "jumlah": abs(quarters),
            "dari": self.value(change.before),
            "ke": self.value(change.after),
        }
        if quarters > 0:
            return say("{hal} diundur {jumlah} triwulan, dari {dari} ke {ke}", **move)
        return say("{hal} dimajukan {jumlah} triwulan, dari {dari} ke {ke}", **move)

    def _budget(self, change: facts.BudgetChanged) -> Message:
        phase = self.value(change.phase) if change.phase else self._word(say("tanpa fase"))
        return self._sum(f"{self._year(change.year)} ({phase})", change.before, change.after)

    def _sum(self, which: str, before: Total | None, after: Total | None) -> Message:
        if before is None or before.is_empty:
            return say("anggaran {tahun} dicatat: {ke}", tahun=which, ke=self.value(after))
        if after is None or after.is_empty:
            return say("anggaran {tahun} dihapus, semula {dari}", tahun=which, dari=self.value(before))
        difference = after.amount - before.amount
        if not (before.complete and after.complete) or not difference:
            return self._from_to(say("anggaran {tahun}", tahun=which), before, after)
        move = {
            "tahun": which,
            "selisih": self._formats.rupiah(abs(difference)),
            "dari": self.value(before),
            "ke": self.value(after),
        }
        if difference > 0:
            return say("anggaran {tahun} naik {selisih}, dari {dari} menjadi {ke}", **move)
        return say("anggaran {tahun} turun {selisih}, dari {dari} menjadi {ke}", **move)

    def _progress(self, before: ProgressReport | None, after: ProgressReport | None) -> Message:
        if after is None:
            return say("laporan kemajuan dihapus")
        now = self._values.report(after)
        if before is None:
            return say("kemajuan dilaporkan: {ke}", ke=now)
        return say("kemajuan dilaporkan: {ke}, sebelumnya {dari}", ke=now, dari=self._values.report(before))

    def _target(self, before: TargetValue | None, after: TargetValue | None) -> Message:
        if before is None:
            return say("sasaran dicatat: {ke}", ke=self._values.goal(after))
        if after is None:
            return say("sasaran dihapus, semula {dari}", dari=self._values.goal(before))
        if before.year == after.year and isinstance(after.year, int):
            what = say("sasaran {tahun}", tahun=str(after.year))
            return self._from_to(what, before, after)
        return say(
            "sasaran berubah dari {dari} menjadi {ke}", dari=self._values.goal(before), ke=self._values.goal(after)
        )

    def _earlier(self, plan: PlanAddress, earlier: PlanAddress) -> str:
        """How a plan calls one before it: by its period, that of another institution by its address."""
        return period(earlier) if earlier.institution == plan.institution else str(earlier)

    def _year(self, year: BudgetYear) -> str:
        if year is UNDIVIDED:
            return self._word(say("belum dibagi per tahun"))
        return self._word(say("tanpa tahun")) if year is None else str(year)

    def _list(self, collection: str) -> str:
        return _TITLES.get(collection, collection)

    def _word(self, message: Message) -> str:
        return self._language.word(message)
