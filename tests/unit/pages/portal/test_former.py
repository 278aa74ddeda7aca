"""What an institution left, it leaves a few addresses of: each is pages of every build of the country."""

from datetime import date, timedelta

from generator.model.address import PlanAddress
from generator.model.changes.facts import PlanRemoved
from generator.model.history import History, Version
from generator.model.history.record import Former
from generator.model.money import Total
from generator.pages.portal.former import MOST, dropped, left_addresses

DAY = date(2026, 1, 1)
NOW, OTHER = PlanAddress("sagara", "2025-2029"), PlanAddress("wana", "2025-2029")


def renamed(times: int, *more: Version) -> History:
    formers = [
        Former(PlanAddress(f"nama-{number}", "2025-2029"), f"{number:040}", DAY + timedelta(days=number))
        for number in range(times)
    ]
    return History(True, former=tuple(sorted(formers)), versions=more)


def taken_down(address: PlanAddress, day: date) -> Version:
    change = PlanRemoved(plan=address, item="", name="Rencana", institution="Lembaga", activities=0, money=Total())
    return Version("f" * 40, f"{day}T08:00:00+07:00", (change,), address, 1000)


def test_of_many_names_of_one_plan_the_newest_lead_on_and_the_rest_is_counted() -> None:
    past = {NOW: renamed(500), OTHER: renamed(1)}
    left = left_addresses(past, past)
    led = {one.address for one in left if one.is_plan and one.leads_to == "sagara/2025-2029/"}
    assert led == {f"nama-{number}/2025-2029/" for number in range(500 - MOST, 500)}
    assert len([one for one in left if one.leads_to == "wana/2025-2029/"]) == 1
    assert len(left_addresses({NOW: renamed(2000)}, [NOW])) == len(left_addresses({NOW: renamed(MOST)}, [NOW]))
    assert dropped(past, past) == {"sagara": 500 - MOST}


def test_many_plans_that_were_taken_down_keep_the_newest_each_at_its_last_address() -> None:
    plans = [PlanAddress("sagara", f"{year}-{year}") for year in range(2000, 2100)]
    past = {plan: History(True, versions=(taken_down(plan, DAY + timedelta(days=int(plan.period[:4]) - 2000)),))
            for plan in plans}  # fmt: skip
    left = left_addresses(past, [])
    assert {one.address for one in left if one.is_plan} == {
        f"{plan.institution}/{plan.period}/" for plan in plans[-MOST:]
    }
    assert dropped(past, []) == {"sagara": 100 - MOST}
    gone = renamed(30, taken_down(NOW, DAY + timedelta(days=60)))
    assert "sagara/2025-2029/" in {one.address for one in left_addresses({NOW: gone}, [])}
