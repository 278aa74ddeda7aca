"""The names of the things that rows and groups of a picture stand for."""

from collections.abc import Callable, Hashable

from generator.locale import Message, say
from generator.model.money import UNDIVIDED
from generator.model.plan import Plan
from generator.model.terms import Stage, Term
from generator.model.values import UNKNOWN

Word = Callable[[Message], str]
"""Words a message in the reader's language: `language(code).word`."""


def is_own(key: Hashable) -> bool:
    """Whether a group's name is the plan's own words: a programme or a unit, not a term of the frame."""
    return type(key) is str


def names(plan: Plan, word: Word) -> Callable[[Hashable], str]:
    """A function from a group's key to its name: programmes and units of this plan, terms, years, what is missing."""
    known: dict[Hashable, str] = {program.id: program.name for program in plan.programs}
    known.update({unit.id: unit.short_name or unit.name for unit in plan.units})

    def name(key: Hashable) -> str:
        if isinstance(key, Stage):
            return f"{key.number} {word(key.label)}"
        if isinstance(key, Term):
            return word(key.label)
        if key is UNKNOWN:
            return word(say("Tidak diketahui"))
        if key is UNDIVIDED:
            return word(say("Belum dibagi per tahun"))
        if key is None:
            return word(say("Tidak tercatat"))
        return known.get(key, str(key))

    return name
