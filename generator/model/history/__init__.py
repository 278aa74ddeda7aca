"""The memory of a plan: its versions in Git and every promise that was moved since the first."""

from generator.model.history.baseline import baseline_changes
from generator.model.history.beginning import LateBeginning, late_beginning
from generator.model.history.promise_facts import promise_facts
from generator.model.history.record import FirstPromise, History, LedgerEntry, Skipped, Slips, Version
from generator.model.history.unexplained import unexplained_moves

__all__ = [
    "FirstPromise",
    "History",
    "LateBeginning",
    "LedgerEntry",
    "Skipped",
    "Slips",
    "Version",
    "baseline_changes",
    "late_beginning",
    "promise_facts",
    "unexplained_moves",
]
