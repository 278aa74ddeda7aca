"""In which order the format lists the keys of a group, and which of them hold numbers, days or flags."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from generator.editing.written import Plain
from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import Plan
from generator.model.value_type import ValueType

_TYPED = frozenset(
    {
        ValueType.VERSION,
        ValueType.FLAG,
        ValueType.COUNT,
        ValueType.SCALE,
        ValueType.PERCENT,
        ValueType.NUMBER,
        ValueType.RUPIAH,
        ValueType.YEAR,
        ValueType.YEARS,
        ValueType.DAY,
        ValueType.SPAN,
        ValueType.WHEN,
    }
)


@dataclass(frozen=True)
class Order:
    """The order inside one group of the format; `entity` is `None` inside a map by year, or where nothing is known."""

    entity: type[Entity] | None = Plan
    by_year: bool = False

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {field.key: field for field in fields(self.entity)} if self.entity else {}

    def is_typed(self, key: str) -> bool:
        """Whether the value of a key stands without quotes."""
        return self.by_year or (key in self._fields and self._fields[key].value_type in _TYPED)

    @cached_property
    def typed_below(self) -> frozenset[str]:
        """The keys for which this is so, in this group and those inside it."""
        return _typed_below(self.entity) if self.entity else frozenset()

    def inside(self, key: str) -> "Order":
        """The order of what stands under a key."""
        field = self._fields.get(key)
        if field is None:
            return Order(None)
        if field.shape is Shape.BY_YEAR:
            return Order(None, by_year=True)
        return Order(field.group) if field.group else Order(self.entity)

    def sorted(self, names: Iterable[str]) -> list[str]:
        """Names in the order of the format; years by number; what it does not know comes last."""
        if self.by_year:
            return sorted(names, key=lambda name: (len(name), name))
        known = list(self._fields)
        return sorted(names, key=lambda name: known.index(name) if name in known else len(known))

    def gaps(self, staying: Sequence[str], added: Sequence[str]) -> Iterator[tuple[str | None, list[str]]]:
        """The added names by the staying one that they come after; `None` where they come before all."""
        every = self.sorted([*staying, *added])
        gaps: dict[str | None, list[str]] = {}
        before: str | None = None
        for name in every:
            if name in added:
                gaps.setdefault(before, []).append(name)
            else:
                before = name
        yield from gaps.items()

    def arranged(self, value: Plain) -> Plain:
        """A new group with its keys in order, groups inside it too."""
        if isinstance(value, dict):
            return {name: self.inside(name).arranged(value[name]) for name in self.sorted(value)}
        return [self.arranged(each) for each in value] if isinstance(value, list) else value


@cache
def _typed_below(entity: type[Entity]) -> frozenset[str]:
    own = {field.key for field in fields(entity) if field.value_type in _TYPED}
    inner = (_typed_below(field.group) for field in fields(entity) if field.group)
    return frozenset(own).union(*inner)
