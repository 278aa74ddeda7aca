"""Whatever single value of a complete plan becomes another, it is told with the old value and the new one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.changes import plan_changes
from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.terms import Term
from generator.model.values import UNKNOWN, Quarter, WholeYear
from generator.model.year_range import YearRange
from generator.pages.words.changes import ChangeWords
from generator.pages.words.told import Told
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

pytestmark = pytest.mark.slow

HERE = PlanAddress("sagara", "2025-2029")
REPOSITORY = Path(__file__).parents[4]
TOLD = Told(language())


def plan_of(*paths: Path) -> Plan:
    files = tuple(RawFile(f"plans/sagara/2025-2029/{path.name}", path.read_bytes()) for path in paths)
    edition = read_plan(PlanFiles(HERE, files)).edition
    assert edition is not None
    return edition.plan


def others(value: Any) -> list[Any]:
    """Values that a field may hold in the place of one."""
    match value:
        case _ if value is UNKNOWN:
            return []
        case Term():
            return [each for each in type(value) if each is not value][:1]
        case bool():
            return [not value]
        case int():
            return [value + 1]
        case Decimal():
            return [value + 1, value + Decimal("0.001")]
        case WholeYear():
            return [WholeYear(value.year + 1, value.number), Quarter(*value)]
        case Quarter():
            return [Quarter.at(value.ordinal + 1), WholeYear(*value)]
        case YearRange():
            return [YearRange(value.first, value.last + 1)]
        case date():
            return [date(value.year, value.month, 28 if value.day != 28 else 27)]
        case str():
            return [type(value)(f"{value} zqx"), type(value)(f"zqx {value[1:]}")]
    raise AssertionError(value)


def variants(entity: Entity, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field, Any, Any, Entity]]:
    """The entity with one other value in it, for each value on any level: the way to it, its field, old, new."""
    for field in fields(type(entity)):
        value, here = getattr(entity, field.name), (*way, field.key)

        def put(new: Any, name: str = field.name) -> Entity:
            return entity.model_copy(update={name: new})

        if isinstance(value, Entity):
            for path, inner, old, new, whole in variants(value, here):
                yield path, inner, old, new, put(whole)
        elif field.shape is Shape.BY_YEAR:
            for year, each in (value or {}).items():
                for new in others(each):
                    yield (*here, str(year)), field, each, new, put({**value, year: new})
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            for place, each in enumerate(value):
                before, after = value[:place], value[place + 1 :]
                if isinstance(each, Entity):
                    for path, inner, old, new, whole in variants(each, (*here, str(place))):
                        yield path, inner, old, new, put((*before, whole, *after))
                else:
                    for new in others(each):
                        if new not in value:
                            yield (*here, str(place)), field, each, new, put((*before, new, *after))
        elif value is not None:
            for new in others(value):
                yield here, field, value, new, put(new)


SILENT = {("versi_format",), ("rencana", "diperbarui")}
"""Not what a plan says: the format it is written in, and the file's own date, which goes with every other change."""


@pytest.mark.parametrize(
    "paths",
    [
        [REPOSITORY / "tests/examples/contoh.yaml"],
        sorted((REPOSITORY / "plans/kabupaten-tirtawening/2025-2029").glob("*.yaml")),
    ],
    ids=["contoh", "tirtawening"],
)
def test_every_value_that_changes_is_told_with_the_old_and_the_new_one(paths: list[Path]) -> None:
    plan, words, untold, tried = plan_of(*paths), ChangeWords(language()), [], 0
    seen: set[tuple[str, ...]] = set()
    for path, field, old, new, other in variants(plan):
        kind = (*(key for key in path if not key.isdigit()), repr(type(new)), str(new)[:4])
        if path in SILENT or kind in seen:  # the same key with the same kind of value is tried once
            continue
        if "menutup" in path:  # told as a gap that is closed, and one that is not any more
            continue
        seen.add(kind)
        assert isinstance(other, Plan)
        tried += 1
        facts = plan_changes(HERE, plan, other)
        told = " ".join(f"{each.item} {words.subject(each)}: {words.told(each)}" for each in facts)
        for value, counterpart in ((old, new), (new, old)):
            texts = [TOLD.of(field, value)]
            if type(value) is str:  # of a long text only the words that differ
                texts = [word for word in value.split() if word not in counterpart.split()]
            untold += [(path, text, told) for text in texts if text.casefold() not in told.casefold()]
    assert tried > 150
    assert untold == []
