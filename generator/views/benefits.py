"""What a plan brings: services that are to be reached at a higher stage, those of citizens and businesses first."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.activity import Activity
from generator.model.inventory import Service
from generator.model.natural_order import Natural, natural
from generator.model.terms import Audience
from generator.views.references import References

_OUTSIDE = (Audience.CITIZENS, Audience.BUSINESS)
_NEVER = 9999


@dataclass(frozen=True)
class Benefit:
    """A service that is promised a higher stage, and the activities that bring it there."""

    service: Service
    activities: tuple[Activity, ...]


def benefits(climbing: Iterable[Service], references: References) -> tuple[Benefit, ...]:
    """The climbing services (`views/stages.py`): by whom they serve, then by the year promised; an unknown one last."""
    found = [Benefit(service, tuple(references.activities_of_service.get(service.id, ()))) for service in climbing]
    return tuple(sorted(found, key=lambda each: _order(each.service)))


def _order(service: Service) -> tuple[bool, int, Natural]:
    year = service.target_year if isinstance(service.target_year, int) else _NEVER
    return service.audience not in _OUTSIDE, year, natural(service.id)
