"""The last version of an institution's plans that was sound, from Git: for a machine that has neither the site of an
earlier day nor a cache, as a runner of a forge often is.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from generator.build.institutions import Institutions
from generator.build.jobs import BuildInputs, orders
from generator.build.last_good import Stale, read_portrait
from generator.build.shards import make
from generator.build.survey import BuildUnit, survey
from generator.checks.findings import gathered
from generator.checks.one_code import identity
from generator.checks.verdict import verdict
from generator.model.address import PlanAddress
from generator.reading.apart import Allowance, Guard
from generator.reading.library import Library
from generator.reading.past.contents import ContentLost
from generator.reading.past.histories import past_of
from generator.reading.past.lines import Identity, PlanVersion
from generator.reading.past.repository import Repository, repository_at
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import PlanFiles

_ANOTHERS = "kode-ganda"
_LOOKED_BACK = 50
"""Versions that are tried: a plan broken for longer has other troubles."""


def last_good_in_git(
    failed: Mapping[str, str], whole: Institutions, root: Path, making: BuildInputs
) -> dict[str, Stale]:
    """The pages of institutions with plans in error, made from the last sound version of each such plan, as they were
    on its day; by name. `failed` holds the reason of each. An institution without such a version is left out.
    """
    if not failed:
        return {}
    repository = repository_at(root.parent)
    guard = Allowance(making.limit, making.base)
    past = past_of(repository, root.name, making.values, guard)
    if isinstance(past, Unavailable) or isinstance(repository, Unavailable):
        return {}
    found: dict[str, Stale] = {}
    library = Library(making.values)
    for unit in whole.units:
        if unit.slug not in failed:
            continue
        held_back, lost = whole.surveys[unit.slug].held_back, _lost(unit.slug, whole)
        try:
            sound, _ = guard(unit.slug, partial(_sound, unit, held_back, lost, past.versions, repository, library))
        except ContentLost:  # which the pages of its past tell
            continue
        if sound:
            made = _made(unit, sound, whole, making, library, guard)
            if made:
                found[unit.slug] = replace(made, reason=failed[unit.slug])
    return found


def _lost(slug: str, whole: Institutions) -> set[Identity]:
    """The codes that are another's, of an institution that is told so: under none of them was it ever published."""
    if not any(problem.code == _ANOTHERS for problem in whole.surveys[slug].problems):
        return set()
    return {identity(cover.plan) for cover in whole.covers if cover.address.institution != slug}


def _sound(
    unit: BuildUnit,
    held_back: Iterable[str],
    lost: Container[Identity],
    versions: Mapping[PlanAddress, tuple[PlanVersion, ...]],
    repository: Repository,
    library: Library,
) -> dict[PlanAddress, tuple[PlanVersion, PlanFiles]]:
    """The newest sound version of each plan that is held back, with its files."""
    found = {}
    with repository.contents() as contents:
        for plan in unit.plans:
            if str(plan.address) not in held_back:
                continue
            for version in versions.get(plan.address, ())[: -_LOOKED_BACK - 1 : -1]:
                files = contents.plan(plan.address, version.blobs)
                told = verdict(files, library).cover if version.blobs else None
                if told and identity(told.plan) not in lost:
                    found[plan.address] = version, files
                    break
    return found


def _made(
    unit: BuildUnit,
    sound: Mapping[PlanAddress, tuple[PlanVersion, PlanFiles]],
    whole: Institutions,
    making: BuildInputs,
    library: Library,
    guard: Guard,
) -> Stale | None:
    last = max((version for version, _ in sound.values()), key=lambda version: version.number)
    day = datetime.fromisoformat(last.commit.moment).astimezone(making.configuration.zone).date()
    then = replace(making, as_of=min(day, making.as_of))
    plans = tuple(sound[plan.address][1] if plan.address in sound else plan for plan in unit.plans)
    looked, failure = guard(unit.slug, partial(survey, BuildUnit(unit.slug, plans), library))
    if failure:
        return None
    others = gathered(told for each in whole.surveys.values() if (told := each.inventory(then.as_of)))
    made_of = {unit.slug: looked}
    for order in orders([BuildUnit(unit.slug, plans)], made_of, others, {unit.slug: last.commit.id}, whole.past):
        for made in make([order], then):
            folder = making.shelf.place(made.slug, made.key)
            published = None if made.failure else read_portrait(folder)
            if published:
                return Stale(published, folder, "")
    return None
