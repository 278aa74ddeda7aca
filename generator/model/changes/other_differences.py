"""What differs between two states of a plan and is no fact of its own: a ceiling, a count of staff, a name.

Named by its place only, so that nothing that differs is passed over in silence.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.changes.facts import Change
from generator.model.description import Field, Shape, fields, item_lists
from generator.model.entity import Entity, Item
from generator.model.plan import Plan

_DATE_OF_THE_FILE = "rencana.diperbarui"  # goes with every other change


def untold(before: Plan, after: Plan, told: Iterable[Change]) -> tuple[str, ...]:
    """Items (`layanan L-1`), fields of groups (`cetak_biru.pendanaan`) and lists (`sdm`) that differ, in the order
    of the format, but for those that a fact is about. Order and white space are no difference.
    """
    facts = {change.item for change in told}
    return tuple(
        name
        for name, item in _differing(_parts(before), _parts(after))
        if item not in facts and name != _DATE_OF_THE_FILE
    )


def _differing(old: Mapping[tuple[str, str], Any], new: Mapping[tuple[str, str], Any]) -> Iterator[tuple[str, str]]:
    for part in dict.fromkeys((*old, *new)):
        if old.get(part) != new.get(part):
            yield part


def _parts(plan: Plan) -> dict[tuple[str, str], Any]:
    """Every part by its name, with the id or section key by which facts name it."""
    lists = {table.field: items for table, items in item_lists(plan)}
    parts: dict[tuple[str, str], Any] = {}
    for field in fields(Plan):
        value = getattr(plan, field.name)
        if field in lists:
            parts |= _items(field, lists[field])
        elif field.group and field.shape is Shape.ONE:
            for inner in fields(field.group):
                if inner in lists:
                    parts |= _items(inner, lists[inner])
                else:
                    parts[f"{field.key}.{inner.key}", inner.key] = _plain(getattr(value, inner.name))
        elif value:
            parts[field.key, field.key] = _plain(value)
    return parts


def _items(field: Field, items: Iterable[Item]) -> dict[tuple[str, str], Any]:
    return {(f"{field.key} {item.id}", item.id): _plain(item) for item in items}


def _plain(value: Any) -> Any:
    """A value without order and white space, fit to be compared."""
    if isinstance(value, Entity):
        value = value.model_dump(by_alias=True)
    if isinstance(value, Mapping):
        return sorted((str(name), repr(_plain(each))) for name, each in value.items())
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return sorted(repr(_plain(each)) for each in value)
    return " ".join(value.split()) if isinstance(value, str) else repr(value)
