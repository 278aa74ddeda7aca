"""From nodes to a plan: pydantic checks the values, and each of its errors becomes a problem at a place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Problem, Severity, in_order
from generator.model.address import PlanAddress
from generator.model.edition import Edition, SourceFile
from generator.model.mistake import Mistake
from generator.model.plan import Plan
from generator.model.scalars.words import has_form_of_a_link
from generator.reading.guessing import Guesses
from generator.reading.merge import PlanSource, read
from generator.reading.misreadings import misreadings
from generator.reading.mistakes import problems_of
from generator.reading.nodes import Group, without
from generator.reading.places import places_in
from generator.reading.plan_files import PlanFiles
from generator.reading.respelling import respelt
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN, may_hold_withheld, with_hidden, withheld
from generator.reading.yaml import Composed, compose

_LEVELS = 6
"""How deep the groups of fields of a plan go, at most."""

_DOUBTFUL = frozenset(("teks-terpotong", "isian-kosong"))
"""Problems of a file's form that the field may tell better."""


@dataclass(frozen=True)
class Reading:
    """What came of reading one plan.

    `edition` is the plan as written, or `None` when something in it is wrong. `source` keeps the nodes, for
    places of single values. `complete` is false when a file of the plan could not be read, so that what it
    defines is not known to be missing.
    """

    address: PlanAddress
    source: PlanSource
    edition: Edition | None
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """Whether every file of the plan could be read."""
        return self.source.complete


def _fitted(values: Group) -> tuple[Plan | None, list[ErrorDetails]]:
    """The plan as it is, and what pydantic has against the values."""
    try:
        return Plan.model_validate(values), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


Refused: TypeAlias = Callable[[PlanAddress, PlanSource], bool]
"""Whether a plan of sound values was never published all the same, by what stands in its files."""


def nothing_refused(_: PlanAddress, __: PlanSource) -> bool:
    """For who asks what a plan says, published or not."""
    return False


def as_published(
    files: PlanFiles,
    compose: Callable[[TextFile], Composed] = compose,
    refused: Refused = nothing_refused,
) -> Plan | None:
    """An earlier version of a plan as it was published: what has been made an error since then did not hold it back.
    What must not be published is hidden in its texts, which are told wherever one of them changed; a link that is none
    any more is left out, and what was promised beside it stands.

    `None` for one that cannot be read, whose values no plan has, or that is `refused`.
    """
    written = source = read(files, compose)
    if may_hold_withheld(source.files) and (found := list(withheld(source.files, source.root))):
        source = read(with_hidden(files, source.files, found), compose)
        if any(withheld(source.files, source.root)):  # more than anybody counted
            return None
    if any(each.severity is Severity.ERROR and each.code not in _DOUBTFUL for each in source.problems):
        return None
    plan, mistakes = _fitted(source.root) if source.complete else (None, [])
    if mistakes and all(map(_is_link_no_more, mistakes)):
        root = without(source.root, {tuple(each["loc"]) for each in mistakes})
        plan = _fitted(root)[0] if isinstance(root, Group) else None
    return plan if plan and not refused(files.address, written) else None


def _is_link_no_more(mistake: ErrorDetails) -> bool:
    """Whether a value is no link because part of it is hidden, or browsers do not know its host: nobody asked once."""
    error = mistake.get("ctx", {}).get("error")
    if not isinstance(error, Mistake) or error.code != "tautan-salah":
        return False
    return HIDDEN in mistake["input"] or has_form_of_a_link(mistake["input"])


def read_plan(files: PlanFiles, compose: Callable[[TextFile], Composed] = compose) -> Reading:
    """Read one plan; whatever its files hold, the answer is a `Reading` and never an exception."""
    source = read(files, compose)
    address = files.address
    misspelt: list[Problem] = []
    guesses = Guesses()
    plan, mistakes = _fitted(source.root)
    for _ in range(_LEVELS):  # behind a misspelt key there may be others
        root, keys = respelt(source.root, mistakes, guesses)
        if not keys:
            break
        misspelt += problems_of(keys, source.root, guesses)
        source = replace(source, root=root)
        _, mistakes = _fitted(root)
    # A plan with an unreadable file seems to lack whatever stands there: only its own problem is told.
    told = [mistake for mistake in mistakes if source.complete or mistake["type"] != "missing"]
    wrong_values = problems_of(told, source.root, guesses)
    texts = {file.path: file for file in source.files}
    problems = [*misspelt, *wrong_values, *misreadings(source.root, texts)]
    # A value that was cut and put together again is told by its field, which knows what it was meant to be.
    known = {problem.place for problem in problems if problem.severity is Severity.ERROR}
    problems += [each for each in source.problems if each.code not in _DOUBTFUL or each.place not in known]
    stamped = tuple(in_order(replace(problem, plan=str(address)) for problem in problems))
    wrong = any(problem.severity is Severity.ERROR for problem in stamped)
    edition = _edition(address, plan, source) if plan and not wrong else None
    return Reading(address, source, edition, stamped)


def read_edition(files: PlanFiles, compose: Callable[[TextFile], Composed] = compose) -> Edition | None:
    """The plan of files that are known to be sound, without looking for what is wrong with them."""
    source = read(files, compose)
    plan, _ = _fitted(source.root)
    return _edition(files.address, plan, source) if plan else None


def _edition(address: PlanAddress, plan: Plan, source: PlanSource) -> Edition:
    digests = tuple(SourceFile(file.path, file.digest) for file in source.files)
    return Edition(address, plan, places_in(source.root), digests)
