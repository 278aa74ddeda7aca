"""Milestones and outputs that an activity does not tell under their words any more: taken out, or put into others.

They have no ids, so that words which come back are held against what was last promised under them: else a delay in
two steps, out and in again, would be none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.changes.entries import matched, shown_by
from generator.model.changes.fields import field_changes
from generator.model.changes.shapes import EntryFact, FieldFact
from generator.model.changes.subject import ChangeSubject, by_id, pairs
from generator.model.delivery import Milestone, Output
from generator.model.plan import Plan

Entry: TypeAlias = Milestone | Output

_KEYS: dict[type[Entry], str] = {Milestone: "tonggak", Output: "keluaran"}

_WORDS = tuple((key, "uraian") for key in _KEYS.values())

PROMISED = ("tanggal", "jumlah", "satuan", "tahunan")
"""The keys of what an entry promises beside its words."""

Values: TypeAlias = Mapping[tuple[str, ...], object]
"""What an entry says, by the way to each value from its activity."""


class FormerEntry(NamedTuple):
    """What an activity promised under words that it left, as it last stood there.

    `heir` are the words that it bears since; `None` where it was taken out under these, or nobody knows which it is.
    """

    item: str
    entry: Entry
    heir: str | None = None


class Turn(NamedTuple):
    """An entry of the activity `item` that a version takes out, puts in, or puts into other words.

    `alone` says that it had its words for itself before, and that nothing else stands under them after.
    """

    item: str
    before: Entry | None
    after: Entry | None
    alone: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """The activity, and the key of the list that it is in."""
        return self.item, _KEYS[type(self.after or self.before)]  # type: ignore[index]

    @property
    def follows(self) -> str | None:
        """The words that it is put into, or which it could come back under."""
        if not self.alone or self.before is None:
            return None
        return words(self.after or self.before)


def words(entry: Entry) -> str:
    """What an entry is known by; empty where that is nothing."""
    return entry.text if isinstance(entry.text, str) else ""


def is_of_an_entry(change: FieldFact) -> bool:
    """Whether a fact is about a milestone or an output."""
    return change.collection == "kegiatan" and change.path[0] in _KEYS.values() and len(change.path) > 1


def is_of_the_words(change: FieldFact) -> bool:
    """Whether a fact is about the words themselves."""
    return change.collection == "kegiatan" and change.path in _WORDS


def taken_out(removed: EntryFact) -> Values:
    """What an entry said that was taken out."""
    found: dict[tuple[str, ...], object] = {}
    for key, value in removed.values:
        if key == "tahunan":
            found |= {(*removed.path, key, year): each for year, each in value}
        else:
            found[*removed.path, key] = value
    return found


def standing(plan: Plan) -> Mapping[tuple[str, str, str], Sequence[Values]]:
    """What the entries of a plan promise, by the id of the activity, the key of the list, and the words."""
    found: dict[tuple[str, str, str], list[Values]] = defaultdict(list)
    for activity in plan.activities:
        for entry in activity.milestones:
            found[activity.id, "tonggak", words(entry)].append({("tonggak", "tanggal"): entry.when})
        for output in activity.outputs:
            own: dict[tuple[str, ...], object] = {("keluaran", "jumlah"): output.quantity}
            own["keluaran", "satuan"] = output.unit
            own |= {("keluaran", "tahunan", str(year)): value for year, value in output.yearly.items()}
            found[activity.id, "keluaran", words(output)].append(own)
    return found


def turns(before: Plan, after: Plan) -> tuple[Turn, ...]:
    """All those between two states of a plan, of the activities that are in both."""
    if before is after:
        return ()
    return tuple(
        turn
        for was, activity in pairs(before.activities, after.activities)
        for one, other in ((was.milestones, activity.milestones), (was.outputs, activity.outputs))
        if one != other
        for turn in _turns(was.id, one, other)
    )


def _turns(item: str, before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Turn]:
    had, has = Counter(map(words, before)), Counter(map(words, after))
    every: Iterable[tuple[Entry | None, Entry | None]] = matched(before, after)  # type: ignore[assignment]
    for one, other in every:
        if one is None or other is None or words(one) != words(other):
            alone = one is not None and had[words(one)] == 1 and not has[words(one)]
            yield Turn(item, one, other, alone)


class Returns(NamedTuple):
    """The former entries of which a version tells the words again.

    `again` are those that promise something else now, each with what stands under its words; `away` those that are
    still away.
    """

    again: tuple[tuple[FormerEntry, Entry], ...]
    away: tuple[FormerEntry, ...]


def returned(formers: Sequence[FormerEntry], turned: Iterable[Turn]) -> Returns:
    """What was put into other words and back is the same entry: what it moved meanwhile was told of it."""
    came: dict[tuple[str, str, str], list[Turn]] = defaultdict(list)
    for each in turned if formers else ():
        if each.after:
            came[*each.place, words(each.after)].append(each)
    if not came:
        return Returns((), tuple(formers))
    waiting: dict[tuple[str, str, str], list[FormerEntry]] = defaultdict(list)
    away: list[FormerEntry] = []
    for former in formers:
        place = former.item, _KEYS[type(former.entry)], words(former.entry)
        (waiting[place] if place in came else away).append(former)
    again: list[tuple[FormerEntry, Entry]] = []
    for place, own in waiting.items():
        found = _of_one_place(own, came[place])
        again += found.again
        away += found.away
    return Returns(tuple(again), tuple(away))


def _of_one_place(formers: Sequence[FormerEntry], came: Iterable[Turn]) -> Returns:
    """Of several under the same words equal ones belong together, then each to the next."""
    heirs = {each.heir: each.entry for each in formers if each.heir is not None}
    others: list[Entry] = []
    own = {id(each.entry): each for each in formers}
    for turn in came:
        if turn.alone and turn.before and (same := heirs.get(words(turn.before))):
            own.pop(id(same), None)
        elif turn.after:
            others.append(turn.after)
    found = [(own[id(one)], other) for one, other in matched([each.entry for each in own.values()], others) if one]
    again = tuple((former, other) for former, other in found if isinstance(other, Milestone | Output))
    return Returns(again, tuple(former for former, other in found if other is None))


def after_turns(formers: Sequence[FormerEntry], turned: Sequence[Turn]) -> tuple[FormerEntry, ...]:
    """The former entries after a version, with those that it adds. A milestone that was reached was kept."""
    if not turned:
        return tuple(formers)
    heirs = {(*each.place, words(each.before)): each.follows for each in turned if each.before}
    away = (
        each._replace(heir=heirs[now]) if (now := (each.item, _KEYS[type(each.entry)], each.heir)) in heirs else each
        for each in returned(formers, turned).away
    )
    gone = (
        FormerEntry(each.item, each.before, each.follows if each.after else None)
        for each in turned
        if each.before and not _is_kept(each.before)
    )
    return tuple(chain(away, gone))


def _is_kept(entry: Entry) -> bool:
    return isinstance(entry, Milestone) and isinstance(entry.reached, date)


def told_again(
    address: PlanAddress, plan: Plan, formers: Sequence[FormerEntry], turned: Sequence[Turn]
) -> Iterator[Change]:
    """What a version of a plan changes of what was promised under words that it tells again."""
    again = returned(formers, turned).again
    activities = by_id(plan.activities) if again else {}
    for former, entry in again:
        about = ChangeSubject(address, former.item, activities[former.item].name, "kegiatan")
        yield from field_changes(about, former.entry, entry, (_KEYS[type(entry)],), shown_by(entry))
