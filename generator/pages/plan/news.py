"""What is new: the versions of plans that changed something, of those that stand and of those that were taken down."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.model.changes.shapes import PlanFact
from generator.model.edition import Edition
from generator.model.history import History, LedgerEntry, Version
from generator.pages import addresses

EARLIER = "#rencana-lain"
"""Where the page of a plan's history tells of others that stood at its address before."""


class News(NamedTuple):
    """A version of a plan that changed something; `page` tells of it."""

    address: PlanAddress
    institution: str
    title: str
    page: str
    version: Version
    entries: tuple[LedgerEntry, ...] = ()
    """The ledger of the plan."""


def news_of(edition: Edition, history: History) -> list[News]:
    """The news of a plan that stands, the oldest first."""
    page = addresses.plan(edition.address, addresses.HISTORY)
    plan = edition.plan
    return [
        News(
            edition.address,
            plan.institution.name,
            plan.header.title,
            f"{page}#{addresses.version_anchor(version.commit)}",
            version,
            history.entries,
        )
        for version in history.changed
    ]


def news_of_gone(past: Mapping[PlanAddress, History], present: Iterable[PlanAddress]) -> list[News]:
    """The news of the plans that stand no longer, of those too at whose address another stands now."""
    here = frozenset(present)
    found = []
    for address, history in past.items():
        page = addresses.plan(address, addresses.HISTORY) + EARLIER if address in here else addresses.plan(address)
        for own in (*history.earlier, *(() if address in here else (history,))):
            if told := taken_down(own):
                found += [
                    News(address, told.institution, told.name, page, version, own.entries) for version in own.changed
                ]
    return found


def taken_down(history: History) -> PlanFact | None:
    """What a plan that was taken down was called, and of whom it was."""
    last = history.gone
    return next((change for change in last.changes if isinstance(change, PlanFact)), None) if last else None
