"""What the facts about one thing have in common."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.model.address import PlanAddress
from generator.model.changes.shapes import Change
from generator.model.entity import Item

T = TypeVar("T", bound=Item)


@dataclass(frozen=True)
class ChangeSubject:
    """An item, a section (its key as `item`), or the plan itself; see `Change` and `FieldFact`."""

    plan: PlanAddress
    item: str = ""
    name: str = ""
    collection: str = ""

    @property
    def common(self) -> dict[str, Any]:
        """For every kind of fact."""
        return {"plan": self.plan, "item": self.item, "name": self.name}

    @property
    def within(self) -> dict[str, Any]:
        """For facts about a field of it."""
        return self.common | {"collection": self.collection}

    def moved(self, kind: Callable[..., Change], before: object, after: object, **more: object) -> Iterator[Change]:
        """One fact, if the two differ."""
        if before != after:
            yield kind(**self.common, before=before, after=after, **more)


def by_id(items: Iterable[T]) -> Mapping[str, T]:
    """Items by their id."""
    return {item.id: item for item in items}


def pairs(before: Iterable[T], after: Iterable[T]) -> Iterator[tuple[T, T]]:
    """The items that both states have, in the order of the earlier one."""
    new = by_id(after)
    return ((item, new[item.id]) for item in before if item.id in new)
