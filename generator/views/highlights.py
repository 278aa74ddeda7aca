"""The few activities that a reader looks for first: late, ending soon, changed, and the largest."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.locale import say
from generator.model.money import actual_total, plan_total
from generator.model.natural_order import natural
from generator.model.terms import ActivityStatus, Term
from generator.model.values import Quarter
from generator.views.late import Late
from generator.views.roadmap import Roadmap, RoadmapGroup, RoadmapRow
from generator.views.slipped import Slipped

MOST = 4
"""Activities of one reason: the four of them fit a screen."""
_SOON = 2
"""Quarters after this one in which an end is soon, as on the list of what comes next."""
_OVER = (ActivityStatus.DONE, ActivityStatus.CANCELLED)


class HighlightReason(Term):
    """Why an activity is looked for; an activity stands under the first that holds."""

    LATE = "terlambat", say("Terlambat")
    ENDING = "segera_selesai", say("Segera selesai")
    CHANGED = "bergeser", say("Jadwalnya bergeser")
    LARGEST = "terbesar", say("Anggaran terbesar")


@dataclass(frozen=True)
class Highlight:
    """The activities of one reason, the foremost first, and of how many they are."""

    group: RoadmapGroup
    among: int


def highlights(
    roadmap: Roadmap, late: Iterable[Late], slipped: Iterable[Slipped], as_of: date
) -> tuple[Highlight, ...]:
    """At most `MOST` activities of each reason that any has; none twice."""
    shown: set[str] = set()
    made = []
    for reason, candidates in _candidates(roadmap, late, slipped, as_of).items():
        left = [row for row in candidates if row.activity.id not in shown][:MOST]
        shown |= {row.activity.id for row in left}
        if left:
            among = len(candidates) if reason is not HighlightReason.LARGEST else len(left)
            made.append(Highlight(_group(reason, left), among))
    return tuple(made)


def foremost(
    groups: Sequence[RoadmapGroup], roadmap: Roadmap, late: Iterable[Late], slipped: Iterable[Slipped], as_of: date
) -> tuple[Highlight, ...]:
    """At most `MOST` activities of each group, in the order of the reasons; the rest of a group follows as it is."""
    ranked = [row.activity.id for rows in _candidates(roadmap, late, slipped, as_of).values() for row in rows]
    rank = {identifier: len(ranked) - position for position, identifier in enumerate(reversed(ranked))}
    return tuple(
        Highlight(
            _group(group.key, sorted(group.rows, key=lambda row: rank.get(row.activity.id, len(ranked) + 1))[:MOST]),
            len(group.rows),
        )
        for group in groups
        if group.rows
    )


def _candidates(
    roadmap: Roadmap, late: Iterable[Late], slipped: Iterable[Slipped], as_of: date
) -> Mapping[HighlightReason, list[RoadmapRow]]:
    """The activities of each reason, the foremost first; an activity may have several."""
    rows = {row.activity.id: row for row in roadmap.rows}
    return {
        HighlightReason.LATE: [each.row for each in late],
        HighlightReason.ENDING: _ending(roadmap.rows, as_of),
        HighlightReason.CHANGED: [rows[each.activity.id] for each in slipped],
        HighlightReason.LARGEST: _largest(roadmap.rows),
    }


def _group(key: Hashable, rows: Sequence[RoadmapRow]) -> RoadmapGroup:
    """The rows as a group, with their own sums."""
    activities = [row.activity for row in rows]
    return RoadmapGroup(key, tuple(rows), plan_total(activities), actual_total(activities))


def _ending(rows: Iterable[RoadmapRow], as_of: date) -> list[RoadmapRow]:
    until = Quarter.at(Quarter.of(as_of).ordinal + _SOON).last_day
    found = [
        (row.end.last_day, natural(row.activity.id), row)
        for row in rows
        if isinstance(row.end, Quarter) and as_of <= row.end.last_day <= until and row.activity.status not in _OVER
    ]
    return [row for *_, row in sorted(found, key=lambda each: each[:2])]


def _largest(rows: Iterable[RoadmapRow]) -> list[RoadmapRow]:
    found = [row for row in rows if row.planned.amount and row.activity.status is not ActivityStatus.CANCELLED]
    return sorted(found, key=lambda row: (-row.planned.amount, natural(row.activity.id)))
