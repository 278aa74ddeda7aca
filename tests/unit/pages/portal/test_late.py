"""The national page of late and slipped promises, and its feed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from generator.model.baseline_change import Promise
from generator.model.edition import Edition
from generator.model.money import Total
from generator.model.portfolio import InstitutionPlans
from generator.pages.plan.dossier import Dossier
from generator.pages.portal.pages import portal_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.views.portrait import Portrait, portrait
from generator.views.withdrawn import Withdrawn
from tests.unit.pages.reading import body

ROOT = Path(__file__).parents[4]
TODAY = date(2028, 2, 1)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def one(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Portrait:
    values = small_plan()
    values["kegiatan"][0] |= {"nama": "Portal <b>satu</b>", "selesai": "2027-T4", "status": "berjalan"}
    edition = edition_of(values)
    return portrait(Dossier(edition, InstitutionPlans("sagara", (edition,)), TODAY))


def made(portraits: list[Portrait], address: str) -> Page | SiteFile:
    templates = environment((ROOT / "site_templates",), "id")
    site = Site(url="https://rencana.example/")
    return {page.address: page for page in portal_pages(portraits, [], site, templates, TODAY)}[address]


def test_a_late_promise_is_named_with_its_owner_its_end_and_its_days(one: Portrait) -> None:
    told = body(made([one], "terlambat/"))
    row = told[told.index("<tbody>") : told.index("</tbody>")]
    for part in ("Portal &lt;b&gt;satu&lt;/b&gt;", "#k-001", one.name, "T4 2027", "32 hari"):
        assert part in row
    assert "Riwayat 1 lembaga tidak diketahui" in told


def test_what_was_taken_back_is_listed_with_its_reason(one: Portrait) -> None:
    day = date(2027, 5, 4)
    gone = Withdrawn(Promise.ACTIVITY, "K-9", "Kios <i>", Total(240_000_000, 1), Total(), day, "Digabung <b>")
    less = Withdrawn(Promise.CEILING, "pendanaan", "", Total(9_000_000, 1), Total(8_000_000, 1), day, None, "2027")
    told = body(made([replace(one, withdrawn=(gone, less), begins_late=day, history_known=True)], "terlambat/"))
    table = told[told.index('id="tabel-dihapus"') :]
    for part in ("K-9 Kios &lt;i&gt;", "dihapus", "Rp240 juta", "4 Mei 2027", "Digabung &lt;b&gt;"):
        assert part in table
    for part in ("Cetak biru pendanaan", "2027 diturunkan", "Rp9 juta", "Rp8 juta"):
        assert part in table
    assert "riwayat/#janji-yang-diubah" in table
    assert "Riwayat 1 lembaga dimulai sesudah rencananya ditetapkan" in told


def test_nothing_late_is_said(one: Portrait) -> None:
    told = body(made([replace(one, late=())], "terlambat/"))
    assert "Tidak ada kegiatan yang melewati jadwal selesainya." in told
    assert "Tidak ada jadwal selesai yang diketahui diundur." in told


def test_the_feed_has_an_entry_a_promise_dated_when_it_became_late(one: Portrait) -> None:
    file = made([one], "terlambat/atom.xml")
    assert isinstance(file, SiteFile)
    feed = fromstring(file.content)
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == f"{one.name}: Portal <b>satu</b>"
    assert entry.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}updated") == "2028-01-01T00:00:00+07:00"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://rencana.example/sagara/2025-2029/rencana-implementasi/#k-001"


def test_an_empty_feed_is_valid_and_dated_by_the_day(one: Portrait) -> None:
    file = made([replace(one, late=())], "terlambat/atom.xml")
    assert isinstance(file, SiteFile)
    assert fromstring(file.content).findtext(f"{ATOM}updated") == "2028-02-01T00:00:00+07:00"
