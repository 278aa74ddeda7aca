"""The moves of each thing that was promised, brought together, and whether all is as it was promised first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count, groupby
from typing import NamedTuple

from generator.model.changes import Change
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact
from generator.model.history.former_entries import (
    PROMISED,
    Values,
    is_of_an_entry,
    is_of_the_words,
    taken_out,
)
from generator.model.history.promises import last_day
from generator.model.history.record import LedgerEntry
from generator.model.history.unsaid import NOT_PROMISED, Slot, entry_name, says_nothing, slot


class Moves(NamedTuple):
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


def of_one_thing(entries: Iterable[LedgerEntry]) -> Sequence[Moves]:
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
        found.append(Moves(own_moves, called.get(place[-1], entry_name(change)), is_answered))
    return found


def _under(change: FieldFact | EntryFact, words: object) -> tuple[str, str, str]:
    return change.item, change.path[0], words if isinstance(words, str) else ""
