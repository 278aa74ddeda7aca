"""The promises that read differently now and of whose last move nobody gave a reason."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.changes import Change, facts
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact, FieldValue
from generator.model.description import item_lists
from generator.model.history.continuation import BudgetContinued
from generator.model.history.former_entries import is_of_the_words, standing_under
from generator.model.history.plan_reasons import PlanReasons, reasons_in
from generator.model.history.promises import PlanFigureMoved
from generator.model.history.record import History, LedgerEntry
from generator.model.history.unsaid import Slot, entry_name, slot
from generator.model.natural_order import natural
from generator.model.plan import Plan

_KINDS: dict[type[Change], Promise] = {
    facts.StartMoved: Promise.START,
    facts.EndMoved: Promise.END,
    facts.BudgetChanged: Promise.BUDGET,
    PlanFigureMoved: Promise.BUDGET,
    BudgetContinued: Promise.BUDGET,
    facts.OwnerChanged: Promise.OWNER,
    facts.MilestoneMoved: Promise.MILESTONE,
    facts.MilestoneRemoved: Promise.MILESTONE,
    facts.OutputMoved: Promise.OUTPUT,
    facts.OutputRemoved: Promise.OUTPUT,
    facts.CeilingMoved: Promise.CEILING,
    facts.TargetMoved: Promise.TARGET,
    facts.DecreeChanged: Promise.DECREE,
    facts.ActivityRemoved: Promise.ACTIVITY,
    facts.ItemRemoved: Promise.ITEM,
}
_FIELDS = {
    "pagu": Promise.CEILING,
    "lanjutan_dari": Promise.ORIGIN,
    "tonggak": Promise.MILESTONE,
    "keluaran": Promise.OUTPUT,
    "satuan": Promise.TARGET,
    "arah": Promise.TARGET,
    "dasar": Promise.TARGET,
}
"""Fields without a kind of fact of their own, by the first key on the way to them."""
_OF_AN_ITEM = (facts.ActivityRemoved, facts.ItemRemoved)


class _Subject(NamedTuple):
    """What a promise is about: several of its years are one subject."""

    item: str
    what: Promise
    name: str
    removed: bool


def unexplained_moves(history: History, plan: Plan) -> tuple[UnexplainedMove, ...]:
    """By item and kind, one for each thing that was promised. What was moved and moved back is as it was promised, and
    of what left with its whole activity only that is told.
    """
    present = {item.id for _, items in item_lists(plan) for item in items}
    moves: dict[Slot, list[LedgerEntry]] = {}
    for place, entry in _placed(entry for entry in history.entries if _kind(entry.change)):
        moves.setdefault(place, []).append(entry)
    gone = {own[-1].change.item for own in moves.values() if isinstance(own[-1].change, _OF_AN_ITEM)} - present
    found: dict[_Subject, LedgerEntry] = {}
    reasons, standing = PlanReasons(reasons_in(plan)), standing_under(plan)
    for own in moves.values():
        last, change = own[-1], own[-1].change
        if (change.item in gone) != isinstance(change, _OF_AN_ITEM) or _is_back(own, standing):
            continue
        # A reason came with the move, or the plan gives one of its day or later.
        if last.reason or reasons.newest(change, last.day - timedelta(days=1)):
            continue
        subject = _subject(change)
        if subject not in found or found[subject].day < last.day:
            found[subject] = last
    kinds = list(Promise)
    ordered = sorted(found.items(), key=lambda each: (natural(each[0].item), kinds.index(each[0].what), each[0]))
    return tuple(_told(subject, entry) for subject, entry in ordered)


def _placed(entries: Iterable[LedgerEntry]) -> Iterator[tuple[Slot, LedgerEntry]]:
    """Each with what it is about. Of what was put into other words, and those into others, that is the first ones."""
    first_words: dict[Slot, FieldValue] = {}
    for entry in entries:
        change = entry.change
        if isinstance(change, FieldFact) and is_of_the_words(change):
            own = change.item, change.path
            first = first_words.pop((*own, change.before), change.before)
            first_words[*own, change.after] = first
            yield (*own, first), entry
        else:
            yield slot(change), entry


def _told(subject: _Subject, entry: LedgerEntry) -> UnexplainedMove:
    collection = entry.change.collection if isinstance(entry.change, facts.ItemRemoved) else ""
    return UnexplainedMove(subject.item, subject.what, entry.day, subject.name, subject.removed, collection)


def _subject(change: Change) -> _Subject:
    removed = isinstance(change, EntryFact | facts.ActivityRemoved | facts.ItemRemoved)
    name = change.name if isinstance(change, _OF_AN_ITEM) else entry_name(change)
    kind = _kind(change)
    assert kind is not None  # of the others nothing is asked
    return _Subject(change.item, kind, name, removed)


def _kind(change: Change) -> Promise | None:
    if type(change) is facts.FieldChanged:
        return _FIELDS.get(change.path[0])
    return _KINDS.get(type(change))


def _is_back(moves: Sequence[LedgerEntry], standing: Container[tuple[str, str, str]]) -> bool:
    first, last = moves[0].change, moves[-1].change
    if isinstance(first, Exchange) and isinstance(last, Exchange):
        return bool(first.before == last.after)
    if isinstance(last, EntryFact):
        return (last.item, last.path[0], entry_name(last)) in standing
    return False
