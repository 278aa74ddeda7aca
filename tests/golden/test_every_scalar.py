"""No field is read by nobody: whatever scalar of a plan is changed, some page of its institution changes."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from typing import Any

import pytest

from generator.checks.findings import Elsewhere, findings
from generator.model.address import PlanAddress
from generator.model.description import Field, Shape, fields, item_lists
from generator.model.edition import Edition
from generator.model.entity import Entity, Item
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.value_type import ValueType
from generator.model.values import UNKNOWN
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.institution import institution_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.templates import environment
from generator.publishing.markdown import markdown
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan
from tests.unit.scaffold.test_filling import filled, read, switched_on

from .pages import AS_OF, REPOSITORY, SITE

pytestmark = pytest.mark.slow

SHOWN_NOWHERE = {
    "versi_format": "there is one version; another is an error",
    "alasan_perubahan": "a reason stands beside the move it explains, on the page of changes, which asks Git",
}
"""The top-level keys of which no page shows a change without Git, with the reason."""

Step = str | int
Ids = dict[type[Item] | None, list[str]]
TEMPLATES = environment((REPOSITORY / "site_templates",), SITE.language)


def edition(values: Any) -> Edition:
    content = json.dumps(values, ensure_ascii=False, default=str).encode()
    reading = read_plan(PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("rencana.yaml", content),)))
    assert reading.edition is not None, reading.problems
    return reading.edition


def pages(values: Any) -> Iterator[str]:
    """What a reader sees of each page. The file is one line: to have moved in it is not to be shown."""
    read = edition(values)
    (institution,) = Portfolio.of([read]).institutions
    dossier = Dossier(read, institution, AS_OF, tuple(findings(read, AS_OF, Elsewhere())))
    made = institution_pages({"2025-2029": dossier}, SITE, TEMPLATES)
    return (markdown(page).split("\n---\n", 1)[1] for page in made if isinstance(page, Page))


def example() -> Edition:
    """The small complete plan of the format's documentation."""
    content = (REPOSITORY / "tests/examples/contoh.yaml").read_bytes()
    read = read_plan(PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("contoh.yaml", content),))).edition
    assert read is not None
    return read


def with_every_field() -> Edition:
    """A new plan with each of its fields switched on, so that none of the format's is missing."""
    reading = read({name: switched_on(text) for name, text in filled().items()})
    assert reading.edition is not None, reading.problems
    return reading.edition


def scalars(group: type[Entity], value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Field]]:
    """Every scalar that the example holds, with its field."""
    for field in fields(group):
        found = value.get(field.key)
        here = (*path, field.key)
        if found is None:
            continue
        if field.shape is Shape.BY_YEAR:
            steps: Any = found
        elif field.shape is Shape.MANY and not isinstance(found, str):
            steps = range(len(found))
        else:
            steps = None
        for step in steps if steps is not None else [None]:
            inner = here if step is None else (*here, step)
            each = found if step is None else found[step]
            if field.group:
                yield from scalars(field.group, each, inner)
            else:
                yield inner, field


def another(field: Field, value: Any, ids: Ids) -> Any:
    """Another value that the field may hold."""
    if value == UNKNOWN.value and not field.target:
        example = field.examples[0]
        return (
            next(iter(example.values() if isinstance(example, dict) else example))
            if isinstance(example, dict | list)
            else example
        )
    if field.choices:
        return next(str(word) for word in field.choices if str(word) != value)
    if field.target:
        others = [id for id in ids[field.target] if id != value]
        return others[0] if others else UNKNOWN.value if field.unknown else None
    match field.value_type:
        case ValueType.FLAG:
            return not value
        case ValueType.DAY | ValueType.WHEN:
            return "2026-07-17" if value != "2026-07-17" else "2026-07-18"
        case ValueType.QUARTER | ValueType.SPAN:
            return "2026-T3" if value != "2026-T3" else "2026-T4"
        case ValueType.YEAR | ValueType.YEARS:
            return value + 1
        case ValueType.LINK:
            return value + "/zq"
        case ValueType.SCALE | ValueType.PERCENT:
            return value - 1
        case ValueType.NUMBER:
            return str(int(float(value)) + 1)
        case ValueType.NATIONAL_FRAME:
            return "spbe-59-2020"
        case ValueType.NATIONAL_INDICATOR:
            return "pemdi-8-2026/14"
        case ValueType.TEXT | ValueType.MARKDOWN | ValueType.IDENTIFIER:
            return f"{value}zq"
    return value + 1


class Shown:
    """A plan's values, and its pages before anything is changed."""

    def __init__(self, read: Edition) -> None:
        self.values = read.plan.model_dump(by_alias=True, mode="json", exclude_none=True)
        for answer in self.values.get("tanggapan", ()):  # an answer is shown beside the finding it answers
            found = next(each for each in findings(read, AS_OF, Elsewhere()) if each.item)
            answer |= {"temuan": found.kind, "item": found.item}
        self.ids = {table.item: [item.id for item in items] for table, items in item_lists(read.plan)}

    @cached_property
    def before(self) -> tuple[str, ...]:
        return tuple(pages(self.values))


PLANS = {"contoh": Shown(example()), "semua-isian": Shown(with_every_field())}
CASES = [
    pytest.param(shown, path, field, id=f"{name}:{'.'.join(map(str, path))}")
    for name, shown in PLANS.items()
    for path, field in scalars(Plan, shown.values)
    if field.value_type is not ValueType.IDENTIFIER and path[0] not in SHOWN_NOWHERE
]


@pytest.mark.parametrize(("shown", "path", "field"), CASES)
def test_a_changed_scalar_changes_a_page(shown: Shown, path: tuple[Step, ...], field: Field) -> None:
    values = deepcopy(shown.values)
    holder = values
    for step in path[:-1]:
        holder = holder[step]
    changed = another(field, holder[path[-1]], shown.ids)
    if changed is None:  # the only item of its kind
        holder.remove(holder[path[-1]])
    else:
        holder[path[-1]] = changed
    assert any(new != old for new, old in zip(pages(values), shown.before, strict=True))


def test_every_field_of_the_format_is_tried() -> None:
    tried = {case.values[2] for case in CASES}
    missing = {field for field in every_field(Plan) if not field.group} - tried
    untold = {field for field in fields(Plan) if field.key in SHOWN_NOWHERE}
    untold |= {inner for field in untold if field.group for inner in fields(field.group)}
    assert {field.key for field in missing - untold} == {"id"}


def every_field(group: type[Entity]) -> Iterator[Field]:
    for field in fields(group):
        yield field
        if field.group:
            yield from every_field(field.group)
