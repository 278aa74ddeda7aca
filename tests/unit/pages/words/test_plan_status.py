"""A plan past its period is never said to be in force without saying so."""

from datetime import date

import pytest

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.terms import PlanStatus
from generator.pages.words.plan_status import plan_status

HERE = PlanAddress("sagara", "2025-2029")


@pytest.mark.parametrize(
    ("status", "day", "words"),
    [
        (PlanStatus.IN_FORCE, date(2025, 1, 1), "Berlaku"),
        (PlanStatus.IN_FORCE, date(2029, 12, 31), "Berlaku"),
        (PlanStatus.IN_FORCE, date(2030, 1, 1), "Berlaku, masanya berakhir 2029"),
        (PlanStatus.ADOPTED, date(2024, 12, 31), "Ditetapkan, masanya mulai 2025"),
        (PlanStatus.DRAFT, date(2030, 1, 1), "Rancangan"),
        (PlanStatus.ENDED, date(2026, 1, 1), "Berakhir"),
        (PlanStatus.REVOKED, date(2030, 1, 1), "Dicabut"),
    ],
)
def test_the_status_is_told_with_the_years_it_has_outlived(status: PlanStatus, day: date, words: str) -> None:
    assert language("id").word(plan_status(status, HERE, day)) == words
