import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.problems import problems
from generator.model.address import PlanAddress
from generator.model.description import fields, tables
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.terms import SectionKey
from generator.reading.nodes import Group, Scalar
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import Reading, read_plan
from generator.reading.text import decode
from generator.reading.yaml import compose
from generator.scaffold.filling import answers, as_yaml, fill, templates

from .plans import SLEMAN, new_plan

NAMES = {
    "cetak-biru.yaml",
    "inventaris.yaml",
    "kerangka-pemikiran.yaml",
    "lembaga.yaml",
    "rencana-implementasi.yaml",
    "tahap-pengembangan.yaml",
}


def switched_on(text: str) -> str:
    """Every field that is switched off with `#` switched on, as a planner would."""
    return re.sub(r"^(\s*)#(?=\S| {2,}\S)", r"\1", text, flags=re.MULTILINE)


def read(files: dict[str, str]) -> Reading:
    raw = tuple(RawFile(name, text.encode()) for name, text in files.items())
    return read_plan(PlanFiles(PlanAddress("kabupaten-sleman", "2025-2029"), raw))


def filled() -> dict[str, str]:
    return {name: named(fill(text, answers(new_plan()))) for name, text in templates().items()}


def named(text: str) -> str:
    """The examples that wait for their text, replaced."""
    return re.sub(r"\(tulis nama (.*)\)", r"Nama \1", text)


def used(entity: Entity) -> set[tuple[str, str]]:
    """The fields a plan has written, by class and Indonesian key."""
    found: set[tuple[str, str]] = set()
    for name in entity.model_fields_set:
        found.add((type(entity).__name__, str(type(entity).model_fields[name].alias)))
        value = getattr(entity, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Entity):
                found |= used(each)
    return found


def all_fields(kind: type[Entity] = Plan) -> set[tuple[str, str]]:
    found = {(kind.__name__, field.key) for field in fields(kind)}
    return found.union(*(all_fields(field.group) for field in fields(kind) if field.group))


def test_the_files_are_those_of_the_format() -> None:
    assert set(templates()) == NAMES


def test_a_new_plan_has_no_problem_but_the_examples_that_wait_for_their_text() -> None:
    waiting = read({name: fill(text, answers(new_plan())) for name, text in templates().items()})
    assert [problem.code for problem in problems(waiting)] == ["isian-contoh", "isian-contoh"]
    reading = read(filled())
    assert problems(reading) == []
    assert reading.edition is not None
    assert reading.edition.plan.institution == new_plan().institution
    assert reading.edition.plan.header == new_plan().header


def test_every_field_switched_on_is_a_sound_plan_too() -> None:
    assert problems(read({name: switched_on(text) for name, text in filled().items()})) == []


def test_no_field_of_the_model_is_missing_and_none_invented() -> None:
    reading = read({name: switched_on(text) for name, text in filled().items()})
    assert reading.edition is not None
    assert used(reading.edition.plan) == all_fields()


def test_every_word_of_an_enumeration_stands_beside_its_field() -> None:
    text = "\n".join(templates().values())
    words = {column.field.choices for table in tables() for column in table.columns if column.field.choices}
    assert len(words) > 20
    for kind in words - {SectionKey}:
        assert " | ".join(kind) in text, kind


def test_an_answer_switches_its_field_on() -> None:
    plan = new_plan(replace(SLEMAN, site="https://slemankab.example/", decree_form="perbup", decree_number="12"))
    text = fill(templates()["lembaga.yaml"], answers(plan))
    assert "\n  situs: https://slemankab.example/\n" in text
    assert "\n  penetapan: {bentuk: perbup, nomor: '12'}\n" in text
    assert "\n  #ppid: " in text


@pytest.mark.parametrize(
    "title", ["a: b #c", "- [x", "{a}", "'", '"', "«nama»", "11.10", "null", "&x *y", "%TAG", "ya: |", "# x", "a" * 400]
)
def test_what_a_person_types_cannot_break_the_file(title: str) -> None:
    own = answers(new_plan(replace(SLEMAN, title=title)))
    files = {name: named(fill(text, own)) for name, text in templates().items()}
    reading = read(files)
    assert reading.problems == ()
    assert reading.edition is not None
    assert reading.edition.plan.header.title == title


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1))
def test_any_printable_text_comes_back_from_yaml(text: str) -> None:
    file, problems = decode("x.yaml", f"kunci: {as_yaml(text)}\nlain: 1\n".encode())
    root, malformed = compose(file)
    assert problems + malformed == []
    assert isinstance(root, Group)
    value = root["kunci"]  # type: ignore[index]
    assert isinstance(value, Scalar)
    assert value == text
    assert set(root) == {"kunci", "lain"}
