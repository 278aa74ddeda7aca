"""Which applications several institutions have: the one thing an institution's findings know of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.checks.findings.names import forms, is_telling, line
from generator.checks.findings.thresholds import limits
from generator.model.edition import Edition
from generator.model.frame import load_frame
from generator.model.inventory import Application
from generator.model.portfolio import Portfolio
from generator.model.terms import ApplicationKind, ApplicationStatus

GONE = (ApplicationStatus.RETIRED, ApplicationStatus.INACTIVE)


@dataclass(frozen=True)
class Elsewhere:
    """Application names, as words, to the institutions that have one so named: slug and name, in order.

    Only names that at least two institutions use are kept, so that an institution's pages do not change
    when another one records an application nobody else has.
    """

    institutions: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def others(self, name: tuple[str, ...], slug: str) -> tuple[str, ...]:
        """Names of the other institutions that have an application with this name."""
        return tuple(title for other, title in self.institutions.get(name, ()) if other != slug)

    def among(self, names: Iterable[tuple[str, ...]]) -> "Elsewhere":
        """Only what concerns a plan with these names: findings with it are the same, and it is a small cache key."""
        return Elsewhere({name: self.institutions[name] for name in sorted(names) if name in self.institutions})


@dataclass(frozen=True)
class Inventory:
    """The applications of an institution's current plan: what it tells all others."""

    slug: str
    title: str
    names: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, edition: Edition) -> "Inventory":
        """From the current plan."""
        names = (name for each in edition.plan.applications if counts(each) for name in own_names(each))
        return cls(edition.address.institution, edition.plan.institution.name, tuple(names))


def elsewhere(portfolio: Portfolio) -> Elsewhere:
    """Gather the applications of every institution's current plan."""
    return gathered(Inventory.of(institution.current) for institution in portfolio.institutions)


def gathered(inventories: Iterable[Inventory]) -> Elsewhere:
    """The same from inventories, one an institution: no plan is held."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for inventory in inventories:
        for name in inventory.names:
            found.setdefault(name, {})[inventory.slug] = inventory.title
    return Elsewhere({name: tuple(sorted(at.items())) for name, at in sorted(found.items()) if len(at) > 1})


def counts(application: Application) -> bool:
    """Whether an application is the institution's own and in use or coming.

    A shared one (`umum`) is meant to stand at many institutions; a retired or unused one repeats nothing.
    """
    return application.kind is not ApplicationKind.SHARED and application.status not in GONE


def own_names(application: Application) -> tuple[tuple[str, ...], ...]:
    """The names that tell which application it is; none for a national one or for one that anybody could use."""
    if is_national(application.name):
        return ()
    return tuple(name for name in forms(application.name) if is_telling(name, limits().generic_names))


def is_national(name: str) -> bool:
    """Whether a name is that of a national shared application: using it is no duplicate."""
    text = line(name)
    return any(alias in text for alias in _national_names())


@cache
def _national_names() -> tuple[str, ...]:
    return tuple(line(alias) for each in load_frame().shared_applications for alias in each.aliases)
