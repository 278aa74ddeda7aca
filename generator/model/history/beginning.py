"""Where the memory of a plan begins, if that is later than the plan itself."""

from datetime import date
from typing import NamedTuple

from generator.model.history.promised import is_draft
from generator.model.history.record import History
from generator.model.plan import Plan


class LateBeginning(NamedTuple):
    """The `day` of the first version, and when the plan was `enacted`, or else the first year of its period."""

    day: date
    enacted: date | int


def late_beginning(history: History, plan: Plan) -> LateBeginning | None:
    """Set where a plan was in force before its first version: nobody knows what moved until then.

    `None` where it was not, of a draft, and where nothing is known of the past at all.
    """
    first, decree = history.first, plan.header.enactment
    if first is None or is_draft(plan):
        return None
    told = (decree.day, decree.year) if decree else ()
    enacted = next((each for each in told if isinstance(each, date | int)), plan.header.period.start)
    is_later = first.day > enacted if isinstance(enacted, date) else first.day.year > enacted
    return LateBeginning(first.day, enacted) if is_later else None
