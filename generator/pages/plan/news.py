"""What is new: the versions of plans that changed something, of those that stand and of those that were taken down."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.model.changes.shapes import PlanFact
from generator.model.edition import Edition
from generator.model.history import History, LedgerEntry, Version
from generator.pages import addresses


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
    """The news of the plans that stand no longer."""
    here = frozenset(present)
    found = []
    for address, history in past.items():
        last = history.gone
        if last is None or address in here:
            continue
        told = next(change for change in last.changes if isinstance(change, PlanFact))
        page = addresses.plan(address)
        found += [
            News(address, told.institution, told.name, page, version, history.entries) for version in history.changed
        ]
    return found
