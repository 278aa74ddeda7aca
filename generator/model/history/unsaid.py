"""Promises that a plan does not tell any more: to name another value later moves what was promised before.

Else a delay in two steps would be none, for what was unknown was not promised.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from generator.model.changes import Change
from generator.model.changes.entries import shown_by
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact, TargetValue
from generator.model.history.former_entries import Turn, words
from generator.model.money import Total
from generator.model.values import UNKNOWN

NOT_PROMISED = (None, UNKNOWN, ())

Slot: TypeAlias = tuple[object, ...]


def slot(change: Change) -> Slot:
    """What a fact is about, up to its year."""
    return (
        EntryFact if isinstance(change, EntryFact) else type(change),  # whether it came or went
        change.item,
        getattr(change, "year", None),
        getattr(change, "phase", None),
        getattr(change, "path", ()),
        entry_name(change),
    )


def entry_name(change: Change) -> str:
    """By what the entry of a list that a fact is about is known; empty for any other."""
    entry = change.entry if isinstance(change, FieldFact | EntryFact) else ()
    return "" if not entry or entry[0] is UNKNOWN else str(entry[0])


def followed(unsaid: Iterable[Change], turned: Iterable[Turn]) -> tuple[Change, ...]:
    """What is not told any more of milestones and outputs, also under the words that a version put them into."""
    reworded = {(*each.place, words(each.before)): each.after for each in turned if each.before and each.after}
    every = tuple(unsaid)
    found = {slot(each): each for each in every}
    for change in every if reworded else ():
        entry = reworded.get((change.item, *getattr(change, "path", ())[:1], entry_name(change)))
        if entry and isinstance(change, FieldFact):
            again = replace(change, entry=shown_by(entry))
            found[slot(again)] = again
    return tuple(found.values())


def still_unsaid(unsaid: Iterable[Change], moved: Iterable[Change]) -> tuple[Change, ...]:
    """Of the moves by which something was told no more, with those that a version adds, what nobody has told since."""
    found = {slot(each): each for each in unsaid}
    for change in moved:
        if isinstance(change, Exchange):
            if not says_nothing(change.after) and not _is_open(change.after):
                found.pop(slot(change), None)
            elif not says_nothing(change.before):
                found[slot(change)] = change
            elif isinstance(change.before, Total) and change.before.is_empty:  # how much, of what came on top, is open
                found.setdefault(slot(change), change)
    return tuple(found.values())


def _is_open(value: object) -> bool:
    """Whether how much comes on top of what is told is not known."""
    return isinstance(value, Total) and not value.complete


def recalled(change: Change, unsaid: Mapping[Slot, Change]) -> Change | None:
    """A change that tells again what was unsaid, from what was promised before; `None` for any other change."""
    if not isinstance(change, Exchange) or not says_nothing(change.before) or says_nothing(change.after):
        return None
    last = unsaid.get(slot(change))
    return replace(change, before=last.before) if isinstance(last, Exchange) else None


def says_nothing(value: object) -> bool:
    """Whether a value is none that could be promised."""
    if isinstance(value, Total):
        return not value.known
    return (value.value if isinstance(value, TargetValue) else value) in NOT_PROMISED
