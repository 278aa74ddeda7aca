"""The promises that read differently now and of whose last move nobody gave a reason."""

from datetime import timedelta
from typing import NamedTuple

from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.changes import Change, facts
from generator.model.changes.shapes import EntryFact
from generator.model.description import item_lists
from generator.model.history.continuation import BudgetContinued
from generator.model.history.former_entries import standing
from generator.model.history.plan_reasons import PlanReasons, reasons_in
from generator.model.history.promises import PlanFigureMoved
from generator.model.history.record import History, LedgerEntry
from generator.model.history.traced_moves import of_one_thing
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
    facts.GapClosed: Promise.ITEM,
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
_OF_AN_ITEM = (facts.ActivityRemoved, facts.ItemRemoved, facts.GapClosed)


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
    every = of_one_thing(entry for entry in history.entries if _kind(entry.change))
    gone = {own.item for own in every if isinstance(own.last.change, _OF_AN_ITEM)} - present
    found: dict[_Subject, LedgerEntry] = {}
    reasons, now = PlanReasons(reasons_in(plan)), standing(plan)
    for own in every:
        last, change = own.last, own.last.change
        if (change.item in gone) != isinstance(change, _OF_AN_ITEM) or own.is_back(now):
            continue
        # A reason came with the move, or the plan gives one of its day or later.
        if last.reason or reasons.newest(change, last.day - timedelta(days=1)):
            continue
        subject = _subject(change, own.words)
        if subject not in found or found[subject].day < last.day:
            found[subject] = last
    kinds = list(Promise)
    ordered = sorted(found.items(), key=lambda each: (natural(each[0].item), kinds.index(each[0].what), each[0]))
    return tuple(_told(subject, entry) for subject, entry in ordered)


def _told(subject: _Subject, entry: LedgerEntry) -> UnexplainedMove:
    change = entry.change
    collection = change.collection if isinstance(change, facts.ItemRemoved) else ""
    collection = "kesenjangan" if isinstance(change, facts.GapClosed) else collection
    return UnexplainedMove(subject.item, subject.what, entry.day, subject.name, subject.removed, collection)


def _subject(change: Change, words: str) -> _Subject:
    removed = isinstance(change, (EntryFact, *_OF_AN_ITEM))
    name = change.name if isinstance(change, _OF_AN_ITEM) else words
    name = change.item if isinstance(change, facts.GapClosed) else name  # it is called by a whole text
    kind = _kind(change)
    assert kind is not None  # of the others nothing is asked
    return _Subject(change.item, kind, name, removed)


def _kind(change: Change) -> Promise | None:
    if type(change) is facts.FieldChanged:
        return _FIELDS.get(change.path[0])
    return _KINDS.get(type(change))
