"""Whether a plan binds its institution on a day: its status says what was decided, its period how long that holds."""

from datetime import date

from generator.locale import say
from generator.model.terms import PlanStatus
from generator.model.terms.term import Term


class Validity(Term):
    """How a plan stands on a day. Only what is in force is summed; the rest is shown apart."""

    IN_FORCE = "berlaku", say("Berlaku")
    AHEAD = "belum_mulai", say("Masanya belum mulai")
    DRAFT = "rancangan", say("Rancangan")
    PAST = "berakhir", say("Masanya berakhir")
    REVOKED = "dicabut", say("Dicabut")


def validity(status: PlanStatus, years: tuple[int, int], day: date) -> Validity:
    """How a plan of these first and last years stands: past its last year no status keeps it in force."""
    if status is PlanStatus.REVOKED:
        return Validity.REVOKED
    if status is PlanStatus.ENDED or day.year > years[1]:
        return Validity.PAST
    if status is PlanStatus.DRAFT:
        return Validity.DRAFT
    return Validity.AHEAD if day.year < years[0] else Validity.IN_FORCE
