"""Activities and rows made from the few fields a test is about."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.views.roadmap import Roadmap, RoadmapRow, roadmap

AS_OF = date(2026, 11, 24)


@pytest.fixture
def plan_of(small_plan: Callable[[], dict[str, Any]]) -> Callable[..., Plan]:
    """A plan of these activities: the small plan's first with other values; `other` keys replace the plan's own."""

    def make(*activities: dict[str, Any], **other: Any) -> Plan:
        values = small_plan()
        base = {key: value for key, value in values["kegiatan"][0].items() if key != "kemajuan"}
        values["kegiatan"] = [{**base, "id": f"K-{number:03}", **one} for number, one in enumerate(activities, 1)]
        return Plan.model_validate({**values, **other})

    return make


@pytest.fixture
def view_of(plan_of: Callable[..., Plan]) -> Callable[..., Roadmap]:
    """The roadmap of such a plan on 24 November 2026."""
    return lambda *activities: roadmap(plan_of(*activities), AS_OF)


@pytest.fixture
def row_of(view_of: Callable[..., Roadmap]) -> Callable[..., RoadmapRow]:
    """The row of one activity with these values."""
    return lambda **values: view_of(values).rows[0]
