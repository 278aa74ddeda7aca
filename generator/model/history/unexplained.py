"""The promises that read differently now and of whose last move nobody gave a reason."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, groupby
from typing import NamedTuple

from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.changes import Change, facts
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact
from generator.model.description import item_lists
from generator.model.history.continuation import BudgetContinued
from generator.model.history.former_entries import (
    PROMISED,
    Values,
    is_of_an_entry,
    is_of_the_words,
    standing,
    taken_out,
)
from generator.model.history.plan_reasons import PlanReasons, reasons_in
from generator.model.history.promises import PlanFigureMoved, last_day
from generator.model.history.record import History, LedgerEntry
from generator.model.history.unsaid import NOT_PROMISED, Slot, entry_name, says_nothing, slot
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
    every = _of_one_thing(entry for entry in history.entries if _kind(entry.change))
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


class _Moves(NamedTuple):
    """Those of one thing, with its words now where it is an entry of a list, and whether what was taken out was told
    again from what it promised."""

    entries: Sequence[LedgerEntry]
    words: str
    is_answered: bool

    @property
    def last(self) -> LedgerEntry:
        return self.entries[-1]

    @property
    def item(self) -> str:
        return self.last.change.item

    def is_back(self, now: Mapping[tuple[str, str, str], Sequence[Values]]) -> bool:
        """Whether all is as it was first promised; of several entries under the same words, of each."""
        change = self.last.change
        if isinstance(change, EntryFact):
            entries = now.get(_under(change, self.words), ())
            return bool(entries) and (self.is_answered or _is_kept(taken_out(change), entries))
        told: dict[object, list[_Traced]] = {}
        for each in self.entries:
            if isinstance(change := each.change, Exchange):
                before, after = _as_promised(change, change.before), _as_promised(change, change.after)
                at = before if told.get(before) else _unsaid_since(told, before)
                first = told[at].pop().first if told.get(at) else before
                told.setdefault(after, []).append(_Traced(first, before))
        return bool(told) and all(each.first == value for value, own in told.items() for each in own)


class _Traced(NamedTuple):
    """What was promised first of what reads otherwise now, and what was promised just before."""

    first: object
    last: object


def _unsaid_since(told: Mapping[object, Sequence[_Traced]], value: object) -> object:
    """As what a value stands that is not told any more: what is promised then is told from what it was."""
    hidden = (now for now, own in told.items() if says_nothing(now) and any(each.last == value for each in own))
    return next(hidden, value)


def _is_kept(removed: Values, entries: Iterable[Values]) -> bool:
    """Whether what was taken out was reached, or an entry under the same words promises all that it did."""
    if isinstance(removed.get(("tonggak", "tercapai")), date):
        return True
    promised = {way: value for way, value in removed.items() if way[1] in PROMISED and value not in NOT_PROMISED}
    return any(
        all(_by_last_day(own.get(way)) == _by_last_day(value) for way, value in promised.items()) for own in entries
    )


def _by_last_day(value: object) -> object:
    """A quarter or a year of an entry of a list means its last day."""
    return last_day(value) or value


def _as_promised(change: Change, value: object) -> object:
    return _by_last_day(value) if isinstance(change, FieldFact) else value


def _of_one_thing(entries: Iterable[LedgerEntry]) -> Sequence[_Moves]:
    """The moves of each thing. An entry that is put into other words stays the same; another may get its words
    meanwhile."""
    things: dict[tuple[str, str, str], int] = {}
    fresh = count()
    moves: dict[Slot, list[LedgerEntry]] = {}
    removed: dict[tuple[str, str, str], Values] = {}
    for _, of_a_version in groupby(entries, lambda entry: entry.commit):
        own = list(of_a_version)
        reworded = [each.change for each in own if isinstance(each.change, FieldFact) and is_of_the_words(each.change)]
        left = [things.pop(_under(each, each.before), None) for each in reworded]
        things |= {
            _under(each, each.after): next(fresh) if thing is None else thing
            for each, thing in zip(reworded, left, strict=True)
        }
        for entry in own:
            change = entry.change
            place = slot(change)
            if isinstance(change, EntryFact):
                removed[_under(change, entry_name(change))] = taken_out(change)
            elif isinstance(change, FieldFact) and is_of_an_entry(change):
                under = _under(change, entry_name(change))
                was = removed.get(under, {})
                if change.path in was and _by_last_day(change.before) == _by_last_day(was[change.path]):
                    del removed[under]
                place = (type(change), change.path, things.setdefault(under, next(fresh)))
            moves.setdefault(place, []).append(entry)
    called: dict[object, str] = {thing: words for (_, _, words), thing in things.items()}
    found = []
    for place, own_moves in moves.items():
        change = own_moves[-1].change
        is_answered = isinstance(change, EntryFact) and _under(change, entry_name(change)) not in removed
        found.append(_Moves(own_moves, called.get(place[-1], entry_name(change)), is_answered))
    return found


def _under(change: FieldFact | EntryFact, words: object) -> tuple[str, str, str]:
    return change.item, change.path[0], words if isinstance(words, str) else ""


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
