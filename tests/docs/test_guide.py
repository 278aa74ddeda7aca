"""The planner's guide says what the model says: no field undocumented, none invented, every example usable."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.cli import command as command_of
from generator.locale.glossary import glossary
from generator.model.address import PlanAddress
from generator.model.description import fields
from generator.model.schema import plan_schema
from generator.model.terms import SectionKey
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

from .tables import ENTITIES, GUIDE, ROOT, TABLE, table

PANDUAN = ROOT / "docs/panduan"
MINE = ["README", "mulai", "menulis-yaml", "menyunting-di-peramban", "penyunting-teks", "istilah"]
PAGES = [
    *(PANDUAN / f"{name}.md" for name in MINE),
    *sorted((PANDUAN / "cara").glob("*.md")),
    *sorted(GUIDE.glob("*.md")),
    ROOT / "docs/format-rencana.md",
]
TEXTS = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in PAGES}
TABLES = [(found[1], found[2]) for text in TEXTS.values() for found in TABLE.finditer(text)]


def titled(text: str, language: str) -> list[tuple[str, str]]:
    """Fenced blocks of a language, without the indent they have inside a list, with their titles."""
    found = re.findall(rf'^( *)```{language}(?: title="(.*?)")?\n(.*?)^\1```', text, re.MULTILINE | re.DOTALL)
    return [(title, re.sub(rf"^{indent}", "", body, flags=re.MULTILINE)) for indent, title, body in found]


AROUND = {
    "tempel di bawah kegiatan terakhir": "kegiatan:\n",
    "tempel di dalam kegiatannya": "kegiatan:\n  - id: K-014\n",
    "tempel di dalam rencana": "rencana:\n",
}
"""What stands above a piece that is pasted there."""


def blocks(text: str, language: str) -> list[str]:
    """Fenced blocks of a language, as part of a plan."""
    return [AROUND.get(title, "") + body for title, body in titled(text, language)]


def without_required(schema: Any) -> Any:
    """The schema for a piece of a plan: what is there must be right, nothing has to be there."""
    if isinstance(schema, dict):
        return {
            word: without_required(each)
            for word, each in schema.items()
            if word != "required" or not isinstance(each, list)
        }
    return [without_required(each) for each in schema] if isinstance(schema, list) else schema


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(schema: Any, text: str) -> list[str]:
    value = as_json(YAML(typ="safe", pure=True).load(text))
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)]


def test_every_group_of_fields_has_one_table() -> None:
    assert sorted(name for name, _ in TABLES) == sorted(ENTITIES)


@pytest.mark.parametrize(("name", "written"), TABLES, ids=[name for name, _ in TABLES])
def test_a_table_says_what_the_model_says(name: str, written: str) -> None:
    assert written == table(name), "read the change, then run `python -m tests.docs.tables`"


def test_a_table_names_every_field_of_its_group_and_its_example() -> None:
    for name, written in TABLES:
        keys = re.findall(r"^\| `(\w+)` \|", written, re.MULTILINE)
        assert keys == [field.key for field in fields(ENTITIES[name])]
        assert all(len(re.findall(r"(?<!\\)\|", line)) == 6 for line in written.splitlines())


def test_the_glossary_page_is_the_glossary() -> None:
    rows = re.findall(r"^\| (.+?) \| (.*?) ?\| (.+?) \| (.+?) \|$", TEXTS["docs/panduan/istilah.md"], re.MULTILINE)
    assert rows[2:] == [(each.term, each.long_form, each.explanation, each.source) for each in glossary()]


def test_the_sections_of_the_format_are_those_of_the_model() -> None:
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| (.+) \|$", TEXTS["docs/format-rencana.md"], re.MULTILINE)
    assert rows == [(str(number), each.value, each.label.msgid) for number, each in enumerate(SectionKey, 1)]


def test_the_required_keys_of_the_format_are_those_of_the_model() -> None:
    text = TEXTS["docs/format-rencana.md"]
    told = [
        re.findall(r"`(\w+)`", re.search(rf"^{word}: (.*?\.)", text, re.MULTILINE | re.DOTALL)[1])
        for word in ("Wajib", "Boleh tidak ada")
    ]  # type: ignore[index]
    whole = plan_schema(whole=True)
    assert told == [whole["required"], [key for key in whole["properties"] if key not in whole["required"]]]


@pytest.mark.parametrize("page", TEXTS)
def test_every_piece_of_yaml_is_right(page: str) -> None:
    loose = without_required(plan_schema())
    for block in blocks(TEXTS[page], "yaml"):
        assert complaints(loose, block) == [], block


def test_there_are_pieces_of_yaml_and_a_wrong_one_would_be_seen() -> None:
    assert sum(len(blocks(text, "yaml")) for text in TEXTS.values()) >= 15
    assert complaints(without_required(plan_schema()), "kegiatan: [{statsu: berjalan}]") != []


def test_the_activity_to_copy_is_complete() -> None:
    first = blocks(TEXTS["docs/panduan/cara/menambah-kegiatan.md"], "yaml")[0]
    assert complaints(plan_schema(), first) == []


PASTED = [
    (page.name, title, body)
    for page in [*sorted((PANDUAN / "cara").glob("*.md")), PANDUAN / "git.md"]
    for title, body in titled(page.read_text(encoding="utf-8"), "yaml")
    if title
]


def pasted(plan: str, title: str, body: str) -> str:
    """A plan in which a planner has pasted a piece where its title says."""
    if title == "tempel di ujung berkas":
        return f"{plan}\n{body}"
    if title == "tempel di dalam rencana":
        plan = re.sub(r"(?m)^  rencana_acuan:\n(?:    .*\n)+", "", plan)
        return re.sub(r"(?m)^rencana:\n", lambda found: found[0] + body, plan)
    last = r"(?ms)^kegiatan:\n.*?(?=^\S)"
    return re.sub(last, lambda found: found[0].rstrip() + "\n" + body + "\n", plan)


@pytest.mark.parametrize(("page", "title", "body"), PASTED, ids=[f"{page}-{title}" for page, title, _ in PASTED])
def test_a_piece_is_right_where_it_is_pasted(page: str, title: str, body: str) -> None:
    plan = (ROOT / "tests/examples/contoh.yaml").read_text(encoding="utf-8")
    (activity,) = [text for _, where, text in PASTED if where == "tempel di bawah kegiatan terakhir"]
    if title != "tempel di bawah kegiatan terakhir":
        plan = pasted(plan, "tempel di bawah kegiatan terakhir", activity)
    after = pasted(plan, title, body)
    assert len(after) >= len(plan) + len(body) - 400
    address = PlanAddress("sagara", "2025-2029")
    reading = read_plan(PlanFiles(address, (RawFile("plans/sagara/2025-2029.yaml", after.encode()),)))
    assert [problem.code for problem in reading.problems] == [], after


def test_every_way_to_paste_is_tried_and_a_second_key_would_be_seen() -> None:
    assert {title for _, title, _ in PASTED} == {*AROUND, "tempel di ujung berkas"}
    assert len(PASTED) >= 8
    for path in (PANDUAN / "cara").glob("*.md"):
        untitled = [body for title, body in titled(path.read_text(encoding="utf-8"), "yaml") if not title]
        assert path.stem == "membagi-berkas" or untitled == []  # there a file of its own begins


def test_the_settings_of_the_editor_are_json_and_name_the_saved_schema() -> None:
    text = TEXTS["docs/panduan/penyunting-teks.md"]
    (settings,) = blocks(text, "json")
    (path,) = json.loads(settings)["yaml.schemas"]
    assert f"rencana schema --output {path}" in text
    assert f"$schema=../../../{path}" in text


@pytest.mark.parametrize("page", TEXTS)
def test_every_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)", TEXTS[page]):
        assert target.startswith("https://") or (ROOT / page).parent.joinpath(target).is_file(), target


def test_every_page_is_reached_from_the_first() -> None:
    first = TEXTS["docs/panduan/README.md"]
    for page in PAGES[1:-1]:
        assert f"({page.relative_to(PANDUAN)})" in first


@pytest.mark.parametrize("page", TEXTS)
def test_every_command_and_option_exists(page: str) -> None:
    for command, options in re.findall(r"rencana (check|new|schema)\b([^`\n]*)", TEXTS[page]):
        known = {name for each in command_of(command).params if isinstance(each, click.Option) for name in each.opts}
        assert set(re.findall(r"(?<!\S)--[\w-]+", options)) <= known


def test_the_guide_answers_the_seven_questions() -> None:
    assert {path.stem for path in (PANDUAN / "cara").glob("*.md")} >= {
        "menambah-kegiatan",
        "melaporkan-kemajuan",
        "mencatat-realisasi",
        "menjawab-temuan",
        "menunda-kegiatan",
        "membagi-berkas",
        "rencana-berikutnya",
    }


def test_pages_stay_short() -> None:
    for page, text in TEXTS.items():
        prose = [line for line in text.splitlines() if not line.startswith("|")]
        assert len(prose) <= 110, page
        assert Path(page).suffix == ".md"


@pytest.mark.parametrize("page", TEXTS)
def test_every_code_of_a_finding_has_its_page(page: str) -> None:
    codes = re.findall(r"temuan `([a-z-]+)`|temuan: ([a-z-]+)", TEXTS[page])
    for code in (one or other for one, other in codes):
        assert (ROOT / f"docs/kode/{code}.md").is_file(), code
