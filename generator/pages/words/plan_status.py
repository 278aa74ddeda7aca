"""How a plan stands on a day, in words."""

from datetime import date

from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.terms import PlanStatus
from generator.model.validity import Validity, validity


def plan_status(status: PlanStatus, address: PlanAddress, day: date) -> Message:
    """The status as the document has it; one that says to bind outside of the plan's years is told with them."""
    first, last = address.years
    match validity(status, (first, last), day):
        case Validity.PAST if status.binds:
            return say("{status}, masanya berakhir {tahun}", status=status.label, tahun=str(last))
        case Validity.AHEAD:
            return say("{status}, masanya mulai {tahun}", status=status.label, tahun=str(first))
        case _:
            return status.label
