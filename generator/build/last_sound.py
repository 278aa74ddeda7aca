"""What Git tells of plans that cannot be published as they are: the last version of each that was sound, which stays
published, and which others are told of. Looking back ends where the plan was taken down.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from math import inf
from typing import NamedTuple

from generator.build.survey import Survey
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
    """A version of a plan, its files, and what is said of it. It stood `until` the commit of that number."""

    version: PlanVersion
    files: PlanFiles
    verdict: Verdict
    until: float = inf


class Remembered(NamedTuple):
    """The last `sound` version of each plan that is held back, by its address; a plan that has none is left out.
    Of the institutions that are `decided` nothing else stands for such a plan, whatever an earlier site shows.
    """

    sound: Mapping[PlanAddress, LastSound]
    decided: frozenset[str]


def last_sound(
    surveys: Mapping[str, Survey],
    closed: Collection[str],
    repository: Repository | Unavailable,
    root: str,
    cache: Cache,
    guard: Guard,
) -> Remembered:
    """What Git tells of the institutions with a plan that is held back, and of those whose folder is `closed`, all of
    whose plans are.
    """
    broken = {slug: [*map(_address, survey.held_back)] for slug, survey in surveys.items() if survey.held_back}
    past = past_of(repository, root, cache, guard) if broken or closed else None
    if past is None or isinstance(past, Unavailable) or isinstance(repository, Unavailable):
        return Remembered({}, frozenset())
    broken |= {slug: [address for address in past.versions if address.institution == slug] for slug in closed}
    known = {version.address.institution for versions in past.versions.values() for version in versions}
    library, holders = Library(cache), _holders(surveys)
    found: dict[PlanAddress, LastSound] = {}
    decided: set[str] = set()
    for slug, addresses in broken.items():
        if slug not in known:
            continue
        look = partial(_sound, slug, addresses, holders, past.versions, repository, library)
        try:
            told, failure = guard(slug, look)
        except ContentLost:  # which the pages of its past tell
            continue
        if not failure:
            found |= told
            decided.add(slug)
    return Remembered(found, frozenset(decided))


def _address(text: str) -> PlanAddress:
    institution, _, period = text.partition("/")
    return PlanAddress(institution, period)


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
    slug: str,
    addresses: Iterable[PlanAddress],
    holders: Mapping[Identity, str],
    versions: Mapping[PlanAddress, tuple[PlanVersion, ...]],
    repository: Repository,
    library: Library,
) -> dict[PlanAddress, LastSound]:
    with repository.contents() as contents:

        def tried(address: PlanAddress) -> Iterator[LastSound]:
            until = inf
            for version in versions.get(address, ())[: -_LOOKED_BACK - 1 : -1]:
                if not version.blobs:  # it was taken down: what stood before is not shown again
                    return
                files = contents.plan(address, version.blobs)
                yield LastSound(version, files, verdict(files, library), until)
                until = version.number

        newest = {
            address: next(filter(partial(_is_sound, slug, holders), tried(address)), None) for address in addresses
        }
    return {address: found for address, found in newest.items() if found}


def _is_sound(slug: str, holders: Mapping[Identity, str], one: LastSound) -> bool:
    borne = one.verdict.borne
    return not one.verdict.held_back and (borne is None or holders.get(borne.identity, slug) == slug)
