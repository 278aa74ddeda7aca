"""The promises that read differently now and of whose last move nobody gave a reason."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import count, groupby
from typing import NamedTuple

from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.changes import Change, facts
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact
from generator.model.description import item_lists
from generator.model.history.continuation import BudgetContinued
from generator.model.history.former_entries import Entry, is_kept, is_of_an_entry, is_of_the_words, standing_under
from generator.model.history.plan_reasons import PlanReasons, reasons_in
from generator.model.history.promises import PlanFigureMoved, last_day
from generator.model.history.record import History, LedgerEntry
from generator.model.history.unsaid import Slot, entry_name, says_nothing, slot
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
    reasons, standing = PlanReasons(reasons_in(plan)), standing_under(plan)
    for own in every:
        last, change = own.last, own.last.change
        if (change.item in gone) != isinstance(change, _OF_AN_ITEM) or own.is_back(standing):
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
    """Those of one thing, with its words now where it is an entry of a list; `answered` are the words of entries of
    which more was told since they were taken out.
    """

    entries: Sequence[LedgerEntry]
    words: str
    answered: Container[tuple[str, str, str]]

    @property
    def last(self) -> LedgerEntry:
        return self.entries[-1]

    @property
    def item(self) -> str:
        return self.last.change.item

    def is_back(self, standing: Mapping[tuple[str, str, str], Sequence[Entry]]) -> bool:
        """Whether all is as it was first promised; of several entries under the same words, of each."""
        change = self.last.change
        if isinstance(change, EntryFact):
            under = _under(change, self.words)
            entries = standing.get(under, ())
            return bool(entries) and (under in self.answered or is_kept(change, entries))
        first: dict[object, list[object]] = {}
        for each in self.entries:
            if isinstance(change := each.change, Exchange):
                before, after = _as_promised(change, change.before), _as_promised(change, change.after)
                known = before if first.get(before) else _unsaid_since(first, before)
                first.setdefault(after, []).append(first[known].pop() if first.get(known) else before)
        return bool(first) and all(before == now for now, own in first.items() for before in own)


def _as_promised(change: Change, value: object) -> object:
    """A quarter or a year of an entry of a list means its last day."""
    return last_day(value) or value if isinstance(change, FieldFact) else value


def _unsaid_since(first: Mapping[object, Sequence[object]], value: object) -> object:
    """As what a value stands that is not told any more: what is promised then is told from what it was."""
    return next((now for now, own in first.items() if says_nothing(now) and value in own), value)


def _of_one_thing(entries: Iterable[LedgerEntry]) -> Sequence[_Moves]:
    """The moves of each thing. An entry that is put into other words stays the same; another may get its words
    meanwhile."""
    things: dict[tuple[str, str, str], int] = {}
    fresh = count()
    moves: dict[Slot, list[LedgerEntry]] = {}
    answered: set[tuple[str, str, str]] = set()
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
                answered.discard(_under(change, entry_name(change)))
            elif isinstance(change, FieldFact) and is_of_an_entry(change):
                under = _under(change, entry_name(change))
                answered.add(under)
                place = (type(change), change.path, things.setdefault(under, next(fresh)))
            moves.setdefault(place, []).append(entry)
    now: dict[object, str] = {thing: words for (_, _, words), thing in things.items()}
    return [_Moves(own, now.get(place[-1], entry_name(own[-1].change)), answered) for place, own in moves.items()]


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
