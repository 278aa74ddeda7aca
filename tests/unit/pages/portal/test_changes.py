"""The newest changes of all plans."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.history import History
from generator.pages.plan.dossier import NOT_ASKED
from generator.pages.portal.changes import changes_page
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.publishing.markdown import markdown
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"
SITE = Site(url="https://rencana.example/")
DAY = date(2026, 11, 24)
TEMPLATES = environment((Path(__file__).parents[4] / "site_templates",), "id")


def past(workshop: Any) -> History:
    return histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]


def test_the_portal_has_the_newest_of_all_and_their_feed(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    for day, end in (("2025-02-14", "2028-T1"), ("2026-01-10", "2028-T4"), ("2026-07-01", "2029-T2")):
        values["kegiatan"][0]["selesai"] = end
        workshop.commit({FILE: values}, day=day)
    edition = edition_of(values)
    page, feed = changes_page([(edition, past(workshop)), (edition, NOT_ASKED)], (), SITE, TEMPLATES, DAY)
    assert isinstance(page, Page)
    assert isinstance(feed, SiteFile)
    told = markdown(page)
    assert told.index("## 1 Juli 2026") < told.index("## 10 Januari 2026") < told.index("## 14 Februari 2025")
    assert "../sagara/2025-2029/riwayat/#versi-" in told
    assert "Riwayat 1 rencana tidak diketahui." in told
    assert feed.address == "perubahan/atom.xml"
    assert feed.content.count(b"<entry>") == 3


def test_a_portal_without_any_history_says_so() -> None:
    page, feed = changes_page([], (), SITE, TEMPLATES, DAY)
    assert isinstance(page, Page)
    assert isinstance(feed, SiteFile)
    assert "Belum ada perubahan yang diketahui" in markdown(page)
    assert b"<entry>" not in feed.content
