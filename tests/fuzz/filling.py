"""The file of a plan at its limits."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from generator.checks.findings import KINDS
from generator.model.description import Field, Shape, Table, fields, item_tables
from generator.model.entity import Entity, Item
from generator.model.scalars.texts import LONGEST_NAME
from generator.model.value_type import ValueType
from generator.reading.limits import MAXIMUM_ITEMS, MAXIMUM_REFERENCES, MAXIMUM_VALUES

from .mutations import ODD
from .swelling import LISTS, Swelling, example, known_ids

MOST_BYTES = 1_000_000

_LETTERS = "abcdefghijklmnopqrstuvwxyz" * 2
_FIRST, _YEARS, _ALL_YEARS = 2025, 30, 300
_TEXTS = (ValueType.TEXT, ValueType.MARKDOWN)


def largest(swelling: Swelling) -> int:
    """The most entries, or thereabouts, with which the plan is within its limits."""
    fits, size = 1, 2
    while size < MAXIMUM_ITEMS * 10:
        made = _Filled(swelling, size)
        text = made.text()
        values = text.count('"') // 2 + 2 * text.count("{") + 2 * text.count("[")
        if len(text.encode()) > MOST_BYTES or made.references > MAXIMUM_REFERENCES or values > MAXIMUM_VALUES:
            break
        fits, size = size, size * 3 // 2 + 1
    return fits


def swollen(swelling: Swelling, size: int) -> str:
    """The file of the plan with so many entries in its lists."""
    return _Filled(swelling, size).text()


@dataclass
class _Filled:
    """A plan that is being filled, and how many references it holds."""

    swelling: Swelling
    size: int
    references: int = 0
    ids: dict[str, Sequence[str]] = field(default_factory=dict)
    _made: Counter[str] = field(default_factory=Counter)

    def text(self) -> str:
        root = example()
        chosen = [LISTS[name] for name in self.swelling.lists]
        self.ids = {table.name: known_ids(table) for table in item_tables().values()}
        for table in chosen:
            if table.item:
                own = (self._id(table, at) for at in range(self._count(table)))
                self.ids[table.name] = [*known_ids(table), *own]
        for table in chosen:
            if not table.parent:
                holder = root
                for step in table.path[:-1]:
                    holder = holder.setdefault(step, {})
                more = self._entries(table)
                before = holder.get(table.path[-1], type(more)())
                holder[table.path[-1]] = before | more if isinstance(more, dict) else [*before, *more]
        root["rencana"]["periode"] = {"mulai": str(_FIRST), "selesai": str(_FIRST + _YEARS - 1)}
        indent = self.swelling.decide("indent", (None, 0, 1))
        return json.dumps(root, ensure_ascii=False, indent=indent)

    def _count(self, table: Table) -> int:
        """How many entries each entry around them has: the product of those of nested lists is the size."""
        inner = [self._share(name) for name in self.swelling.lists if name.startswith(f"{table.name}.")]
        share = self._share(table.name) if table.parent else 1 - max(inner, default=0)
        return max(1, min(int(self.size**share), MAXIMUM_ITEMS - 10))

    def _share(self, name: str) -> float:
        return self.swelling.decide(f"{name} within", (0, 0.5, 1))

    def _id(self, table: Table, at: int) -> str:
        prefix = f"X{[*LISTS].index(table.name)}"
        styles = ("short", "anagrams") if self.swelling.sound else ("short", "anagrams", "equal")
        style = self.swelling.decide(f"{table.name} id", styles)
        return {"short": f"{prefix}-{at + 1}", "anagrams": f"{prefix}.{_anagram(at)}", "equal": "X-1"}[style]

    def _entries(self, table: Table) -> Any:
        count = self._count(table)
        if table.entity:
            return [self._entry(table, table.entity, at) for at in range(count)]
        assert table.field
        years = self.swelling.decide(f"{table.name} years", (_YEARS, _ALL_YEARS))
        first = _FIRST if years == _YEARS else 1900
        return {str(first + at): self._value(table, table.field, at) for at in range(min(count, years))}

    def _entry(self, table: Table, entity: type[Entity], at: int) -> dict[str, Any]:
        number = self._made[table.name]
        wrong = "" if self.swelling.sound else self.swelling.decide(f"{table.name} keys", ("", "", "wrong", "more"))
        share = self.swelling.decide(f"{table.name} share", (0, 0.1, 0.5, 1))
        made: dict[str, Any] = {}
        for each in fields(entity):
            inner = f"{table.name}.{each.key}"
            if issubclass(entity, Item) and each.key == "id":
                made["id"] = self._id(table, at)
            elif inner in self.swelling.lists:
                made[each.key] = self._entries(LISTS[inner])
            elif each.required or self.swelling.decide(f"{inner} there", range(100)) < share * 100:
                if each.group and each.shape is Shape.ONE:
                    made[each.key] = self._entry(table, each.group, at)
                elif not each.group and each.shape is not Shape.BY_YEAR:
                    made[f"{each.key}x" if wrong == "wrong" else each.key] = self._values(table, each, number)
        if wrong == "more":
            made |= {_anagram(number * 5 + more): "a" for more in range(5)}
        self._made[table.name] += entity is table.entity
        return made

    def _values(self, table: Table, of: Field, number: int) -> Any:
        if not self.swelling.sound and self.swelling.decide(f"{table.name} {of.key} form", range(10)) == 0:
            return {"a": "b"} if of.shape is Shape.MANY else ["a", "b"]
        if of.shape is not Shape.MANY:
            return self._value(table, of, number)
        count = max(of.required, self.swelling.decide(f"{table.name} {of.key} values", (0, 1, 1, 3, 20, 200)))
        return list(dict.fromkeys(self._value(table, of, number * count + at, count) for at in range(count)))

    def _value(self, table: Table, of: Field, number: int, count: int = 1) -> str:
        here = f"{table.name} {of.key}"
        differs = self.swelling.decide(f"{here} differs", (False, True))
        self.references += of.target is not None or of.value_type is ValueType.NATIONAL_INDICATOR
        if of.target:
            return self._reference(table, of.target, here, number, count)
        if not self.swelling.sound and self.swelling.decide(f"{here} wrong", range(10)) == 0:
            return f"{_first(of)}{_anagram(number)}"
        if of.value_type in _TEXTS:
            return self._text(here, _first(of), number, LONGEST_NAME if of.value_type is ValueType.TEXT else 3_000)
        if of.choices:
            words = [each.value for each in of.choices]
            return words[number % len(words)] if differs else words[0]
        return _differing(of, number) if differs else "2026" if of.value_type is ValueType.YEARS else _first(of)

    def _reference(self, table: Table, target: type[Item], here: str, number: int, count: int) -> str:
        manners = ("own", "first", "next") if self.swelling.sound else ("own", "first", "next", "unknown")
        manner, other = self.swelling.decide(f"{here} refers", manners), item_tables()[target]
        known = self.ids[other.name] or ("X-0",)
        if manner == "unknown":
            return _anagram(number + 7_000)
        if manner == "first":
            return known[0]
        if other is table:  # one before it, so that nothing waits for itself
            own = number // count + len(known_ids(table))
            return known[(own - 1 - number % count) % own]
        return known[(number + (manner == "next")) % len(known)]

    def _text(self, here: str, example: str, number: int, most: int) -> str:
        manner = self.swelling.decide(
            f"{here} texts", ("short", "equal", "alike", "long", "anagrams", "odd", "odd", "known", "known")
        )
        if manner == "known":  # what an answer or a reason is about
            pool = [kind.code for kind in KINDS]
            if example not in pool:
                pool = [id for ids in self.ids.values() for id in ids]
            return pool[number % len(pool)]
        odd = self.swelling.decide(f"{here} odd", [each for each in ODD if each.isprintable() and each.strip()])
        texts = {
            "short": f"a{number}",
            "equal": example,
            "alike": f"{'a ' * 30}{number}",
            "long": f"{'panjang ' * (most // 8 - 2)}{number}",
            "anagrams": _anagram(number),
            "odd": f"{number} {odd * (most // len(odd) - 2)}"[: most - 1] + "a",
        }
        return texts[manner]


def _differing(of: Field, number: int) -> str:
    """A right value that differs from the one before it."""
    kind, example = of.value_type, _first(of)
    last = number % _YEARS + number // _YEARS % (_YEARS - number % _YEARS)
    first = _FIRST + number % _YEARS
    day = f"{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    texts = {
        ValueType.LINK: f"https://a.example/{number}",
        ValueType.NATIONAL_INDICATOR: f"pemdi-8-2026/{number % 20 + 1}",
        ValueType.COUNT: str(number),
        ValueType.NUMBER: str(number),
        ValueType.RUPIAH: str(number),
        ValueType.SCALE: str(number % 5 + 1),
        ValueType.PERCENT: str(number % 101),
        ValueType.YEAR: str(1900 + number % _ALL_YEARS),
        ValueType.YEARS: f"{first}-{_FIRST + last}" if _FIRST + last > first else str(first),
        ValueType.DAY: f"{_FIRST + number // 336 % 2}-{day}",
        ValueType.WHEN: f"{_FIRST + number // 336 % 30}-{day}",
        ValueType.SPAN: f"{example[:4]}-T{number % 4 + 1}",
        ValueType.QUARTER: f"{example[:4]}-T{number % 4 + 1}",
    }
    return texts.get(kind, example)


def _first(of: Field) -> str:
    """The first example of a value."""
    example = of.examples[0] if of.examples else next(iter(of.choices)).value if of.choices else "ya"
    while isinstance(example, list | dict):
        example = next(iter(example.values() if isinstance(example, dict) else example))
    return str(example)


@cache
def _anagram(number: int) -> str:
    """A text of the same letters as each other's, so that no quick look tells them apart."""
    return "".join(Random(number).sample(_LETTERS, len(_LETTERS)))
