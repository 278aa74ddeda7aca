"""From nodes to a plan: pydantic checks the values, and each of its errors becomes a problem at a place."""

from dataclasses import dataclass, replace
from hashlib import sha256

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Problem, Severity, in_order
from generator.model.edition import Edition, SourceFile
from generator.model.mending import mend
from generator.model.misfits import problems_of
from generator.model.places import Places
from generator.model.plan import Plan
from generator.model.respelling import respelt
from generator.source.cache import Cache
from generator.source.merge import PlanSource, read
from generator.source.nodes import Raw, raw
from generator.source.plan_files import PlanAddress, PlanFiles

_LEVELS = 6
"""How deep the groups of fields of a plan go, at most."""


@dataclass(frozen=True)
class Reading:
    """What came of reading one plan.

    `edition` is the plan as written, or `None` when something in it is wrong. `draft` is the nearest
    readable plan: the checks run on it so that one run names every problem, but it is never published.
    `source` keeps the nodes, for places of single values. `complete` is false when a file of the plan
    could not be read, so that what it defines is not known to be missing.
    """

    address: PlanAddress
    source: PlanSource
    edition: Edition | None
    draft: Edition | None
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """Whether every file of the plan could be read."""
        return self.source.complete


def read_kept(files: PlanFiles, cache: Cache) -> Reading:
    """What `read_plan` gives, kept by the names and bytes of the files."""
    key = sha256(str(files.address).encode())
    for path, content in files.files:
        key.update(f"\0{path}\0{len(content)}\0".encode())
        key.update(content)
    return cache.get_or_make("bacaan", key.digest(), lambda: read_plan(files))


def _fitted(values: Raw, address: PlanAddress) -> tuple[Plan | None, Plan | None, list[ErrorDetails]]:
    """The plan as it is, the nearest readable one, and what pydantic has against the values."""
    try:
        plan = Plan.model_validate(values)
    except ValidationError as error:
        return None, mend(values, error, address), error.errors(include_url=False, include_input=False)
    return plan, plan, []


def read_plan(files: PlanFiles) -> Reading:
    """Read one plan; whatever its files hold, the answer is a `Reading` and never an exception."""
    source = read(files)
    address = files.address
    values = raw(source.root)
    misspelt: list[Problem] = []
    plan, draft, mistakes = _fitted(values, address)
    for _ in range(_LEVELS):  # behind a misspelt key there may be others
        root, keys = respelt(source.root, mistakes)
        if not keys:
            break
        misspelt += problems_of(keys, source.root)
        source = replace(source, root=root)
        _, draft, mistakes = _fitted(raw(root), address)
    # A plan with an unreadable file seems to lack whatever stands there: only its own problem is told.
    told = [mistake for mistake in mistakes if source.complete or mistake["type"] != "missing"]
    problems = [*source.problems, *misspelt, *problems_of(told, source.root)]
    stamped = tuple(in_order(replace(problem, plan=str(address)) for problem in problems))
    wrong = any(problem.severity is Severity.ERROR for problem in stamped)
    digests = tuple(SourceFile(file.path, file.digest) for file in source.files)
    places = Places(source.root)

    def edition(of: Plan | None) -> Edition | None:
        return Edition(address, of, places, digests) if of else None

    return Reading(address, source, None if wrong else edition(plan), edition(draft), stamped)
