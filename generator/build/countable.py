"""Which pages of an earlier build may stand in where today's cannot be made: never any that Git speaks against."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

from generator.reading.past.states import Past
from generator.reading.past.unavailable import Unavailable

Countable: TypeAlias = Callable[[str, str], bool | None]
"""Of an institution, and the commit that its pages were made of, whether these may stand; nothing where Git does not
tell."""


def countable(past: Past | Unavailable) -> Countable:
    """Where Git knows an institution, its pages may stand that were made since one of its plans left an address last:
    what was taken down, or moved away, would be there again."""
    if isinstance(past, Unavailable):
        return lambda slug, commit: None
    since, made_of = _left(past), _commits(past)

    def counts(slug: str, commit: str) -> bool | None:
        if slug not in made_of or slug in past.lost:
            return None
        return made_of[slug].get(commit, -1) >= since.get(slug, 0)

    return counts


def _left(past: Past) -> dict[str, int]:
    """The number of the commit by which any plan left an address of each institution last."""
    found: dict[str, int] = {}
    for versions in past.versions.values():
        for one, other in pairwise(versions):
            if one.blobs and (not other.blobs or one.address != other.address):
                slug = one.address.institution
                found[slug] = max(found.get(slug, 0), other.number)
    return found


def _commits(past: Past) -> Mapping[str, Mapping[str, int]]:
    """The commits by which plans of each institution came to what they were, with their numbers."""
    found: dict[str, dict[str, int]] = {}
    for versions in past.versions.values():
        for version in versions:
            own = found.setdefault(version.address.institution, {})
            if version.blobs:
                own[version.commit.id] = version.number
    return found
