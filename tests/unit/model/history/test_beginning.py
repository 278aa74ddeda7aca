"""Where the memory of a plan begins."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.model.history import History, Version, late_beginning

FIRST = History(True, versions=(Version("c0ffee", "2026-11-24T08:00:00+07:00", ()),))


@pytest.mark.parametrize(
    ("header", "enacted"),
    [
        ({"penetapan": {"tanggal": "2025-03-10"}}, date(2025, 3, 10)),
        ({"penetapan": {"tanggal": "2026-11-24"}}, None),
        ({"penetapan": {"tanggal": "tidak_diketahui", "tahun": 2025}}, 2025),
        ({"penetapan": {"tahun": 2026}}, None),
        ({"penetapan": None}, 2025),
        ({"penetapan": None, "periode": {"mulai": 2026, "selesai": 2029}}, None),
        ({"penetapan": {"tanggal": "2025-03-10"}, "status": "rancangan"}, None),
    ],
)
def test_a_plan_that_is_older_than_its_first_version(
    small_plan: Callable[[], dict[str, Any]],
    edition_of: Callable[..., Edition],
    header: dict[str, Any],
    enacted: object,
) -> None:
    values = small_plan()
    values["rencana"] |= header
    values["rencana"] = {key: value for key, value in values["rencana"].items() if value is not None}
    plan = edition_of(values).plan
    found = late_beginning(FIRST, plan)
    assert (found.enacted if found else None) == enacted
    assert found is None or found.day == date(2026, 11, 24)
    assert late_beginning(History(False), plan) is None
