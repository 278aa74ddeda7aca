"""Each kind of finding has a page, and its two examples do what the page says."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.checks.findings import KINDS
from generator.model.baseline_change import BaselineChange, Promise, PromiseFact, UnexplainedMove

from .conftest import AS_OF

PAGES = Path(__file__).parents[4] / "docs" / "kode"
CODES = [kind.code for kind in KINDS]
FROM_GIT = ("perubahan-dasar", "janji-berubah-tanpa-alasan")
BESIDE = {
    "janji-berubah-tanpa-alasan": {"perubahan-dasar"},  # a reason explains a change and does not undo it
    "masa-berakhir": {"belum-mulai", "terlambat", "reviu-terlambat"},  # what the day of its examples brings
}
SHOWN = "Contoh yang memunculkan temuan"
SILENT = "Contoh yang tidak"


def example(code: str, heading: str) -> str:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    section = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)[0]


def day(code: str) -> date:
    """The day on which the examples of a page are read."""
    return date(2030, 1, 1) if code == "masa-berakhir" else AS_OF


def changes(look, code, current) -> tuple[PromiseFact, ...]:
    """What the history would tell: only the pages on it have a first version."""
    if code not in FROM_GIT:
        return ()
    first = look.edition(example(code, "Versi pertama")).plan.activities[0].end
    plan = look.edition(current).plan
    now = plan.activities[0].end
    moved = BaselineChange("K-001", Promise.END, first, now, date(2026, 3, 1), "abc1234")
    unexplained = UnexplainedMove("K-001", Promise.END, date(2026, 3, 1))
    told = (moved,) if plan.change_reasons else (moved, unexplained)
    return told if first != now else ()


@pytest.mark.parametrize("code", CODES)
def test_the_first_example_shows_the_finding(look, code):
    yaml = example(code, SHOWN)
    assert code in look(yaml, day(code), changes=changes(look, code, yaml))


@pytest.mark.parametrize("code", CODES)
def test_the_second_example_shows_no_finding_at_all(look, code):
    yaml = example(code, SILENT)
    found = look(yaml, day(code), changes=changes(look, code, yaml))
    assert set(found) - BESIDE.get(code, set()) == set()


@pytest.mark.parametrize("code", CODES)
def test_the_answer_on_the_page_answers_the_first_example(look, code):
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    answer = re.findall(r'```yaml title="jawaban"\n(.*?)```', page, re.DOTALL)[0]
    yaml = example(code, SHOWN)
    seen = look(yaml + answer, day(code), changes=changes(look, code, yaml))[code]
    assert [each.finding.answer.explanation for each in seen if each.finding.answer] == [
        "Alasan lembaga, dalam satu atau dua kalimat."
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_named_after_its_kind_and_says_why_and_what_to_do(code):
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code}\n")
    assert re.findall(r"^## (.*)", page, re.MULTILINE)[:2] == ["Mengapa", "Cara memperbaiki atau menjawab"]
