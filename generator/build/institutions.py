"""All institutions at once, as far as each needs to know of the others: a first look at every plan, then the orders."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from generator.build.jobs import BuildInputs, Job, mark, orders
from generator.build.last_commits import last_commits
from generator.build.last_sound import Remembered, last_sound
from generator.build.published import read_portrait
from generator.build.shards import Made, look, make, shards
from generator.build.standing import standing, told_of
from generator.build.survey import BuildUnit, Survey, units
from generator.build.workers import Workers
from generator.checks.findings import gathered
from generator.checks.one_code import one_code_each
from generator.checks.past_items import still_told
from generator.checks.problems import contradicts_itself
from generator.diagnostics import Problem, in_order
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.history import History
from generator.pages.portal.former import Left, left_addresses
from generator.reading.apart import Allowance, Guard
from generator.reading.disk import on_disk
from generator.reading.past.claims import Claims, ClaimsInGit
from generator.reading.past.elsewhere import stood_elsewhere
from generator.reading.past.histories import histories
from generator.reading.past.records import Telling
from generator.reading.past.repository import Repository, repository_at
from generator.reading.past.states import Past, past_of
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

T = TypeVar("T")

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told the name of a stage, how many are done, and of how many: `look`, `make`, `finish`, `wait`."""


_LOOKED_AT = 16  # institutions a process looks at before it tells


class WorkerDied(Exception):
    """A process that made pages ended before it was done: killed, most often for want of memory."""


@dataclass(frozen=True)
class Institutions:
    """Every institution with plans below a folder. `misplaced` are problems of files that belong to no plan,
    `orders` are for what stands: of a plan that is held back the version that is `remembered`. `closed` are the
    institutions whose folder cannot be opened: nobody knows what is there. `recalled` asks Git for the past, and
    `elsewhere` for one that is not followed."""

    units: tuple[BuildUnit, ...]
    surveys: Mapping[str, Survey]
    misplaced: tuple[Problem, ...]
    past: Mapping[PlanAddress, History]
    orders: tuple[Job, ...]
    remembered: Remembered
    recalled: Callable[[], Past | Unavailable]
    elsewhere: Callable[[], Unavailable | None]
    closed: frozenset[str] = frozenset()

    @property
    def plans(self) -> int:
        """How many plans were read."""
        return sum(len(unit.plans) for unit in self.units)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with any file."""
        told = (problem for survey in self.surveys.values() for problem in survey.problems)
        return tuple(in_order([*self.misplaced, *told]))

    @cached_property
    def failures(self) -> dict[str, str]:
        """Why nothing is known of an institution, by its name."""
        return {slug: survey.failure for slug, survey in self.surveys.items() if survey.failure}

    @cached_property
    def held_back(self) -> frozenset[str]:
        """Addresses of the plans that an error keeps from being published."""
        return frozenset(address for survey in self.surveys.values() for address in survey.held_back)

    def mark(self, making: BuildInputs) -> str:
        """Changes with anything that shapes any page: two builds of the same have the same."""
        return mark(self.source_mark(making), *self.keys(making).values(), repr(self.left))

    def source_mark(self, making: BuildInputs) -> str:
        """Changes with the files that pages are made from and with what makes them: the same on every machine, also
        where one could not look at an institution in time."""
        read = (f"{unit.slug} {unit.digest}" for unit in self.units)
        return mark(making.pages_mark, making.site_mark, *read)

    def keys(self, making: BuildInputs) -> dict[str, str]:
        """The key of the pages of each institution that can have some."""
        return {order.unit.slug: order.site_key(making) for order in self.orders}

    @property
    def institutions(self) -> frozenset[str]:
        """The names of all, of those too of which nothing is known today."""
        return self.closed.union(self.surveys)

    @property
    def addresses(self) -> list[PlanAddress]:
        """Where there are plans, sound or not; but not where an error holds one back and Git knows of none that was."""
        here = [(unit.slug, plan.address) for unit in self.units for plan in unit.plans]
        sound, decided = self.remembered
        never = {address for slug, address in here if slug in decided and str(address) in self.held_back} - sound.keys()
        return sorted({address for _, address in here if address not in never}.union(sound))

    @cached_property
    def left(self) -> tuple[Left, ...]:
        """The addresses that were published once and are no plan's today."""
        return left_addresses(self.past, self.addresses)

    @property
    def covers(self) -> list[Edition]:
        """The sound plans, by institution, without their lists."""
        return [cover for unit in self.units for cover in self.surveys[unit.slug].covers]

    @property
    def standing(self) -> list[Edition]:
        """The same, and of each plan that is held back its last sound version."""
        kept = (one.verdict.cover for one in self.remembered.sound.values())
        return sorted((*self.covers, *(cover.edition for cover in kept if cover)), key=lambda one: one.address)


