from collections.abc import Callable
from typing import Any

from generator.pages.plan.dossier import Dossier
from generator.pages.plan.search_fields import search_fields
from generator.pages.portal.search import search_choices
from generator.pages.rendering.blocks import blocks
from generator.pages.rendering.page import Page
from generator.views.portrait import portrait


def test_activities_tell_their_stage_status_and_years(dossier_of: Callable[..., Dossier]) -> None:
    fields = search_fields(dossier_of(), "rencana-implementasi", ())
    assert fields.facts == "k-001 pemantapan berjalan 2026 2027; k-002 persiapan selesai 2025 2026"
    assert fields.filters["tahap"] == ["persiapan", "pemantapan"]
    assert fields.filters["status"] == ["berjalan", "selesai"]
    assert fields.filters["tahun"] == ["2025", "2026", "2027"]


def test_lateness_is_a_status_and_the_unknown_is_none(
    dossier_of: Callable[..., Dossier], small_plan: Callable[[], dict[str, Any]]
) -> None:
    activities = small_plan()["kegiatan"]
    activities[0] |= {"selesai": "2026-T2"}
    activities[1] |= {"status": "tidak_diketahui", "mulai": "tidak_diketahui", "selesai": "2028-T1"}
    fields = search_fields(dossier_of(kegiatan=activities), "rencana-implementasi", ())
    assert fields.facts == "k-001 pemantapan berjalan terlambat 2026; k-002 persiapan"
    assert fields.filters["status"] == ["berjalan", "terlambat"]


def test_other_pages_have_no_filters_of_activities(dossier_of: Callable[..., Dossier]) -> None:
    fields = search_fields(
        dossier_of(), "cetak-biru", blocks("<p>Perencanaan <unsearched>kepegawaian</unsearched></p>")
    )
    assert fields.filters == {
        "lembaga": [dossier_of().edition.address.institution],
        "jenis": ["kabupaten"],
        "provinsi": [],
        "bagian": ["cetak-biru"],
    }
    assert fields.words == "rencana"


def test_pages_that_repeat_others_are_not_searched(pages_of: Callable[..., dict[str, Page]]) -> None:
    assert [kind for kind, page in pages_of().items() if page.search is None] == ["riwayat", "usul", "cetak"]


def test_every_filter_value_of_a_page_can_be_chosen(
    pages_of: Callable[..., dict[str, Page]], dossier_of: Callable[..., Dossier]
) -> None:
    choices = search_choices([portrait(dossier_of())])
    offered = {
        "lembaga": choices.institutions,
        "jenis": choices.kinds,
        "provinsi": choices.provinces,
        "bagian": choices.parts,
        "tahap": choices.stages,
        "status": choices.statuses,
        "tahun": choices.years,
    }
    for page in pages_of().values():
        for name, values in page.search.filters.items() if page.search else ():
            assert set(values) <= {value for value, _ in offered[name]}


def test_a_site_without_institutions_offers_no_years() -> None:
    choices = search_choices([])
    assert choices.years == ()
    assert choices.institutions == ()
