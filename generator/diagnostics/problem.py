"""What is wrong with a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics.place import Place
from generator.locale import Message


class Severity(StrEnum):
    """How much a diagnostic weighs: only an error keeps a plan from being published."""

    ERROR = "error"
    WARNING = "warning"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that helps to understand a problem, with a few words about it."""

    place: Place
    text: Message


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file, at the value that must change.

    `code` is a kebab-case Indonesian word: also the name of its documentation page and of its test
    folder. `message` stands alone; `mark` is the short word under the line; `help` says how to mend it.
    `plan` is the address of the plan (`sagara/2025-2029`), `item` the id of the surrounding item; both
    may be empty. `fix` is what has to stand at `place` instead, to the letter, where that is known: with it the
    problem is gone; an empty text takes away, an empty place is where it is put in.
    """

    code: str
    place: Place
    message: Message
    mark: Message | None = None
    help: Message | None = None
    labels: tuple[Label, ...] = ()
    severity: Severity = Severity.ERROR
    plan: str = ""
    item: str = ""
    fix: str | None = None


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file, line and column, then code: the data decide the order, not who came first. No repeats."""
    return sorted(set(problems), key=lambda problem: (problem.place, problem.code, problem.message))
