"""The provinces: their institutions, what is late and slipped there, what it costs, and who has not published.

Who has not published is told of real plans alone: a site of invented ones says nothing of anybody. The governments that
there are come from Kemendagri's codes (`generator/model/regions.py`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.completeness import Facts
from generator.model.money import Total
from generator.model.progress_counts import Standing, together
from generator.model.regions import Region, governments_in, provinces
from generator.model.terms import InstitutionKind
from generator.model.validity import Validity
from generator.views.late_of_all import LateOf, SlippedOf, late_of_all, slipped_of_all
from generator.views.portrait import Portrait

_GOVERNMENTS = (InstitutionKind.PROVINCE, InstitutionKind.REGENCY, InstitutionKind.CITY)


@dataclass(frozen=True)
class ProvinceView:
    """A province. `portraits` are of all its institutions, its own government first and then by name; `published` those
    that are summed; `unpublished` are its governments without a plan here, in the order of their codes.

    `is_real` says that `unpublished` may be told.
    """

    region: Region
    portraits: tuple[Portrait, ...]
    published: tuple[Portrait, ...]
    unpublished: tuple[Region, ...]
    is_real: bool
    as_of: date

    @property
    def governments(self) -> int:
        """How many there are: the province, its regencies and its cities."""
        return len(governments_in(self.region.code))

    @cached_property
    def in_force(self) -> tuple[Portrait, ...]:
        """The published ones whose plan is in force on the day: figures are sums over these."""
        return tuple(each for each in self.published if each.validity(self.as_of) is Validity.IN_FORCE)

    @cached_property
    def standing(self) -> Standing:
        return together(each.standing for each in self.in_force)

    @cached_property
    def late(self) -> tuple[LateOf, ...]:
        return late_of_all(self.published, self.as_of)

    @cached_property
    def slipped(self) -> tuple[SlippedOf, ...]:
        return slipped_of_all(self.published, self.as_of)

    @property
    def slips_known(self) -> bool:
        """Whether the history of any plan in force is known; else nobody knows what slipped."""
        return any(each.history_known for each in self.in_force)

    @cached_property
    def planned(self) -> Total:
        return sum((each.planned for each in self.in_force), Total())

    @cached_property
    def actual(self) -> Total:
        return sum((each.actual for each in self.in_force), Total())

    @cached_property
    def unknown(self) -> Facts:
        """The facts of the plans in force, and how many of them are said to be unknown."""
        every = [each.unknown for each in self.in_force]
        return Facts(sum(each.total for each in every), sum(each.unknown for each in every))


def province_views(
    portraits: Sequence[Portrait], published: Collection[Portrait], as_of: date
) -> tuple[ProvinceView, ...]:
    """All provinces in the order of their codes; `published` are the portraits that are summed, as in an `Overview`."""
    inside: dict[str, list[Portrait]] = defaultdict(list)
    for portrait in portraits:
        inside[portrait.province_code].append(portrait)
    summed = frozenset(each.slug for each in published)
    is_real = any(not each.is_example for each in published)
    return tuple(_view(each, inside.get(each.code, []), summed, is_real, as_of) for each in provinces())


def with_pages(views: Iterable[ProvinceView]) -> tuple[ProvinceView, ...]:
    """The provinces that have a page: those with institutions here; all of them where real ones of several have.

    A site of one province's institutions has nothing to say of the others.
    """
    every = tuple(views)
    filled = tuple(each for each in every if each.portraits)
    return every if len(filled) > 1 and filled[0].is_real else filled


def _view(region: Region, inside: list[Portrait], summed: Collection[str], is_real: bool, as_of: date) -> ProvinceView:
    own = sorted(inside, key=lambda each: (each.kind is not InstitutionKind.PROVINCE, each.name.casefold(), each.slug))
    published = tuple(each for each in own if each.slug in summed)
    told = frozenset(each.code for each in published if each.kind in _GOVERNMENTS)
    return ProvinceView(
        region=region,
        portraits=tuple(own),
        published=published,
        unpublished=tuple(each for each in governments_in(region.code) if each.code not in told) if is_real else (),
        is_real=is_real,
        as_of=as_of,
    )