def country(
    root: Path, making: BuildInputs, crew: Workers, progress: Progress, only: Iterable[str] = ()
) -> Institutions:
    """Look at every plan below `root` (of the institutions `only`, if any are named), and order the pages of each."""
    wanted = frozenset(only)
    files, misplaced, closed = on_disk(root, root.parent)
    found = units(plan for plan in files if not wanted or plan.address.institution in wanted)
    parts = [found[at : at + _LOOKED_AT] for at in range(0, len(found), _LOOKED_AT)]
    surveys = {
        survey.slug: survey
        for part in _each(crew.pool, [(look, part) for part in parts], making, "look", len(found), progress)
        for survey in part
    }
    repository = repository_at(root.parent, making.configuration.branch_told)
    addresses = [plan.address for unit in found for plan in unit.plans]
    guard = Allowance(making.limit, making.base)
    surveys = _with_one_code_each(surveys, ClaimsInGit(repository, root.name, making.values, guard), closed)
    telling = Telling(making.configuration.zone, contradicts_itself)
    read = partial(histories, repository, root.name, addresses, making.values, crew.jobs, telling, guard)
    past: Mapping[PlanAddress, History] = read()
    failed = {address.institution: history.failure for address, history in past.items() if history.failure}
    surveys |= {slug: Survey(slug, (), failure) for slug, failure in failed.items() if slug in surveys}
    surveys = _without_removed(surveys, repository, root.name, making.values, guard)
    closed = closed & wanted if wanted else closed
    remembered = last_sound(surveys, closed, past, repository, root.name, making.values, guard)
    commits = last_commits(repository, root.name, found, past)
    past = told_of(past, remembered.sound, read)
    stand = standing(found, surveys, remembered.sound, commits, past)
    told = gathered(own for survey in stand.surveys.values() if (own := survey.inventory(making.as_of)))
    ordered = orders(stand.units, stand.surveys, told, stand.commits, past)
    recalled = partial(past_of, repository, root.name, making.values, guard)
    elsewhere = partial(stood_elsewhere, repository, root.name)
    return Institutions(found, surveys, tuple(misplaced), past, ordered, remembered, recalled, elsewhere, closed)


def _without_removed(
    surveys: dict[str, Survey], repository: Repository | Unavailable, root: str, cache: Cache, guard: Guard
) -> dict[str, Survey]:
    told = [problem for survey in surveys.values() for problem in survey.problems]
    keeps = still_told(told, repository, root, cache, guard)

    def without(survey: Survey) -> Survey:
        verdicts = (replace(each, problems=tuple(filter(keeps, each.problems))) for each in survey.verdicts)
        return replace(survey, verdicts=tuple(verdicts))

    return {slug: without(survey) for slug, survey in surveys.items()}


def _with_one_code_each(surveys: dict[str, Survey], claims: Claims, closed: Iterable[str]) -> dict[str, Survey]:
    verdicts = (own for one in surveys.values() for own in one.verdicts)
    silent = {*closed, *(slug for slug, one in surveys.items() if one.failure)}
    doubled = {each.address: each for each in one_code_each(verdicts, claims, silent)}
    return {
        slug: replace(one, verdicts=tuple(doubled.get(each.address, each) for each in one.verdicts))
        for slug, one in surveys.items()
    }


def make_all(wanted: Sequence[Job], making: BuildInputs, crew: Workers, progress: Progress) -> list[Made]:
    """Make what is not on the shelf. Raises `WorkerDied`, and `OSError` when a disk is full."""
    shelf = making.shelf
    keys = {order.unit.slug: order.site_key(making) for order in wanted}
    found = {slug: shelf.get(slug, key) for slug, key in keys.items()}
    ready = [Made(slug, keys[slug]) for slug, folder in found.items() if folder and read_portrait(folder)]
    have = {made.slug for made in ready}
    stale = [order for order in wanted if order.unit.slug not in have]
    calls = [(make, shard) for shard in shards(stale, crew.jobs)]
    made = [one for part in _each(crew.pool, calls, making, "make", len(stale), progress) for one in part]
    return sorted([*ready, *made], key=lambda each: each.slug)


def _each(
    pool: Executor,
    calls: Sequence[tuple[Callable[..., list[T]], Sequence[object]]],
    making: BuildInputs,
    stage: str,
    total: int,
    progress: Progress,
) -> Iterator[list[T]]:
    if not calls:
        return
    progress(stage, 0, total)
    running: list[Future[list[T]]] = []
    done = 0
    try:
        running += [pool.submit(function, part, making) for function, part in calls]
        for future in as_completed(running):
            result = future.result()
            done += len(result)
            progress(stage, done, total)
            yield result
    except BrokenProcessPool:
        raise WorkerDied from None
    finally:
        for future in running:
            future.cancel()
