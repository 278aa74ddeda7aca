"""No field is read by nobody: whatever scalar of a plan is changed, some page of its institution changes."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from generator.checks.findings import Elsewhere, findings
from generator.model.address import PlanAddress
from generator.model.description import Field, Shape, fields, item_lists
from generator.model.edition import Edition
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.value_type import ValueType
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.institution import institution_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.templates import environment
from generator.publishing.markdown import markdown
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

from .pages import AS_OF, REPOSITORY, SITE

SHOWN_NOWHERE = {("versi_format",): "there is one version; another is an error"}
"""The keys whose change no page of the plan shows, with the reason."""

Step = str | int
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


EXAMPLE: Any = read_plan(
    PlanFiles(
        PlanAddress("sagara", "2025-2029"),
        (RawFile("contoh.yaml", (REPOSITORY / "tests/examples/contoh.yaml").read_bytes()),),
    )
).edition
VALUES = EXAMPLE.plan.model_dump(by_alias=True, mode="json", exclude_none=True)
IDS = {table.item: [item.id for item in items] for table, items in item_lists(EXAMPLE.plan)}
BEFORE = tuple(pages(VALUES))


def scalars(group: type[Entity], value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Field]]:
    """Every scalar that the example holds, with its field."""
    for field in fields(group):
        found = value.get(field.key)
        here = (*path, field.key)
        if found is None:
            continue
        if field.shape is Shape.BY_YEAR:
            steps: Any = found
        elif field.shape is Shape.MANY:
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


def another(field: Field, value: Any) -> Any:
    """Another value that the field may hold."""
    if field.choices:
        return next(str(word) for word in field.choices if str(word) != value)
    if field.target:
        others = [id for id in IDS[field.target] if id != value]
        return others[0] if others else "tidak_diketahui" if field.unknown else None
    match field.value_type:
        case ValueType.FLAG:
            return not value
        case ValueType.DAY:
            return "2026-07-17" if value != "2026-07-17" else "2026-07-18"
        case ValueType.QUARTER:
            return "2026-T3" if value != "2026-T3" else "2026-T4"
        case ValueType.YEAR:
            return 2019 if value == "tidak_diketahui" else value + 1
        case ValueType.LINK:
            return value + "/zq"
        case ValueType.SCALE | ValueType.PERCENT:
            return value - 1
        case ValueType.NUMBER:
            return str(int(float(value)) + 1)
        case ValueType.TEXT | ValueType.MARKDOWN if field.key in ("indikator_nasional", "kerangka_nasional"):
            return "pemdi-8-2026/14" if "/" in value else "permenpanrb-59-2020"
        case ValueType.TEXT | ValueType.MARKDOWN | ValueType.IDENTIFIER:
            return f"{value}zq"
    return value + 1


CASES = [
    pytest.param(path, field, id=".".join(map(str, path)))
    for path, field in scalars(Plan, VALUES)
    if field.value_type is not ValueType.IDENTIFIER and path not in SHOWN_NOWHERE
]


@pytest.mark.parametrize(("path", "field"), CASES)
def test_a_changed_scalar_changes_a_page(path: tuple[Step, ...], field: Field) -> None:
    values = deepcopy(VALUES)
    holder = values
    for step in path[:-1]:
        holder = holder[step]
    changed = another(field, holder[path[-1]])
    if changed is None:  # the only item of its kind
        holder.remove(holder[path[-1]])
    else:
        holder[path[-1]] = changed
    assert any(new != old for new, old in zip(pages(values), BEFORE, strict=True))


def test_what_no_page_shows_is_a_field_of_the_example() -> None:
    assert set(SHOWN_NOWHERE) <= {path for path, _ in scalars(Plan, VALUES)}
