"""Links from a page of a plan to its items, and to the line in the file that a value came from."""

from collections.abc import Callable

import pytest

from generator.diagnostics import Place
from generator.model.plan import Plan
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.links import Links
from generator.pages.site import Site

FORGE = Site(repository="https://forge.example/dinas/rencana", commit="0123abcd")


@pytest.fixture
def plan(dossier_of: Callable[..., Dossier]) -> Plan:
    return dossier_of().plan


@pytest.fixture
def links(dossier_of: Callable[..., Dossier]) -> Callable[..., Links]:
    return lambda site=FORGE: Links(dossier_of(), site)


@pytest.mark.parametrize(
    ("item", "address"),
    [
        ("K-001", "rencana-implementasi/#k-001"),
        ("G-1", "cetak-biru/#g-1"),
        ("S-1", "kerangka-pemikiran/#s-1"),
        ("L-1", "layanan/#l-1"),
        ("R-1", "cetak-biru/#r-1"),
        ("IK-1", "rencana-implementasi/#ik-1"),
        ("kominfo", "rencana-implementasi/#kominfo"),
    ],
)
def test_an_item_has_its_anchor_on_the_page_of_its_list(links: Callable[..., Links], item: str, address: str) -> None:
    assert links().item(item) == f"site:sagara/2025-2029/{address}"


def test_what_is_no_item_has_no_link(links: Callable[..., Links]) -> None:
    assert links().item("K-999") == ""


def test_a_line_leads_to_the_forge(links: Callable[..., Links], plan: Plan) -> None:
    line = links().line(plan.activities[0], "budget", 1)
    assert line.startswith('<source-line href="https://forge.example/dinas/rencana/blob/0123abcd/plans/sagara/')
    assert links().line(plan.activities[0], "budget", 0) != line


def test_values_that_stand_together_have_one_link_to_their_lines(
    links: Callable[..., Links], dossier_of: Callable[..., Dossier]
) -> None:
    edition = dossier_of().edition
    activity = edition.plan.activities[0]
    count = len(activity.budget)
    assert count > 1
    first, last = (edition.place_of(activity, "budget", at) for at in (0, count - 1))
    assert first.line < last.line
    together = links().lines_within(activity, "budget", count)
    assert f"/{first.path}#L{first.line}-L{last.end_line}" in together
    assert together.endswith(f">baris {first.line}–{last.end_line}</source-line>")


def test_a_value_on_a_line_is_told_by_it_alone(links: Callable[..., Links]) -> None:
    line = links().within(Place("plans/sagara/2025-2029.yaml", 12, 3, 12, 9))
    assert line.endswith('/plans/sagara/2025-2029.yaml#L12">baris 12</source-line>')


def test_without_a_repository_a_line_is_its_name(links: Callable[..., Links], plan: Plan) -> None:
    assert links(Site()).line(plan, "header").startswith('<source-line href="">2025-2029.yaml:')


def test_what_is_told_of_many_lines_leads_to_their_file(
    links: Callable[..., Links], dossier_of: Callable[..., Dossier]
) -> None:
    place = dossier_of().edition.place_of(dossier_of().plan, "activities")
    assert links().file(place) == (
        '<source-line href="https://forge.example/dinas/rencana/blob/0123abcd/plans/sagara/2025-2029.yaml">'
        "2025-2029.yaml</source-line>"
    )
    assert links().to_lines
    assert not links(Site()).to_lines
