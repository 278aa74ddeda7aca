from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.history import History
from generator.model.portfolio import Portfolio
from generator.pages.plan import history
from generator.pages.plan.dossier import NOT_ASKED, Dossier
from generator.pages.plan.history import plan_feed_file
from generator.pages.plan.news import news_of_gone
from generator.pages.plan.pages import plan_pages
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


@pytest.fixture
def edition(workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]) -> Edition:
    """A plan whose first activity was moved twice, once with a reason; the second one is gone."""
    values = small_plan()
    workshop.commit({FILE: values}, day="2025-02-14")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    values["kegiatan"][0]["nama"] = "Portal <b>satu</b> & *pintu*"
    values["alasan_perubahan"] = [{"item": "K-001", "tanggal": "2026-01-05", "alasan": "Lelang  <i>diulang</i>."}]
    workshop.commit({FILE: values}, day="2026-01-10")
    values["kegiatan"][0]["selesai"] = "2029-T2"
    del values["kegiatan"][1]
    workshop.commit({FILE: values}, day="2026-07-01")
    return edition_of(values)


def past(workshop: Any) -> History:
    return histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]


def pages(edition: Edition, history: History) -> dict[str, str]:
    institution = Portfolio.of([edition]).institutions[0]
    dossier = Dossier(edition, institution, DAY, (), history)
    return {
        page.address.removeprefix("sagara/2025-2029/"): markdown(page) for page in plan_pages(dossier, SITE, TEMPLATES)
    }


