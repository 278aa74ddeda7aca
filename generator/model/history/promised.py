"""All that a plan has promised, in whatever version it said so."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from generator.model.changes import Change
from generator.model.changes.subject import by_id
from generator.model.description import Field, fields
from generator.model.entity import Item
from generator.model.history.former_entries import FormerEntry, after_turns, turns
from generator.model.history.unsaid import followed, still_unsaid
from generator.model.plan import Plan
from generator.model.terms import PlanStatus


class Promised(NamedTuple):
    """All that a plan has promised so far: what it says, and what it said before.

    `away` are the items that left it, as they last were, by the key of their list and their id; `unsaid` the moves of
    promises to what is not known, `formers` the milestones and outputs that do not stand under their words any more.
    To bring something back with a later end, or to name one again, is to move its end.
    """

    plan: Plan | None = None
    away: Mapping[str, Mapping[str, Item]] = {}
    unsaid: tuple[Change, ...] = ()
    formers: tuple[FormerEntry, ...] = ()

    @property
    def is_all_said(self) -> bool:
        """Whether nothing is promised but what the plan says now."""
        return not self.away and not self.unsaid and not self.formers

    def after(self, plan: Plan | None, moved: Sequence[Change]) -> "Promised":
        """What is promised once a version has said something new and `moved` promises; `None` when it took the plan
        down.
        """
        if plan is None or is_draft(plan):
            return self
        if self.plan is None:
            return Promised(plan)
        away: dict[str, Mapping[str, Item]] = {}
        for field in _lists():
            was, now = (by_id(getattr(each, field.name)) for each in (self.plan, plan))
            left = dict(self.away.get(field.key, {}))
            for item in now:
                left.pop(item, None)
            if left := left | {id: item for id, item in was.items() if id not in now}:
                away[field.key] = left
        turned = turns(self.against(plan), plan)
        unsaid = still_unsaid(followed(self.unsaid, turned), moved)
        return Promised(plan, away, unsaid, after_turns(self.formers, turned))

    def against(self, plan: Plan) -> Plan:
        """What was promised, as a version is held against it: what left before counts again where it is back, and can
        leave no more where it is not.

        There must be a promise.
        """
        assert self.plan is not None
        kept: dict[str, Any] = {}
        for field in _lists() if self.away else ():
            away = self.away.get(field.key, {})
            back = tuple(away[item.id] for item in getattr(plan, field.name) if item.id in away)
            if back:
                kept[field.name] = (*getattr(self.plan, field.name), *back)
        return self.plan.model_copy(update=kept) if kept else self.plan


@cache
def _lists() -> tuple[Field, ...]:
    """The lists of a plan whose items are promised, or have promises of their own."""
    return tuple(field for field in fields(Plan) if field.group and issubclass(field.group, Item))


NOTHING = Promised()
"""Before a plan was first in force."""


def is_draft(plan: Plan) -> bool:
    """Whether a plan promises nothing yet."""
    return plan.header.status is PlanStatus.DRAFT
