"""What is said of one plan whatever the day."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.checks.findings import GivenAnswer, Inventory, given
from generator.checks.problems import problems
from generator.diagnostics import Place, Problem, Severity
from generator.model.address import PlanAddress
from generator.model.blueprint import Blueprint
from generator.model.edition import Edition, SourceFile
from generator.model.places import Places
from generator.model.plan import Plan
from generator.reading.library import Library
from generator.reading.nodes import Scalar, find
from generator.reading.past.identities import code_in
from generator.reading.past.identity import Identity
from generator.reading.plan_files import PlanFiles
from generator.reading.reader import Reading
from generator.store.cache import Drawer, drawer_of

_LONGEST = 200  # characters of a name: those of a broken plan are not counted


@dataclass(frozen=True)
class Cover:
    """A sound plan without its lists: whose plan, its title, its licence, its files."""

    address: PlanAddress
    plan: Plan
    place: Place
    files: tuple[SourceFile, ...]

    @classmethod
    def of(cls, edition: Edition) -> "Cover":
        """The cover of a plan."""
        plan = edition.plan
        lists = {name: () for name in type(plan).model_fields if isinstance(getattr(plan, name), tuple)}
        cover = plan.model_copy(update={**lists, "blueprint": Blueprint()})
        return cls(edition.address, cover, edition.place(), edition.files)

    @property
    def edition(self) -> Edition:
        """As an edition that knows no place but that of the whole."""
        return Edition(self.address, self.plan, Places({(): self.place}), self.files)


class Borne(NamedTuple):
    """The code that a plan bears: whose it is, the name that stands beside it, and the place of the code."""

    identity: Identity
    name: str
    place: Place

    @classmethod
    def of(cls, reading: Reading) -> "Borne | None":
        """That of a plan, sound or not; `None` where it does not tell it."""
        root = reading.source.root
        identity, code, name = code_in(root), find(root, ("lembaga", "kode")), find(root, ("lembaga", "nama"))
        if identity is None or not isinstance(code, Scalar):
            return None
        return cls(identity, str(name)[:_LONGEST] if isinstance(name, Scalar) else "", code.place)


@dataclass(frozen=True)
class Verdict:
    """What is said of one plan whatever the day: all that is wrong with its files, the code that it bears, and of a
    sound one its cover, what it tells others and what it answers. A plan with an error has none of these three, and is
    not published."""

    address: PlanAddress
    problems: tuple[Problem, ...]
    borne: Borne | None = None
    cover: Cover | None = None
    inventory: Inventory | None = None
    answers: tuple[GivenAnswer, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> "Verdict":
        """The verdict on a plan that was read."""
        told, borne = tuple(problems(reading)), Borne.of(reading)
        if not reading.edition or any(problem.severity is Severity.ERROR for problem in told):
            return cls(reading.address, told, borne)
        sound = reading.edition
        return cls(reading.address, told, borne, Cover.of(sound), Inventory.of(sound), given(sound))

    @property
    def held_back(self) -> bool:
        """Whether an error keeps the plan from being published."""
        return self.cover is None


VERDICTS: Drawer[Verdict] = drawer_of("putusan", Verdict)


def verdict(plan: PlanFiles, library: Library) -> Verdict:
    """The verdict on a plan."""
    return library.kept(VERDICTS, plan, make=lambda: Verdict.of(library.read(plan)))
