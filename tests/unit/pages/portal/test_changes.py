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
    days = [told.index(f">{day}</h3>") for day in ("1 Juli 2026", "10 Januari 2026", "14 Februari 2025")]
    assert days == sorted(days)
    months = [told.index(f"\n## {month}") for month in ("Juli 2026", "Januari 2026", "Februari 2025")]
    assert months == sorted(months)
    assert '<a href="#bulan-2026-01">Januari 2026</a>' in told
    assert "../sagara/2025-2029/riwayat/#versi-" in told
    assert "Riwayat 1 rencana tidak diketahui." in told
    assert feed.address == "perubahan/atom.xml"
    assert feed.content.count(b"<entry>") == 3


def test_promises_come_first_and_what_was_only_filled_in_is_folded(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    workshop.commit({FILE: values}, day="2025-02-14")
    portal, other = values["kegiatan"]
    portal |= {"selesai": "2029-T2", "uraian": "Satu <b>pintu</b>.", "lokasi": ["Kota"], "prioritas": "tinggi"}
    other["uraian"] = "Dua pintu."
    workshop.commit({FILE: values}, message="Ubah\n\nAlasan: Lelang diulang.", day="2026-01-10")
    page, _ = changes_page([(edition_of(values), past(workshop))], (), SITE, TEMPLATES, DAY)
    assert isinstance(page, Page)
    told = markdown(page)
    version = told[told.index("10 Januari 2026</h3>") : told.index("14 Februari 2025</h3>")]
    moved, folded = version.split("<details")
    assert "jadwal selesai diundur" in moved
    assert "alasan: Lelang diulang." in moved
    assert "uraian" not in moved
    assert "4 isian lain dicatat atau diubah</summary>" in folded
    assert "Satu &lt;b&gt;pintu" in folded


def test_a_portal_without_any_history_says_so() -> None:
    page, feed = changes_page([], (), SITE, TEMPLATES, DAY)
    assert isinstance(page, Page)
    assert isinstance(feed, SiteFile)
    assert "Belum ada perubahan yang diketahui" in markdown(page)
    assert b"<entry>" not in feed.content
