"""What Git tells of plans that cannot be published as they are: the last version of each that was sound, which stays
published, and which others are told of. Looking back ends where the plan was taken down, or with the time of the
institution.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from functools import partial
from math import inf
from typing import NamedTuple

from generator.build.survey import Survey
from generator.checks.verdict import Borne, Verdict, verdict
from generator.diagnostics import Problem, Severity
from generator.model.address import PlanAddress
from generator.model.history import History
from generator.reading.apart import Guard
from generator.reading.library import Library
from generator.reading.past.contents import ContentLost
from generator.reading.past.identity import Identity
from generator.reading.past.lines import PlanVersion
from generator.reading.past.repository import Repository
from generator.reading.past.states import past_of
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import PlanFiles
from generator.store.cache import Cache

_ANOTHERS = "kode-ganda"


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
    past: Mapping[PlanAddress, History],
    repository: Repository | Unavailable,
    root: str,
    cache: Cache,
    guard: Guard,
) -> Remembered:
    """What Git tells of the institutions with a plan that is held back, and of those whose folder is `closed`, all of
    whose plans are. What was never published, by their `past`, does not stay.
    """
    broken = {slug: [*map(_address, survey.held_back)] for slug, survey in surveys.items() if survey.held_back}
    known = past_of(repository, root, cache, guard) if broken or closed else None
    if known is None or isinstance(known, Unavailable) or isinstance(repository, Unavailable):
        return Remembered({}, frozenset())
    broken |= {slug: [address for address in known.versions if address.institution == slug] for slug in closed}
    folders = {version.address.institution for versions in known.versions.values() for version in versions}
    library, codes = Library(cache), _codes(surveys)
    found: dict[PlanAddress, LastSound] = {}
    decided: set[str] = set()
    for slug, addresses in broken.items():
        if slug not in folders or slug in known.lost:
            continue
        look = partial(_sound, slug, addresses, codes, past, known.versions, repository, library)
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


class _Codes(NamedTuple):
    """Whose each code is today, and the folders that are told of one that it is another's."""

    holders: Mapping[Identity, str]
    told: Container[tuple[str, Identity]]

    def are_of(self, slug: str, borne: Borne | None) -> bool:
        """Whether nobody but an institution may be published under a code."""
        if borne is None or not borne.identity.is_registered:
            return True
        return (slug, borne.identity) not in self.told and self.holders.get(borne.identity, slug) == slug


def _codes(surveys: Mapping[str, Survey]) -> _Codes:
    bearing = [(slug, each.borne, each) for slug, survey in surveys.items() for each in survey.verdicts if each.borne]
    told = {(slug, borne.identity) for slug, borne, each in bearing if any(map(_is_told, each.problems))}
    holders = {borne.identity: slug for slug, borne, _ in bearing if (slug, borne.identity) not in told}
    return _Codes(holders, told)


def _is_told(problem: Problem) -> bool:
    return (problem.code, problem.severity) == (_ANOTHERS, Severity.ERROR)


def _sound(
    slug: str,
    addresses: Iterable[PlanAddress],
    codes: _Codes,
    past: Mapping[PlanAddress, History],
    versions: Mapping[PlanAddress, tuple[PlanVersion, ...]],
    repository: Repository,
    library: Library,
) -> dict[PlanAddress, LastSound]:
    with repository.contents() as contents:

        def is_sound(one: LastSound) -> bool:
            return not one.verdict.held_back and codes.are_of(slug, one.verdict.borne)

        def tried(address: PlanAddress) -> Iterator[LastSound]:
            until, published = inf, {version.commit for version in past[address].versions}
            for version in reversed(versions.get(address, ())):
                if not version.blobs:  # it was taken down: what stood before is not shown again
                    return
                if version.commit.id in published:
                    files = contents.plan(address, version.blobs)
                    yield LastSound(version, files, verdict(files, library), until)
                until = version.number

        newest = {address: next(filter(is_sound, tried(address)), None) for address in addresses if address in past}
    return {address: found for address, found in newest.items() if found}
