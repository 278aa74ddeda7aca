"""Which lists of the format a plan at its limits fills, and in which manner: a number decides.

Lists, fields and references are the model's own, so that a new one is among them by itself. What a number decides does
not depend on the size: the same number gives the same kind of plan, small and large.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from generator.model.description import Field, Shape, Table, fields, item_tables, tables
from generator.model.entity import Entity
from generator.reading.text import decode
from generator.reading.yaml import compose

T = TypeVar("T")

LISTS = {table.name: table for table in tables() if table.field}

_EXAMPLE = Path(__file__).parents[1] / "examples/contoh.yaml"


@dataclass(frozen=True)
class Swelling:
    """Some lists that are filled; `decide` says how. A `sound` one holds no mistake that one knows of."""

    number: int
    lists: tuple[str, ...]
    sound: bool
    variant: int = 0

    def decide(self, what: str, choices: Sequence[T]) -> T:
        """One of the choices, always the same for the same question; a variant answers half of all otherwise."""
        other = self.variant and Random(f"{self.variant} {what}").random() < 0.5
        return Random(f"{self.variant if other else self.number} {what}").choice(choices)

    def varied(self, number: int) -> "Swelling":
        """The same lists, half of it in another manner."""
        return replace(self, variant=number)


def drawn(number: int) -> Swelling:
    """What a number stands for: some lists with those around them and some that they refer to."""
    chance = Random(number)
    chosen = set(chance.sample(sorted(LISTS), chance.choice((1, 1, 2, 3))))
    chosen |= {around.name for name in chosen for around in _around(LISTS[name])}
    for name in sorted(chosen):
        for each in _all_fields(LISTS[name].entity):
            target = item_tables()[each.target] if each.target else None
            if target and (chance.random() < 0.5 or not known_ids(target)):
                chosen.add(target.name)
    return Swelling(number, tuple(name for name in LISTS if name in chosen), chance.random() < 0.7)


def _around(table: Table) -> Iterator[Table]:
    if table.parent:
        yield table.parent
        yield from _around(table.parent)


@cache
def _all_fields(entity: type[Entity] | None) -> tuple[Field, ...]:
    """The fields of an entry, of the groups in it too."""
    own = fields(entity) if entity else ()
    return (*own, *(inner for each in own if each.shape is Shape.ONE for inner in _all_fields(each.group)))


def example() -> dict[str, Any]:
    """The example plan as texts, lists and groups, to be changed."""
    made: dict[str, Any] = json.loads(_example())
    return made


@cache
def _example() -> str:
    node, _ = compose(decode("contoh.yaml", _EXAMPLE.read_bytes())[0])
    return json.dumps(_plain(node))


def _plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    return [_plain(each) for each in node] if isinstance(node, list) else str(node)


@cache
def known_ids(table: Table) -> tuple[str, ...]:
    """The ids of the example's own entries."""
    node: Any = example()
    for step in table.path:
        node = node.get(step, {})
    return tuple(each["id"] for each in node)
