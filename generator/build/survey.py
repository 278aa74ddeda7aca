"""The unit of work: one institution, and what a first look at its files tells."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from itertools import chain, groupby

from generator.checks.findings import Inventory
from generator.checks.problems import problems
from generator.diagnostics import Problem, Severity, in_order
from generator.model.blueprint import Blueprint
from generator.model.edition import Edition
from generator.model.places import Places
from generator.model.portfolio import Portfolio
from generator.reading.reader import read_plan
from generator.store.cache import Cache
from generator.reading.plan_files import PlanFiles

_EDITION = "edisi"
_SURVEY = "lembaga"


@dataclass(frozen=True)
class Unit:
    """The plan files of one institution, by the name of its folder."""

    slug: str
    plans: tuple[PlanFiles, ...]

    @cached_property
    def digest(self) -> str:
        """Of the names and the bytes of its files, and of what kept one from being read."""
        unread = repr([plan.unread for plan in self.plans if plan.unread]).encode()
        return _digest(chain((file for plan in self.plans for file in plan.files), [("", unread)]))


@dataclass(frozen=True)
class Survey:
    """What everybody else needs to know of an institution; small, and sent between processes.

    `held_back` are the addresses of the plans that an error keeps from being published, `covers` the sound
    ones without their lists: whose plan, its title, its licence, its files. `names` are what its findings
    ask the others about, `inventories` hold what each plan would tell them: which is current depends on the day.
    """

    slug: str
    problems: tuple[Problem, ...]
    held_back: frozenset[str]
    covers: tuple[Edition, ...] = ()
    inventories: tuple[Inventory, ...] = ()
    names: frozenset[tuple[str, ...]] = field(default=frozenset())

    def inventory(self, as_of: date) -> Inventory | None:
        """What the plan that is current on a day tells others; `None` without a sound plan."""
        if not self.covers:
            return None
        current = Portfolio.of(self.covers, as_of).institutions[0].current
        return self.inventories[self.covers.index(current)]


def units(plans: Iterable[PlanFiles]) -> tuple[Unit, ...]:
    """Plans by institution, in order."""
    ordered = sorted(plans, key=lambda plan: plan.address)
    return tuple(Unit(slug, tuple(own)) for slug, own in groupby(ordered, key=lambda plan: plan.address.institution))


def survey(unit: Unit, cache: Cache) -> Survey:
    """Read and check the plans of an institution; the sound ones are kept for `editions`."""
    return cache.get_or_make(_SURVEY, unit.digest, lambda: _survey(unit, cache))


def editions(unit: Unit, held_back: frozenset[str], cache: Cache) -> list[Edition]:
    """The sound plans of an institution."""
    return [_edition(plan, cache) for plan in unit.plans if str(plan.address) not in held_back]


def _edition(plan: PlanFiles, cache: Cache) -> Edition:
    edition = cache.get_or_make(_EDITION, _digest(plan.files), lambda: read_plan(plan).edition)
    assert edition is not None  # a plan without one has an error, and is held back
    return edition


def _survey(unit: Unit, cache: Cache) -> Survey:
    told: list[Problem] = []
    sound: list[Edition] = []
    for plan in unit.plans:
        reading = read_plan(plan)
        found = problems(reading)
        told += found
        if reading.edition and not any(problem.severity is Severity.ERROR for problem in found):
            sound.append(reading.edition)
            cache.put(_EDITION, _digest(plan.files), reading.edition)
    held_back = {problem.plan for problem in told if problem.severity is Severity.ERROR}
    inventories = tuple(Inventory.of(edition) for edition in sound)
    return Survey(
        unit.slug,
        tuple(in_order(told)),
        frozenset(held_back),
        tuple(_cover(edition) for edition in sound),
        inventories,
        frozenset(name for one in inventories for name in one.names),
    )


def _cover(edition: Edition) -> Edition:
    plan = edition.plan
    lists = {name: () for name in type(plan).model_fields if isinstance(getattr(plan, name), tuple)}
    cover = plan.model_copy(update={**lists, "blueprint": Blueprint()})
    return replace(edition, plan=cover, places=Places({(): edition.place()}))


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    digest = blake2b(digest_size=16)
    for path, content in files:
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
