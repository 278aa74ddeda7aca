"""Promises that a plan does not tell any more: to name another value later moves what was promised before.

Else a delay in two steps would be none, for what was unknown was not promised.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any, TypeAlias

from generator.model.activity import Activity
from generator.model.changes import Change, facts
from generator.model.changes.shapes import EntryFact, Exchange, FieldFact, TargetValue
from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.values import UNKNOWN

NOT_PROMISED = (None, UNKNOWN, ())

Slot: TypeAlias = tuple[object, ...]


def slot(change: Change) -> Slot:
    """What a fact is about, up to its year."""
    year = getattr(change, "year", None)
    if isinstance(change, facts.TargetMoved):
        years = {each.year for each in (change.before, change.after) if isinstance(each, TargetValue)}
        year = years.pop() if len(years) == 1 else None
    return (
        EntryFact if isinstance(change, EntryFact) else type(change),  # whether it came or went
        change.item,
        year,
        getattr(change, "phase", None),
        getattr(change, "path", ()),
        entry_name(change),
    )


def entry_name(change: Change) -> str:
    """By what the entry of a list that a fact is about is known; empty for any other."""
    entry = change.entry if isinstance(change, FieldFact | EntryFact) else ()
    return str(entry[0]) if entry else ""


def still_unsaid(unsaid: Iterable[Change], moved: Iterable[Change], plan: Plan) -> tuple[Change, ...]:
    """Of the moves by which something was told no more, with those that a version of the plan adds, what nobody has
    told since."""
    found = {_key(each): each for each in unsaid}
    for change in moved:
        if isinstance(change, EntryFact):
            if entry_name(change) and "tercapai" not in dict(change.values):  # that was kept
                found[_key(change)] = change
        elif isinstance(change, Exchange):
            if not _says_nothing(change.after):
                found.pop(_key(change), None)
            elif not _says_nothing(change.before):
                found[_key(change)] = change
    items = {each.item for each in found.values() if isinstance(each, EntryFact)}
    standing = entries_of(activity for activity in plan.activities if activity.id in items) if items else ()
    return tuple(each for place, each in found.items() if place[0] not in standing)


def entries_of(activities: Iterable[Activity]) -> Set[Slot]:
    """What a fact would be about that takes out a milestone or an output of theirs."""
    return {
        _entry_slot(activity.id, key, str(entry.text))
        for activity in activities
        for key, own in (("tonggak", activity.milestones), ("keluaran", activity.outputs))
        for entry in own
    }


def _entry_slot(item: str, key: str, name: str) -> Slot:
    return EntryFact, item, None, None, (key,), name


def brought_back(told: Iterable[Change], unsaid: Iterable[Change]) -> Iterator[FieldFact]:
    """What else the milestones and outputs promise that were taken out and are told again.

    Where several are known by the same words, nobody knows which is which.
    """
    removed: dict[Slot, list[EntryFact]] = {}
    for each in unsaid:
        if isinstance(each, EntryFact):
            removed.setdefault(slot(each), []).append(each)
    added: dict[Slot, list[EntryFact]] = {}
    for each in told if removed else ():
        if isinstance(each, facts.MilestoneAdded | facts.OutputAdded) and slot(each) in removed:
            added.setdefault(slot(each), []).append(each)
    for place, entries in added.items():
        if len(entries) == len(removed[place]) == 1:
            yield from _differences(removed[place][0], entries[0])


def _differences(one: EntryFact, other: EntryFact) -> Iterator[FieldFact]:
    kind, told = (
        (facts.MilestoneMoved, ("tanggal",))
        if isinstance(other, facts.MilestoneAdded)
        else (facts.OutputMoved, ("jumlah", "tahunan"))
    )
    was, now = (dict(_single(each.values, told)) for each in (one, other))
    for path in sorted(was.keys() | now.keys()):
        yield kind(
            plan=other.plan,
            item=other.item,
            name=other.name,
            path=(*other.path, *path),
            collection=other.collection,
            entry=other.entry,
            promise=True,
            before=was.get(path),
            after=now.get(path),
        )


def _single(values: Iterable[tuple[str, Any]], keys: Container[str]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The values of some keys, those of years one by one, each with the way to it."""
    for key, value in values:
        if key == "tahunan" and key in keys:
            yield from (((key, year), each) for year, each in value)
        elif key in keys:
            yield (key,), value


def _key(change: Change) -> tuple[Slot, object]:
    """By what a move is told from others: entries known by the same words are several."""
    return slot(change), change.values if isinstance(change, EntryFact) else None


def recalled(change: Change, unsaid: Mapping[Slot, Change]) -> Change | None:
    """A change that tells again what was unsaid, from what was promised before; `None` for any other change."""
    if not isinstance(change, Exchange) or not _says_nothing(change.before) or _says_nothing(change.after):
        return None
    last = unsaid.get(slot(change))
    return replace(change, before=last.before) if isinstance(last, Exchange) else None


def _says_nothing(value: object) -> bool:
    return not value.known if isinstance(value, Total) else value in NOT_PROMISED