def test_who_was_at_the_address_before_is_told(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    old = small_plan()
    old["lembaga"] |= {"kode": "99.77", "nama": "Badan <b>Lama</b>"}
    workshop.commit({FILE: old}, day="2025-02-14")
    workshop.commit({FILE: None}, day="2025-03-01")
    workshop.commit({FILE: small_plan()}, day="2026-01-10")
    history = past(workshop)
    told = pages(edition_of(small_plan()), history)["riwayat/"]
    assert "Rencana lain yang dahulu beralamat di sini" in told
    assert "Badan &lt;b&gt;Lama&lt;/b&gt;" in told
    assert "terbit 14 Februari 2025, tidak lagi diterbitkan sejak 1 Maret 2025" in told
    news = news_of_gone({HERE: history}, [HERE])
    assert {each.page for each in news} == {"sagara/2025-2029/riwayat/#rencana-lain"}
    assert [each.version.day.isoformat() for each in news] == ["2025-02-14", "2025-03-01"]
    assert [each.version.day.month for each in news_of_gone({HERE: history}, [])] == [2, 3]


def test_the_page_tells_first_against_now_and_why(workshop: Any, edition: Edition) -> None:
    told = pages(edition, past(workshop))["riwayat/"]
    assert "Sejak versi pertama pada 14 Februari 2025: jadwal selesai 1 kegiatan digeser, 1 kegiatan dihapus." in told
    assert "diundur 2 kali, dari T4 2027 ke T2 2029" in told
    assert "baru dimulai" not in told
    assert '<path class="first"' in told
    assert "Lelang &lt;i&gt;diulang&lt;/i&gt;." in told
    assert "<b>satu</b>" not in told
    assert told.index("1 Juli 2026") < told.index("10 Januari 2026")
    assert "Nama Orang" not in told
    versions = [version.commit[:10] for version in past(workshop).versions]
    assert all(f'id="versi-{commit}"' in told for commit in versions)


def test_that_a_plan_was_away_is_in_the_first_sentence(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    workshop.commit({FILE: values}, day="2025-02-14")
    workshop.commit({FILE: None}, day="2025-03-01")
    workshop.commit({FILE: values}, day="2026-01-10")
    told = pages(edition_of(values), past(workshop))["riwayat/"]
    assert "Sejak versi pertama pada 14 Februari 2025: rencana ini 1 kali tidak lagi diterbitkan." in told


def test_a_gap_with_a_target_that_was_taken_out_is_in_the_first_sentence(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    values["kegiatan"][0]["menutup"] = []
    workshop.commit({FILE: values}, day="2025-02-14")
    del values["kesenjangan"][0]
    workshop.commit({FILE: values}, day="2026-01-10")
    told = pages(edition_of(values), past(workshop))["riwayat/"]
    assert "pada 14 Februari 2025: 1 kegiatan induk, kesenjangan, indikator, layanan, atau peraturan dihapus." in told


def test_what_was_removed_is_told_where_a_reader_looks_for_what_slipped(workshop: Any, edition: Edition) -> None:
    told = pages(edition, past(workshop))[""]
    removed = told[told.index("yang-bergeser") : told.index("yang-akan-datang")]
    assert "<b>dihapus</b>" in removed
    assert "K-002" in removed
    assert "1 Juli 2026 · tanpa alasan tercatat" in removed
    assert '<a href="riwayat/#janji-yang-diubah">' in removed


def test_a_history_that_begins_after_its_plan_says_so(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    values["rencana"]["penetapan"] = {"tanggal": "2025-03-10"}
    workshop.commit({FILE: values}, day="2026-02-14")
    told = pages(edition_of(values), past(workshop))
    told_there = "baru dimulai pada 14 Februari 2026, sedangkan rencananya ditetapkan pada 10 Maret 2025"
    assert told_there in told["riwayat/"]
    assert "Riwayat dimulai 14 Februari 2026; sebelumnya tidak diketahui." in told[""]


def test_the_card_and_the_summary_say_it_too(workshop: Any, edition: Edition) -> None:
    told = pages(edition, past(workshop))
    assert "Jadwal selesai diundur 2 kali, dari T4 2027 ke T2 2029." in told["rencana-implementasi/"]
    assert "Pada 1 Juli 2026 ada 2 perubahan" in told[""]
    assert "Riwayat" not in told["cetak/"].split("\n---\n")[1].split("</nav>")[0]


def test_a_plan_that_is_a_draft_again_says_since_when(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    workshop.commit({FILE: values}, day="2025-02-14")
    values["rencana"]["status"] = "rancangan"
    values["kegiatan"][0]["selesai"] = "2029-T2"
    workshop.commit({FILE: values}, day="2026-01-10")
    told = pages(edition_of(values), past(workshop))
    lead = (
        "Sejak versi pertama pada 14 Februari 2025: rencana ini 1 kali kembali menjadi rancangan. Sejak 10 Januari 2026"
    )
    assert f"{lead} ia rancangan: yang berubah sejak itu belum" in " ".join(told["riwayat/"].split())
    assert "dalam rancangan</td>" in told["riwayat/"]
    assert "belum dikomit" not in told["riwayat/"]
    assert "Sejak 10 Januari 2026 rencana ini kembali menjadi rancangan" in told[""]
    assert "Tidak ada jadwal selesai yang diundur" not in told[""]


def test_a_history_that_is_not_known_invents_nothing(edition: Edition) -> None:
    told = pages(edition, NOT_ASKED)
    assert "Riwayat rencana ini tidak diketahui" in told["riwayat/"]
    assert "Semua versi" not in told["riwayat/"]
    assert "Perubahan terakhir" not in told[""]
    assert "diundur" not in told["rencana-implementasi/"]


def test_skipped_versions_are_named(workshop: Any, edition: Edition, small_plan: Callable[[], Values]) -> None:
    workshop.commit({FILE: "rusak: ["}, day="2026-08-01")
    workshop.commit({FILE: small_plan()}, day="2026-08-02")
    told = pages(edition, past(workshop))["riwayat/"]
    assert "1 versi tidak dapat diterbitkan" in told
    assert "1 Agustus 2026" in told


def test_what_came_back_is_not_counted_as_gone(
    workshop: Any, small_plan: Callable[[], Values], edition_of: Callable[..., Edition]
) -> None:
    values = small_plan()
    workshop.commit({FILE: values}, day="2025-02-14")
    workshop.commit({FILE: {**values, "kegiatan": values["kegiatan"][:1], "indikator_kinerja": []}}, day="2026-01-10")
    without = pages(edition_of({**values, "indikator_kinerja": []}), past(workshop))["riwayat/"]
    assert (
        "14 Februari 2025: 1 kegiatan induk, kesenjangan, indikator, layanan, atau peraturan dihapus, 1 janji"
        in without
    )
    workshop.commit({FILE: values}, day="2026-02-10")
    told = pages(edition_of(values), past(workshop))["riwayat/"]
    assert "14 Februari 2025: 2 janji dihapus lalu dicantumkan lagi.</p>" in told


def test_the_feed_stands_beside_the_page(workshop: Any, edition: Edition) -> None:
    institution = Portfolio.of([edition]).institutions[0]
    feed = plan_feed_file(Dossier(edition, institution, DAY, (), past(workshop)), SITE)
    assert feed.address == "sagara/2025-2029/riwayat/atom.xml"
    assert feed.content.count(b"<entry>") == 3


def test_a_long_history_is_cut_and_leads_to_all_of_it(
    workshop: Any, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pages(edition, past(workshop))["riwayat/"]
    for name in ("MOST_ROWS", "MOST_TOLD", "MOST_TOLD_OF_OLD"):
        monkeypatch.setattr(history, name, 1)
    cut = pages(edition, past(workshop))["riwayat/"]
    assert whole.count("<tr>") - cut.count("<tr>") == 2
    assert "1 yang terbaru dari 3 perubahan janji; semuanya ada dalam berkas CSV." in cut
    assert "dan 1 perubahan lain" in cut
    assert "perubahan lain" not in whole
