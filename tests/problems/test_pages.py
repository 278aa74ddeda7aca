"""Every code has a page, no page is orphaned, and the examples of a problem's page do what the page says."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks.check import check
from generator.checks.findings import KINDS
from generator.checks.problems import problems
from generator.diagnostics.codes import PROBLEM_CODES, SETTING_CODES, WORKBOOK_CODES
from generator.diagnostics.explanations import explained_codes, explanation, nearest_code
from generator.model.address import PlanAddress
from generator.reading.disk import unopened
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile, group
from generator.reading.reader import read_plan

SOUND = (Path(__file__).parent / "sound.yaml").read_text(encoding="utf-8")
FOLDER = "plans/sagara/2025-2029"
REPEATED = re.compile(r" *# baris berikut diulang (\d+) kali\n(.+\n)")


def without(plan: str, keys: set[str]) -> str:
    """The lines of a plan outside the given top-level keys."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", plan)
    return "".join(part for part in parts if part.split(":", 1)[0] not in keys)


def files(example: str) -> PlanFiles:
    """The example as one or more files beside a sound plan, which gives up the keys that the example writes."""
    added = re.split(r"(?m)^# berkas: (.+)\n", example)
    named = dict(zip(added[1::2], added[2::2], strict=True)) or {"contoh.yaml": example}
    keys = set(re.findall(r"(?m)^([a-z_]+):", example))
    contents = {"dasar.yaml": without(SOUND, keys).encode()}
    unread = []
    for name, text in named.items():
        if reason := re.match(r"# tidak dapat dibuka: (.+)\n", text):
            contents.pop(name, None)
            unread.append(unopened(f"{FOLDER}/{name}", reason[1]))
        elif encoding := re.match(r"# disimpan sebagai (\S+)\n", text):
            contents[name] = text.encode(encoding[1])
        else:
            contents[name] = REPEATED.sub(lambda line: line[2] * int(line[1]), text).encode()
    raw = tuple(RawFile(f"{FOLDER}/{name}", content) for name, content in contents.items())
    return PlanFiles(PlanAddress("sagara", "2025-2029"), raw, tuple(unread))


def told_of_folders(example: str) -> list[str]:
    """The codes of several plans, each in the folder of an institution."""
    named = re.split(r"(?m)^# folder: (.+)\n", example)
    own = zip(named[1::2], named[2::2], strict=True)
    plans = [replace(files(text), address=PlanAddress(folder, "2025-2029")) for folder, text in own]
    return [problem.code for problem in check(plans, date(2026, 11, 24), Library()).problems]


def codes(language: str, example: str) -> list[str]:
    if "# folder: " in example:
        return told_of_folders(example)
    if language == "text":  # paths
        return [problem.code for problem in group(example.splitlines(), "plans")[1]]
    return [problem.code for problem in problems(read_plan(files(example)))]


def examples(code: str) -> dict[str, tuple[str, str]]:
    page = explanation(code)
    assert page is not None
    found = re.findall(r"## Contoh yang (salah|benar)\n\n```(\w+)\n(.*?)```", page.text, re.DOTALL)
    return {which: (language, text) for which, language, text in found}


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_the_failing_example_gives_its_code_alone(code: str) -> None:
    assert codes(*examples(code)["salah"]) == [code]


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_the_passing_example_gives_nothing(code: str) -> None:
    assert codes(*examples(code)["benar"]) == []


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_a_page_says_what_why_and_how_to_mend(code: str) -> None:
    page = explanation(code)
    assert page is not None
    assert page.text.startswith(f"# {code}\n")
    assert re.findall(r"(?m)^## (.+)$", page.text) == [
        "Mengapa",
        "Cara memperbaiki",
        "Contoh yang salah",
        "Contoh yang benar",
    ]
    assert page.summary.endswith(".")


def test_no_code_lacks_its_page_and_no_page_is_orphaned() -> None:
    assert set(explained_codes()) == {*PROBLEM_CODES, *SETTING_CODES, *WORKBOOK_CODES, *(kind.code for kind in KINDS)}


def test_no_code_is_both_a_problem_and_a_finding() -> None:
    assert not set(PROBLEM_CODES) & {kind.code for kind in KINDS}


def test_every_code_in_the_program_is_in_the_list_and_the_other_way_round() -> None:
    package = Path(__file__).parents[2] / "generator"
    written: set[str] = set()
    for folder in ("reading", "model", "checks"):
        for path in (package / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            written |= set(re.findall(r'\b(?:Problem|Mistake|_?mistake|misspelt)\(\s*"([a-z0-9-]+)"', text))
            written |= set(re.findall(r'return \(?\s*"([a-z]+(?:-[a-z0-9]+)+)",', text))
    assert written == set(PROBLEM_CODES)


def test_the_nearest_code_is_found_for_a_slip() -> None:
    assert nearest_code("rujukan-tak-dikenal") == "rujukan-tidak-dikenal"
    assert nearest_code("zzzz") is None
