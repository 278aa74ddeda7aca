"""Words for a field that changed, and for entries of a list that came or went; see `ChangeWords`."""

from datetime import date
from typing import TypeGuard

from generator.locale import Language, Message, say
from generator.model.blueprint import FundingSection
from generator.model.changes import facts
from generator.model.changes.shapes import EntryFact, FieldFact
from generator.model.description import Field, fields, item_tables
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.values import UNKNOWN
from generator.pages.words.coded import continued, entry_head, holds_codes, spoken
from generator.pages.words.text_difference import LONG, text_difference
from generator.pages.words.told import Told

_NOTHING = (None, ())
_ADDED = (facts.EntryAdded, facts.MilestoneAdded, facts.OutputAdded)


class FieldWords:
    """Words in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._told = Told(language)

    def changed(self, change: FieldFact) -> Message:
        """What happened to the field: `pagu 2026 turun Rp2.000, dari Rp4.000 menjadi Rp2.000`."""
        titles, field = _titles(change.collection, change.path)
        before, after = change.before, change.after
        if said := continued(change.path, before, after):
            return said
        known_by = change.entry
        if holds_codes(change.path):
            before, after = spoken(before, self._language), spoken(after, self._language)
            known_by = tuple(spoken(each, self._language) for each in known_by)
        what = self._named(titles, known_by, entry_head(change.path[:1]))
        if before in _NOTHING:
            return say("{hal} dicatat: {ke}", hal=what, ke=self._told.of(field, after))
        if after in _NOTHING:
            return say("{hal} dihapus, semula {dari}", hal=what, dari=self._told.of(field, before))
        if isinstance(before, date) and isinstance(after, date):
            return self._days(what, before, after)
        if isinstance(change, facts.CeilingMoved) and isinstance(before, int) and isinstance(after, int):
            return self._amounts(what, before, after)
        if _is_list(before) and _is_list(after) and not _has_sums(before, after):
            return self._lists(what, before, after)
        if type(before) is str and type(after) is str and max(len(before), len(after)) > LONG:
            return say("{hal} berubah: {beda}", hal=what, beda=text_difference(before, after, self._language))
        values = {"dari": self._told.of(field, before), "ke": self._told.of(field, after)}
        return say("{hal} berubah dari {dari} menjadi {ke}", hal=what, **values)

    def listed(self, change: EntryFact) -> Message:
        """What came or went: `tonggak dihapus: uraian “Uji coba”, tanggal 15 Desember 2026`."""
        titles, _ = _titles(change.collection, change.path)
        head = entry_head(change.path)
        said = {"hal": self._named(titles, (), head), "isi": self.values(change)}
        return (
            say("{hal} ditambah: {isi}", **said) if isinstance(change, _ADDED) else say("{hal} dihapus: {isi}", **said)
        )

    def values(self, change: EntryFact) -> str:
        """What the entry says, field by field."""
        _, field = _titles(change.collection, change.path)
        known = {each.key: each for each in fields(field.group)} if field and field.group else {}
        coded = holds_codes(change.path)
        values = ((key, spoken(value, self._language) if coded else value) for key, value in change.values)
        return ", ".join(
            f"{known[key].title.lower() if key in known else key} {self._told.of(known.get(key), value)}"
            for key, value in values
        )

    def _named(self, titles: tuple[str, ...], entry: tuple[object, ...], head: Message | None = None) -> str:
        """`tonggak “Uji coba”: tanggal`; the entry stands behind the list that it is in, or what it is called there."""
        words = [self._language.gettext(title) for title in titles]
        if head:
            words[0] = self._language.word(head)
        words[0] = words[0] if words[0].isupper() else words[0][:1].lower() + words[0][1:]
        known = [self._told.value(each) for each in entry if each is not UNKNOWN]
        if known:
            words[0] += f" “{', '.join(known)}”"
        years = [word for word in words[1:] if word.isdigit()]
        rest = [word.lower() for word in words[1:] if not word.isdigit()]
        return " ".join((": ".join((words[0], *rest)), *years))

    def _days(self, what: str, before: date, after: date) -> Message:
        ends = {"dari": self._told.value(before), "ke": self._told.value(after)}
        days = (after - before).days
        if days > 0:
            return say("{hal} diundur {jumlah} hari, dari {dari} ke {ke}", hal=what, jumlah=days, **ends)
        return say("{hal} dimajukan {jumlah} hari, dari {dari} ke {ke}", hal=what, jumlah=-days, **ends)

    def _amounts(self, what: str, before: int, after: int) -> Message:
        rupiah = self._language.formats.rupiah
        move = {"hal": what, "selisih": rupiah(abs(after - before)), "dari": rupiah(before), "ke": rupiah(after)}
        if after > before:
            return say("{hal} naik {selisih}, dari {dari} menjadi {ke}", **move)
        return say("{hal} turun {selisih}, dari {dari} menjadi {ke}", **move)

    def _lists(self, what: str, before: tuple[object, ...], after: tuple[object, ...]) -> Message:
        new = tuple(each for each in after if each not in before)
        gone = tuple(each for each in before if each not in after)
        values = {"hal": what, "baru": self._told.value(new), "hilang": self._told.value(gone)}
        if new and gone:
            return say("{hal}: ditambah {baru}; dihapus {hilang}", **values)
        return say("{hal}: ditambah {baru}", **values) if new else say("{hal}: dihapus {hilang}", **values)


def _is_list(value: object) -> TypeGuard[tuple[object, ...]]:
    """A list, and no quarter or range of years."""
    return isinstance(value, tuple) and not hasattr(value, "_fields")


def _has_sums(*values: tuple[object, ...]) -> bool:
    return any(isinstance(each, tuple) for value in values for each in value)


def _titles(collection: str, path: tuple[str, ...]) -> tuple[tuple[str, ...], Field | None]:
    """The titles of the keys on the way to a field, and the field; a year stands for itself."""
    entity: type[Entity] | None = Plan
    if collection == "cetak_biru":
        entity = FundingSection
    elif collection:
        entity = next(item for item, table in item_tables().items() if table.name == collection)
    titles: list[str] = []
    field: Field | None = None
    for key in path:
        found = next((each for each in fields(entity) if each.key == key), None) if entity else None
        titles.append(found.title if found else key)
        field = found or field
        entity = found.group if found else None
    shown = titles[1:] if path[0] == "rencana" and not collection else titles  # the subject is the plan's own title
    return tuple(shown), field
