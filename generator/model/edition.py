"""A plan as it stands in its files: the values, their places, and where it is published."""

from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Place
from generator.model.address import PlanAddress
from generator.model.description import keys
from generator.model.entity import Item
from generator.model.places import Places
from generator.model.plan import Plan
from generator.model.validity import Validity, validity


@dataclass(frozen=True)
class SourceFile:
    """A file a plan was read from, and the SHA-256 of its bytes."""

    path: str
    digest: str


@dataclass(frozen=True)
class Edition:
    """A readable plan with its address, the place of everything in it and the files it came from."""

    address: PlanAddress
    plan: Plan
    places: Places
    files: tuple[SourceFile, ...]

    def validity(self, day: date) -> Validity:
        """How the plan stands on a day."""
        return validity(self.plan.header.status, self.address.years, day)

    def place(self, *path: str | int) -> Place:
        """Where something stands, by its keys; see `Places.of`."""
        return self.places.of(*path)

    def place_of(self, thing: Plan | Item, *path: str | int) -> Place:
        """Where a field of the plan or of an item stands, by attributes and positions: `activity, "budget", 2`."""
        return self.places.of(*((thing.id,) if isinstance(thing, Item) else ()), *keys(type(thing), *path))
