"""All plans of all institutions, and which of an institution's plans is current."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model.edition import Edition
from generator.model.institution import Institution
from generator.model.terms import PlanStatus
from generator.model.validity import Validity


@dataclass(frozen=True)
class InstitutionPlans:
    """The published plans of one institution on a day, the newest period first; never empty."""

    slug: str
    editions: tuple[Edition, ...]
    as_of: date = date.max

    @property
    def current(self) -> Edition:
        """The newest plan in force on the day; where none is, the newest binding one that has begun, else the newest
        binding one, else the newest that bound once. A draft takes no plan's place: it is current where it is alone.
        """
        binding = [edition for edition in self.editions if edition.plan.header.status.binds]
        begun = [edition for edition in binding if edition.address.years[0] <= self.as_of.year]
        in_force = [edition for edition in begun if edition.validity(self.as_of) is Validity.IN_FORCE]
        ended = [edition for edition in self.editions if edition.plan.header.status is PlanStatus.ENDED]
        decided = [edition for edition in self.editions if edition.plan.header.status is not PlanStatus.DRAFT]
        return (in_force or begun or binding or ended or decided or self.editions)[0]

    @property
    def institution(self) -> Institution:
        """The institution as its current plan describes it."""
        return self.current.plan.institution

    def superseded_by(self, edition: Edition) -> Edition | None:
        """The binding plan that took the place of an older one, or `None`."""
        current = self.current
        newer = current.address.period > edition.address.period
        return current if newer and current.plan.header.status.binds else None


@dataclass(frozen=True)
class Portfolio:
    """Every institution with a published plan, by the name of its folder."""

    institutions: tuple[InstitutionPlans, ...]

    @classmethod
    def of(cls, editions: Iterable[Edition], as_of: date = date.max) -> "Portfolio":
        """Group editions by institution, as they stand on a day."""
        ordered = sorted(editions, key=lambda edition: edition.address)
        return cls(
            tuple(
                InstitutionPlans(slug, tuple(reversed(list(own))), as_of)
                for slug, own in groupby(ordered, key=lambda edition: edition.address.institution)
            )
        )

    @property
    def editions(self) -> Iterator[Edition]:
        """Every plan, by institution, the newest first."""
        return (edition for institution in self.institutions for edition in institution.editions)
