"""Where each service stands among the four stages, and where the plan takes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.inventory import Service
from generator.model.terms import Stage
from generator.model.values import Maybe

STOPS = tuple(round(100 * (2 * number - 1) / 8, 1) for number in range(1, 5))
"""Middle of each stage's column, per cent."""


@dataclass(frozen=True, slots=True)
class Journey:
    """A service. `now` and `target` are 1 to 4, or `None` when unknown or not recorded; their x in per cent."""

    service: Service
    href: str
    now: int | None
    target: int | None
    now_x: float
    target_x: float
    year: Maybe[int]

    @property
    def moves(self) -> bool:
        """Whether the plan takes the service to another stage."""
        return self.now is not None and self.target is not None and self.now != self.target


@dataclass(frozen=True, slots=True)
class JourneysPicture:
    """Journeys in the order of the plan; `advancing` counts those that reach a later stage."""

    stops: tuple[float, ...]
    journeys: tuple[Journey, ...]
    advancing: int


def journeys_picture(services: Sequence[Service], link: Callable[[str], str]) -> JourneysPicture:
    """Lay out services; `link` gives the address of a service by its id."""
    journeys = tuple(_journey(service, link) for service in services)
    return JourneysPicture(
        STOPS,
        journeys,
        sum(one.now is not None and one.target is not None and one.target > one.now for one in journeys),
    )


def _journey(service: Service, link: Callable[[str], str]) -> Journey:
    now, target = _number(service.stage_now), _number(service.stage_target)
    return Journey(
        service=service,
        href=link(service.id),
        now=now,
        target=target,
        now_x=STOPS[now - 1] if now else 0.0,
        target_x=STOPS[target - 1] if target else 0.0,
        year=service.target_year,
    )


def _number(stage: Maybe[Stage]) -> int | None:
    return stage.number if isinstance(stage, Stage) else None
