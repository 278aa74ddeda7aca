"""The difference between two states of the plans, as facts that a planner would name."""

from generator.model.changes import facts
from generator.model.changes.comparison import changes, plan_changes
from generator.model.changes.facts import KINDS
from generator.model.changes.shapes import Change

__all__ = ["KINDS", "Change", "changes", "facts", "plan_changes"]
