"""The small plan with a few of its values changed."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.model.plan import Plan

Plans = Callable[..., Plan]


@pytest.fixture
def plan(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Plans:
    """The small plan with top-level keys replaced, and each of `kegiatan` laid over a whole activity."""

    def made(**changed: Any) -> Plan:
        values = small_plan()
        whole = values["kegiatan"][1]
        if "kegiatan" in changed:
            changed["kegiatan"] = [whole | activity for activity in changed["kegiatan"]]
        return edition_of(values | changed).plan

    return made
