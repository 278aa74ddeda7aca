"""The two national indexes: what is scored, with which weight, and what a score is called."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class IndexDomain:
    """A group of aspects; only the SPBE index has them. `weight` is in percent."""

    number: int
    title: str
    english: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Aspect:
    """A group of indicators; `weight` is in percent, `domain` the number of its `IndexDomain`, if any."""

    number: int
    domain: int | None
    title: str
    english: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class IndexIndicator:
    """What a plan names as `<index>/<number>`; `weight` is in percent of the whole index."""

    id: str
    number: int
    title: str
    english: str
    weight: Decimal
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Level:
    """A level of maturity, 1 to 5."""

    number: int
    title: str
    english: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a score from `at_least` up to the next better predicate is called."""

    title: str
    english: str
    at_least: Decimal


@dataclass(frozen=True, slots=True)
class Index:
    """A national index as one regulation defines it. Scores of two indexes are not comparable.

    `service_levels` is empty where services are scored on the same levels as everything else.
    `predicates` go from the best down.
    """

    id: str
    title: str
    domains: tuple[IndexDomain, ...]
    aspects: tuple[Aspect, ...]
    indicators: tuple[IndexIndicator, ...]
    process_levels: tuple[Level, ...]
    service_levels: tuple[Level, ...]
    service_domain: int | None
    predicates: tuple[Predicate, ...]

    def predicate(self, score: Decimal) -> Predicate | None:
        """The predicate of a score, or None outside the index's scale (at most 5)."""
        if score > 5:
            return None
        return next((each for each in self.predicates if score >= each.at_least), None)

    def levels(self, indicator: IndexIndicator) -> tuple[Level, ...]:
        """The five levels on which this indicator is scored."""
        serves = self.service_domain is not None and indicator.aspect.domain == self.service_domain
        return self.service_levels if serves else self.process_levels
