"""The last version of a plan in Git that was sound: what stays published, and what others are told, while an error
holds today's back.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.build.survey import BuildUnit, Survey
from generator.checks.verdict import Verdict, verdict
from generator.diagnostics import Severity
from generator.model.address import PlanAddress
from generator.reading.apart import Guard
from generator.reading.library import Library
from generator.reading.past.contents import ContentLost
from generator.reading.past.histories import past_of
from generator.reading.past.lines import Identity, PlanVersion
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import PlanFiles
from generator.store.cache import Cache

_ANOTHERS = "kode-ganda"
_LOOKED_BACK = 50
"""Versions that are tried: a plan broken for longer has other troubles."""


class LastSound(NamedTuple):
    """A version of a plan, its files, and what is said of it."""

    version: PlanVersion
    files: PlanFiles
    verdict: Verdict


def last_sound(
    units: Iterable[BuildUnit],
    surveys: Mapping[str, Survey],
    repository: Repository | Unavailable,
    root: str,
    cache: Cache,
    guard: Guard,
) -> dict[PlanAddress, LastSound]:
    """The last sound version of each plan that is held back, by its address; a plan that never had one is left out."""
    broken = [unit for unit in units if surveys[unit.slug].held_back]
    past = past_of(repository, root, cache, guard) if broken else None
    if past is None or isinstance(past, Unavailable) or isinstance(repository, Unavailable):
        return {}
    library, holders = Library(cache), _holders(surveys)
    found: dict[PlanAddress, LastSound] = {}
    for unit in broken:
        look = partial(_sound, unit, surveys[unit.slug], holders, past.versions, repository, library)
        try:
            told, _ = guard(unit.slug, look)
        except ContentLost:  # which the pages of its past tell
            continue
        found |= told or {}
    return found


def _holders(surveys: Mapping[str, Survey]) -> dict[Identity, str]:
    """Whose each code is today; of one that is nobody's of those whose plans can be read, the empty text."""
    found: dict[Identity, str] = {}
    for slug, survey in surveys.items():
        for borne, problems in ((each.borne, each.problems) for each in survey.verdicts):
            if not borne or not borne.identity.is_registered:
                continue
            if any((problem.code, problem.severity) == (_ANOTHERS, Severity.ERROR) for problem in problems):
                found.setdefault(borne.identity, "")
            else:
                found[borne.identity] = slug
    return found


def _sound(
    unit: BuildUnit,
    survey: Survey,
    holders: Mapping[Identity, str],
    versions: Mapping[PlanAddress, tuple[PlanVersion, ...]],
    repository: Repository,
    library: Library,
) -> dict[PlanAddress, LastSound]:
    with repository.contents() as contents:

        def tried(address: PlanAddress) -> Iterator[LastSound]:
            for version in versions.get(address, ())[: -_LOOKED_BACK - 1 : -1]:
                if version.blobs:
                    files = contents.plan(address, version.blobs)
                    yield LastSound(version, files, verdict(files, library))

        held_back = [plan.address for plan in unit.plans if str(plan.address) in survey.held_back]
        newest = {
            address: next(filter(partial(_is_sound, unit.slug, holders), tried(address)), None) for address in held_back
        }
    return {address: found for address, found in newest.items() if found}


def _is_sound(slug: str, holders: Mapping[Identity, str], one: LastSound) -> bool:
    borne = one.verdict.borne
    return not one.verdict.held_back and (borne is None or holders.get(borne.identity, slug) == slug)
