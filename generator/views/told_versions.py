"""A version as a reader looks at it: the promises that it moves first, then what happened, and apart from both what
was only filled in.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.changes import Change, facts
from generator.model.history import History, LedgerEntry, Version
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import BudgetYear
from generator.model.terms import Phase

_FILLED_IN = (facts.FieldChanged, facts.EntryAdded, facts.EntryRemoved, facts.ItemAdded)
"""Kinds of facts that, where they move no promise, are read by few."""


@dataclass(frozen=True)
class ToldVersion:
    """The changes of a version in three parts: `moved` promises with their reasons, `events`, and the `rest`."""

    version: Version
    moved: tuple[LedgerEntry, ...]
    events: tuple[Change, ...]
    rest: tuple[Change, ...]


def told_version(version: Version, entries: Iterable[LedgerEntry]) -> ToldVersion:
    """A version; `entries` are those of the ledger, of this version or of all."""
    moved = tuple(entry for entry in entries if entry.commit == version.commit and entry.since is None)
    known = {entry.change for entry in moved}
    figures = {(each.item, each.year) for each in known if isinstance(each, PlanFigureMoved)}
    others = [each for each in version.changes if each not in known and not _in_figure(each, figures)]
    return ToldVersion(
        version,
        moved,
        tuple(each for each in others if type(each) not in _FILLED_IN),
        tuple(each for each in others if type(each) in _FILLED_IN),
    )


def told_versions(history: History) -> tuple[ToldVersion, ...]:
    """Every version that says something else than the one before, the newest first."""
    entries: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in history.entries:
        entries[entry.commit].append(entry)
    return tuple(told_version(version, entries[version.commit]) for version in reversed(history.changed))


def _in_figure(change: Change, figures: set[tuple[str, BudgetYear]]) -> bool:
    """Whether the move of the plan figure of a year tells the sum of a phase already."""
    if not isinstance(change, facts.BudgetChanged) or change.phase is Phase.REALISED:
        return False
    return (change.item, change.year) in figures
