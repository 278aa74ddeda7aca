"""What is wrong with a plan's files: one module a subject, each with the same shape, listed by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.checks.problems.answers import answers
from generator.checks.problems.budget_years import budget_years
from generator.checks.problems.cycles import cycles
from generator.checks.problems.document import Document
from generator.checks.problems.extent import extent
from generator.checks.problems.identifiers import identifiers
from generator.checks.problems.institution import institution
from generator.checks.problems.masking import masked
from generator.checks.problems.most import at_most
from generator.checks.problems.national_frame import national_frame
from generator.checks.problems.period import period
from generator.checks.problems.prose import prose
from generator.checks.problems.reasons import reasons
from generator.checks.problems.references import references
from generator.checks.problems.schedule import schedule
from generator.checks.problems.withheld import withheld
from generator.diagnostics import Problem, Severity, in_order
from generator.model.address import PlanAddress
from generator.reading.merge import PlanSource
from generator.reading.reader import Reading

CHECKS: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    institution,
    period,
    national_frame,
    identifiers,
    references,
    extent,
    cycles,
    schedule,
    budget_years,
    answers,
    reasons,
    prose,
    withheld,
)

_OF_ITSELF = (identifiers, references, cycles, schedule, budget_years)
"""Those that look for a plan that contradicts itself. They have been errors since the format began. One that is added,
or becomes stricter, must let earlier versions be, of which a promise could be lost: they were published."""

_UNREAD = "karakter-terlarang"


def problems(reading: Reading) -> list[Problem]:
    """Everything wrong with a plan's files, in the order of the files; of each no more than `most.MOST`.

    The reading's own problems are among them: personal data and secrets are taken out of their words
    too, so whoever prints problems prints these and not `reading.problems`.
    """
    document = Document.of(reading)
    found = [replace(problem, plan=str(reading.address)) for check in CHECKS for problem in check(document)]
    told = at_most(_once(in_order([*reading.problems, *found])))
    return in_order(masked(told, reading.source.files))


def contradicts_itself(address: PlanAddress, source: PlanSource) -> bool:
    """Whether a plan of sound values was refused on any day, so that nobody was promised what it says."""
    document = Document(address, source.root, source.complete, source.files)
    return any(each.severity is Severity.ERROR for check in _OF_ITSELF for each in check(document))


def _once(found: list[Problem]) -> list[Problem]:
    """Of a value that holds what no text can hold, nothing but that: all else is said of what is left of it."""
    unread = {each.place for each in found if each.code == _UNREAD}
    return [each for each in found if each.code == _UNREAD or each.place not in unread]


__all__ = ["CHECKS", "contradicts_itself", "problems"]
