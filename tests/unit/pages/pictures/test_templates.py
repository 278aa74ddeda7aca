"""The templates that draw the pictures: well-formed, escaped, without inline styles, with ids that meet."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.model.plan import Plan
from generator.model.values import Quarter
from generator.pages.pictures.journeys import journeys_picture
from generator.pages.pictures.matrix import matrix_picture
from generator.pages.pictures.money import money_by_year
from generator.pages.pictures.overview import overview_picture
from generator.pages.pictures.people import people_picture
from generator.pages.pictures.progress import progress_picture
from generator.pages.pictures.provinces import provinces_picture
from generator.pages.pictures.roadmap import roadmap_picture
from generator.pages.rendering.templates import environment
from generator.views.budget import budget
from generator.views.coverage import coverage
from generator.views.references import References
from generator.views.roadmap import roadmap
from generator.views.staffing import staffing

AS_OF = date(2026, 11, 24)
TEMPLATES = Path(__file__).parents[4] / "site_templates"
EVIL = 'Portal <script>alert("1")</script> & {{ 7 * 7 }}'
ACTIVITIES: tuple[dict[str, Any], ...] = (
    {"nama": EVIL, "status": "selesai"},
    {"selesai": "2026-T3", "kemajuan": [{"tanggal": "2026-09-01", "persen": 30}], "bergantung_pada": ["K-001"]},
    {"mulai": "2027-T1", "selesai": "tidak_diketahui", "bergantung_pada": ["X-9"]},
    {"mulai": "tidak_diketahui", "tahap": "tidak_diketahui"},
    {"mulai": "tidak_diketahui", "selesai": "tidak_diketahui", "status": "tidak_diketahui"},
    {
        "status": "dibatalkan",
        "tonggak": [{"tanggal": "2027-01-01"}, {"tanggal": "2026-06-01", "tercapai": "2026-06-02"}],
    },
)


def draw(name: str, plan: Plan, prefix: str = "p") -> str:
    view = roadmap(plan, AS_OF)
    first = {"K-002": (Quarter(2025, 1), Quarter(2025, 4))}
    made: dict[str, tuple[str, Callable[[], Any]]] = {
        "roadmap": (
            "roadmap",
            lambda: roadmap_picture(
                view.by_program, view.quarters, AS_OF, prefix=prefix, name=str, link=lambda one: f"#{one}", first=first
            ),
        ),
        "overview": (
            "overview",
            lambda: overview_picture(view.by_program, view.quarters, AS_OF, prefix=prefix, name=str),
        ),
        "money": ("bars", lambda: money_by_year(budget(plan), str)),
        "people": ("bars", lambda: people_picture(staffing(plan).by_role, str)),
        "progress": ("progress", lambda: progress_picture(view.rows, prefix)),
        "journeys": ("journeys", lambda: journeys_picture(plan.services, lambda one: f"#{one}")),
        "matrix": ("matrix", lambda: matrix_picture(coverage(References(plan)), lambda one: f"#{one.value}", prefix)),
        "provinces": (
            "provinces",
            lambda: provinces_picture(["Terbit", "Lambat"], {"32": ("2", "1")}, str),
        ),
    }
    file, picture = made[name]
    module = environment((TEMPLATES,), "id").get_template(f"partials/pictures/{file}.j2").module
    return str(getattr(module, name)(picture()))


PICTURES = ("roadmap", "overview", "money", "people", "progress", "journeys", "matrix", "provinces")


@pytest.fixture
def plan(plan_of: Callable[..., Plan]) -> Plan:
    return plan_of(
        *ACTIVITIES,
        program=[{"id": "P-1", "nama": EVIL}],
        layanan=[{"id": "L-1", "nama": EVIL, "tahap_sekarang": "persiapan", "tahap_sasaran": "pemantapan"}],
        sdm=[{"peran": "data", "tahun": 2026, "ada": 1}],
    )


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_well_formed_and_keeps_to_the_content_policy(name: str, plan: Plan) -> None:
    html = draw(name, plan)
    root = ElementTree.fromstring(f"<figure>{html}</figure>")
    assert len(root) > 0
    assert not [element for element in root.iter() if "style" in element.attrib]
    assert not re.search(r"<(?:script|style)|\son\w+=", html)


@pytest.mark.parametrize("name", PICTURES)
def test_every_reference_meets_an_id_and_ids_are_unique(name: str, plan: Plan) -> None:
    html = draw(name, plan, "satu") + (draw(name, plan, "dua") if name not in ("money", "people") else "")
    root = ElementTree.fromstring(f"<figure>{html}</figure>")
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    wanted = {element.attrib["href"][1:] for element in root.iter("use")}
    wanted |= set(re.findall(r"url\(#([^)]+)\)", html))
    for element in root.iter():
        for attribute in ("aria-labelledby", "aria-describedby"):
            wanted |= set(element.attrib.get(attribute, "").split())
    assert wanted <= set(ids)


def test_text_of_a_plan_is_text(plan: Plan) -> None:
    for name in ("roadmap", "journeys"):
        html = draw(name, plan)
        assert "&lt;script&gt;" in html
        assert "49" not in re.sub(r'="[^"]*"', "", html)


def test_a_drawing_with_links_is_a_group_and_one_without_is_an_image(plan: Plan) -> None:
    assert 'role="img"' not in draw("roadmap", plan)
    assert draw("overview", plan).count('role="img"') == 1


def test_a_row_says_in_words_what_it_shows(plan: Plan) -> None:
    html = draw("roadmap", plan)
    assert "K-002 Portal perizinan: T2 2026 – T3 2026, tahap 3, terlambat, 30%; menunggu K-001" in html
    for words in ("akhir tidak diketahui", "awal tidak diketahui", "jadwal tidak diketahui", "jadwal pertama"):
        assert words in html
    assert '<tspan class="is-late">terlambat</tspan> · 30%' in html
    assert "hari ini, 24 November 2026" in html


def test_an_unknown_count_is_worded(plan: Plan) -> None:
    assert 'butuh <span class="unknown">tidak diketahui</span>' in draw("people", plan)


def test_sixty_activities_stay_small(plan_of: Callable[..., Plan]) -> None:
    activities = [
        {
            "nama": f"Penyelenggaraan layanan digital terpadu nomor {number}",
            "mulai": f"2025-T{number % 4 + 1}",
            "tonggak": [{"tanggal": "2027-01-01"}],
            "bergantung_pada": [f"K-{number:03}"] if number else [],
        }
        for number in range(60)
    ]
    assert len(draw("roadmap", plan_of(*activities))) < 66_000
