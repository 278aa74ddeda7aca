"""The reader's five questions are answered, in rows, on the first screens of a plan's summary."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.once import built_once

from .conftest import ROOT
from .sites import SMALL, small_site

pytestmark = pytest.mark.browser

PLANS = (
    "kabupaten-tirtawening/2025-2029/",
    "provinsi-nusa-kencana/2024-2028/",
    "kementerian-urusan-samudra/2025-2029/",
)
QUESTIONS = ("yang-terlambat", "yang-bergeser", "yang-akan-datang", "biaya", "bagi-warga")
WITHIN = {1280: 1500, 375: 2500}

ANSWER = """id => {
  let first = document.getElementById(id).nextElementSibling;
  if (first.matches('details')) first = first.nextElementSibling;
  const answer = first.querySelector('li') || first;
  return [answer.textContent.replace(/\\s+/g, ' ').trim(), answer.getBoundingClientRect().bottom];
}"""
"""The first row below a heading, or the sentence that says there is none: its words, and where it ends.

What was missed is folded into a line above what comes."""


def asked(page: Page) -> dict[str, str]:
    """The first answer to each question; fails if one ends too far down."""
    width = page.evaluate("innerWidth")
    answers = {}
    for question in QUESTIONS:
        answers[question], bottom = page.evaluate(ANSWER, question)
        assert bottom <= WITHIN[width], (question, bottom)
    return answers


@pytest.mark.parametrize("width", WITHIN)
@pytest.mark.parametrize("plan", PLANS)
def test_each_question_of_an_example_is_answered_on_the_first_screens(
    open_page: Callable[..., Page], site_url: str, plan: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(site_url + plan)
    answers = asked(page)
    assert "kegiatan" in answers["yang-terlambat"] or "hari" in answers["yang-terlambat"]
    assert "Rp" in answers["biaya"]
    assert all(answers.values())


def test_what_is_late_names_itself_its_owner_its_promise_its_progress_and_its_money(page: Page, site_url: str) -> None:
    page.goto(site_url + PLANS[0])
    rows = page.locator("#yang-terlambat + ol > li").all_inner_texts()
    days = [int(row.split()[0]) for row in rows]
    assert days == sorted(days, reverse=True)
    for row in rows:
        for part in ("hari", "dijanjikan selesai T", "kemajuan", "Rp"):
            assert part in row
    assert "→" in asked(page)["yang-bergeser"]
    assert "alasan" in asked(page)["yang-bergeser"]


@pytest.fixture(scope="module")
def nothing_late(tmp_path_factory: pytest.TempPathFactory) -> Path:
    values = yaml.safe_load((ROOT / "tests" / "examples" / "contoh.yaml").read_text(encoding="utf-8"))
    for activity in values["kegiatan"]:
        activity |= {"selesai": "2029-T4", "status": "berjalan", "tonggak": [], "kemajuan": []}
    plan = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    return built_once(tmp_path_factory, "nothing-late", lambda output: small_site(output, plan))


@pytest.mark.parametrize("width", WITHIN)
def test_a_plan_with_nothing_late_says_so(
    open_page: Callable[..., Page], serve: Callable[..., str], nothing_late: Path, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{serve(nothing_late)}{SMALL}/")
    answers = asked(page)
    assert answers["yang-terlambat"] == "Tidak ada kegiatan yang melewati jadwal selesainya."
    assert answers["yang-akan-datang"].startswith("Tidak ada yang dijanjikan mulai, selesai, atau tercapai")
    assert answers["yang-bergeser"].startswith("Tidak diketahui:")


def test_a_phone_reads_the_heading_and_the_sentence_first(open_page: Callable[..., Page], site_url: str) -> None:
    page = open_page(viewport={"width": 375, "height": 900})
    for plan in PLANS:
        page.goto(site_url + plan)
        assert page.locator("h1").evaluate("each => each.getBoundingClientRect().top") <= 330
        assert page.locator(".lead").evaluate("each => each.getBoundingClientRect().bottom") <= 740


def test_the_institution_tells_the_same_shorter(page: Page, site_url: str) -> None:
    page.goto(site_url + "kabupaten-tirtawening/")
    assert page.locator("#yang-terlambat + ol > li").count() == 2
    assert asked(page)["yang-terlambat"]


@pytest.mark.parametrize("width", WITHIN)
def test_what_comes_is_in_sight_though_something_was_missed(
    open_page: Callable[..., Page], site_url: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(site_url + PLANS[0])
    missed = page.locator("#yang-akan-datang + details")
    expect(missed.locator("summary")).to_contain_text("terlewat, belum tercatat tercapai atau mulai")
    expect(missed.locator("li").first).to_be_hidden()
    coming = page.locator("#yang-akan-datang + details + ol > li")
    expect(coming).to_have_count(2)
    expect(coming.first).to_be_visible()
    assert not any("terlewat" in row for row in coming.all_inner_texts())
    missed.locator("summary").click()
    for row in missed.locator("li").all_inner_texts():
        assert "terlewat" in row
