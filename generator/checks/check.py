"""One check for every command: what is wrong with the files of plans, and what the sound ones leave open on a day.

What was said of an unchanged plan comes from the library: a check in which nothing is new reads no plan.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.checks.findings import KINDS, Elsewhere, findings, gathered, unmatched
from generator.checks.one_code import one_code_each
from generator.checks.verdict import VERDICTS, Verdict, verdict
from generator.diagnostics import Finding, Problem, in_order
from generator.model.baseline_change import PromiseFact
from generator.model.edition import Edition
from generator.model.portfolio import Portfolio
from generator.reading.apart import apart
from generator.reading.gc_paused import uncollected
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles
from generator.reading.time_limit import DEFAULT_SECONDS
from generator.store.cache import Cache, Drawer, drawer_of

_AT_A_TIME = 8
"""Plans that a process is given at once; fewer new ones are not worth a process."""

_FINDINGS: Drawer[tuple[Finding, ...]] = drawer_of("temuan", tuple[Finding, ...])

_KINDS = frozenset(kind.code for kind in KINDS)

Crew: TypeAlias = Callable[[], AbstractContextManager[Executor]]
"""Calls in the processes that look at many new plans."""


@dataclass(frozen=True)
class Check:
    """Every plan that was looked at with its verdict, all that is wrong with any file, and what is left open;
    `failures` tell why nothing is known of a plan, by its address."""

    verdicts: Mapping[PlanFiles, Verdict]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    failures: Mapping[str, str] = field(default_factory=dict)

    @property
    def held_back(self) -> frozenset[str]:
        """The addresses of the plans that an error keeps from being published."""
        return frozenset(str(each.address) for each in self.verdicts.values() if each.held_back)

    def editions(self, library: Library) -> Iterator[Edition]:
        """The sound plans, read."""
        for plan, told in self.verdicts.items():
            edition = None if told.held_back else library.edition(plan)
            if edition:
                yield edition


class Question(NamedTuple):
    """A plan, and what concerns it of the others."""

    plan: PlanFiles
    others: Elsewhere


class Look(NamedTuple):
    """What is said of a plan, and what it leaves open on a day; nothing where an error holds it back. `failure` tells
    instead why nothing is known of it."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    failure: str = ""


def check(
    plans: Sequence[PlanFiles],
    as_of: date,
    library: Library,
    misplaced: Iterable[Problem] = (),
    crew: Crew | None = None,
    limit: int = DEFAULT_SECONDS,
) -> Check:
    """Look at plans, which may tell of each other, and at nothing else. `misplaced` are problems of other files,
    `limit` the seconds that a plan may take.

    What differs from the first version is not looked at: Git's memory is read for the site.
    """
    alone = [Question(plan, Elsewhere()) for plan in plans]
    looks = dict(zip(plans, _looks(alone, as_of, library, crew, limit), strict=True))
    doubled = {each.address: each for each in one_code_each(look.verdict for look in looks.values())}
    looks |= {plan: Look(doubled[plan.address]) for plan in looks if plan.address in doubled}
    others = _gathered(looks, as_of)
    concerned = [
        Question(plan, own)
        for plan, look in looks.items()
        if look.verdict.inventory and (own := others.among(look.verdict.inventory.names)).institutions
    ]
    looks |= zip((each.plan for each in concerned), _looks(concerned, as_of, library, crew, limit), strict=True)
    told = (problem for look in looks.values() for problem in (*look.verdict.problems, *_unmatched(look)))
    ordered = sorted(looks.items(), key=lambda each: each[0].address)
    return Check(
        {plan: look.verdict for plan, look in looks.items()},
        tuple(in_order([*misplaced, *told])),
        tuple(finding for _, look in ordered for finding in look.findings),
        {str(plan.address): look.failure for plan, look in ordered if look.failure},
    )


def _unmatched(look: Look) -> Iterator[Problem]:
    known = (answer for answer in look.verdict.answers if answer.kind in _KINDS)  # another is told of the file
    return unmatched(known, look.findings, str(look.verdict.address))


def found(
    plan: PlanFiles,
    as_of: date,
    others: Elsewhere,
    library: Library,
    changes: Sequence[PromiseFact] = (),
) -> tuple[Finding, ...]:
    """What a sound plan leaves open on a day. `changes` are what Git tells of its promises."""

    def make() -> tuple[Finding, ...]:
        edition = library.edition(plan)
        assert edition is not None  # a plan without one has an error, and is not asked about
        return findings(edition, as_of, others, changes)

    return library.kept(_FINDINGS, plan, *_depends(as_of, others, changes), make=make)


def _depends(as_of: date, others: Elsewhere, changes: Sequence[PromiseFact] = ()) -> tuple[str, ...]:
    return as_of.isoformat(), repr(sorted(others.institutions.items())), repr(changes)


def _gathered(looks: Mapping[PlanFiles, Look], as_of: date) -> Elsewhere:
    sound = {look.verdict.address: look.verdict for look in looks.values()}
    covers = (each.cover.edition for each in sound.values() if each.cover)
    current = (sound[each.current.address] for each in Portfolio.of(covers, as_of).institutions)
    return gathered(each.inventory for each in current if each.inventory)


def _looks(
    questions: Sequence[Question], as_of: date, library: Library, crew: Crew | None, limit: int
) -> Iterator[Look]:
    known = [_known(question, as_of, library) for question in questions]
    new = [question for question, look in zip(questions, known, strict=True) if look is None]
    if crew is None or len(new) <= _AT_A_TIME:
        made: Iterable[Look] = look_at(new, as_of, library.cache, limit)
    else:
        parts = [new[at : at + _AT_A_TIME] for at in range(0, len(new), _AT_A_TIME)]
        with crew() as pool:
            made = list(
                chain.from_iterable(pool.map(partial(look_at, as_of=as_of, cache=library.cache, limit=limit), parts))
            )
    fresh = iter(made)
    return (look or next(fresh) for look in known)


def _known(question: Question, as_of: date, library: Library) -> Look | None:
    plan, others = question
    told = library.known(VERDICTS, plan)
    if told is None or told.held_back:
        return None if told is None else Look(told)
    left = library.known(_FINDINGS, plan, *_depends(as_of, others))
    return None if left is None else Look(told, left)


def look_at(questions: Iterable[Question], as_of: date, cache: Cache, limit: int = DEFAULT_SECONDS) -> list[Look]:
    """Look at some plans, each read once and for no more than some seconds."""
    library, made = Library(cache), []
    with uncollected():
        for plan, others in questions:
            look, failure = apart(partial(_look, plan, others, as_of, library), limit, Path.cwd())
            made.append(look or Look(Verdict(plan.address, ()), (), failure))
    return made


def _look(plan: PlanFiles, others: Elsewhere, as_of: date, library: Library) -> Look:
    told = verdict(plan, library)
    return Look(told) if told.held_back else Look(told, found(plan, as_of, others, library))
