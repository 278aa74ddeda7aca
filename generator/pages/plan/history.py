"""What the page of a plan's history looks at: its picture and its counts; and the feed beside it."""

from collections.abc import Sequence
from typing import Any

from generator.locale import Language, language, say
from generator.model.changes import Change, facts
from generator.model.changes.shapes import EntryFact, FieldFact
from generator.model.description import item_lists
from generator.model.history import LedgerEntry
from generator.model.history.continuation import BudgetContinued
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import actual_total, plan_total
from generator.pages import addresses
from generator.pages.pictures.roadmap import RoadmapPicture, roadmap_picture
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.feeds import plan_feed
from generator.pages.plan.links import Links
from generator.pages.plan.news import taken_down
from generator.pages.rendering.site_file import SiteFile
from generator.pages.site import Site
from generator.views.roadmap import RoadmapGroup
from generator.views.told_versions import told_versions

_REMOVED = (facts.ActivityRemoved, facts.ItemRemoved, facts.GapClosed)
_OTHERS = (FieldFact, EntryFact, facts.StartMoved, facts.OwnerChanged)
"""Moves that the first sentence counts together: starts, milestones, outputs, ceilings, the decree, owners."""

MOST_ROWS = 2_000
"""Promises that the page lists, the newest first."""
NEWEST = 20
MOST_TOLD, MOST_TOLD_OF_OLD = 300, 50
"""Changes that the page tells of each of the newest versions, and of an older one. The CSV beside it has all: a history
of a few hundred kilobytes in Git can tell a million changes."""


def history_context(dossier: Dossier, links: Links, words: Language) -> dict[str, Any]:
    """What the template of a plan's history looks at, beside what every page of the plan has."""
    history = dossier.history
    entries = history.entries
    present = {item.id for _, items in item_lists(dossier.edition.plan) for item in items}
    removed = [each.change for each in entries if isinstance(each.change, _REMOVED)]
    gone = {change.item: change for change in removed if change.item not in present}
    activities = sum(isinstance(change, facts.ActivityRemoved) for change in gone.values())
    return {
        "picture": _moved(dossier, links, words) if dossier.moved else None,
        "newest": told_versions(history),
        "most_told": lambda number: MOST_TOLD if number <= NEWEST else MOST_TOLD_OF_OLD,
        "ledger": entries[::-1],
        "most_rows": MOST_ROWS,
        "unexplained": len(history.unexplained),
        "delayed": _items(entries, facts.EndMoved),
        "repriced": _items(entries, PlanFigureMoved, BudgetContinued, facts.BudgetChanged),
        "removed": activities,
        "removed_others": len(gone) - activities,
        "returned": len({change.item for change in removed} & present),
        "retargeted": _items(entries, facts.TargetMoved),
        "withdrawn": sum(isinstance(each.change, facts.PlanRemoved) for each in entries),
        "set_back": sum(isinstance(each.change, facts.PlanStatusChanged) for each in entries),
        "others": sum(isinstance(each.change, _OTHERS) for each in entries),
        "continued": sum(promise.plan is not None for promise in history.promises.values()),
        "version_anchor": addresses.version_anchor,
        "earlier": [(taken_down(one), one) for one in history.earlier],
    }


def _items(entries: Sequence[LedgerEntry], *kinds: type[Change]) -> int:
    """How many items have moves of these kinds."""
    return len({each.change.item for each in entries if isinstance(each.change, kinds)})


def _moved(dossier: Dossier, links: Links, words: Language) -> RoadmapPicture:
    rows = dossier.moved
    activities = [row.activity for row in rows]
    group = RoadmapGroup(None, rows, plan_total(activities), actual_total(activities))
    title = words.word(say("Jadwal selesai yang tidak lagi seperti pertama kali diterbitkan"))
    return roadmap_picture(
        [group],
        dossier.roadmap.quarters,
        dossier.as_of,
        prefix="riwayat",
        name=lambda _: title,
        link=links.item,
        first=dossier.history.schedules,
    )


def plan_feed_file(dossier: Dossier, site: Site) -> SiteFile:
    """The Atom feed beside a plan's page of changes."""
    page = addresses.plan(dossier.edition.address, addresses.HISTORY)
    text = plan_feed(dossier.edition, dossier.history, site, language(site.language), dossier.as_of)
    return SiteFile.of_text(addresses.feed(page), text)
