"""One check for every command: what is wrong with the files of plans, and what the sound ones leave open on a day.

What was said of an unchanged plan comes from the library: a check in which nothing is new reads no plan.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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
from generator.reading.apart import apart_from_cache
from generator.reading.gc_paused import uncollected
from generator.reading.library import Library
from generator.reading.past.claims import NO_CLAIMS, Claims
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
    """What is said of a plan, and what it leaves open on a day: `None` where an error holds it back, or while nobody
    asked. `failure` tells instead why nothing is known of it."""

    verdict: Verdict
    findings: tuple[Finding, ...] | None = None
    failure: str = ""


def check(
    plans: Sequence[PlanFiles],
    as_of: date,
    library: Library,
    misplaced: Iterable[Problem] = (),
    crew: Crew | None = None,
    limit: int = DEFAULT_SECONDS,
    claims: Claims = NO_CLAIMS,
    closed: Collection[str] = (),
) -> Check:
    """Look at plans, which may tell of each other, and at nothing else. `misplaced` are problems of other files,
    `limit` the seconds that a plan may take, `claims` tells who had a code first, `closed` are folders that nobody can
    open.

    What differs from the first version is not looked at: Git's memory is read for the site.
    """
    looked = partial(_looks, as_of=as_of, library=library, crew=crew, limit=limit)
    looks = looked((Question(plan, Elsewhere()), _judged(plan, library)) for plan in plans)
    doubled = {each.address: each for each in one_code_each((look.verdict for look in looks.values()), claims, closed)}
    looks |= {plan: Look(doubled[plan.address]) for plan in looks if plan.address in doubled}
    others = _gathered(looks, as_of)
    sound = [(plan, told, told.inventory) for plan, (told, *_) in looks.items() if told.inventory]
    asked = [(Question(plan, others.among(own.names)), told) for plan, told, own in sound]
    looks |= looked(
        (question, _left_open(question, told, as_of, library))
        for question, told in asked
        if looks[question.plan].findings is None or question.others.institutions
    )
    problems = (problem for look in looks.values() for problem in (*look.verdict.problems, *_unmatched(look)))
    ordered = sorted(looks.items(), key=lambda each: each[0].address)
    return Check(
        {plan: look.verdict for plan, look in looks.items()},
        tuple(in_order([*misplaced, *problems])),
        tuple(finding for _, look in ordered for finding in look.findings or ()),
        {str(plan.address): look.failure for plan, look in ordered if look.failure},
    )


def _unmatched(look: Look) -> Iterator[Problem]:
    known = (answer for answer in look.verdict.answers if answer.kind in _KINDS)  # another is told of the file
    return unmatched(known, look.findings or (), str(look.verdict.address))


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


def _judged(plan: PlanFiles, library: Library) -> Look | None:
    told = library.known(VERDICTS, plan)
    return None if told is None else Look(told)


def _left_open(question: Question, told: Verdict, as_of: date, library: Library) -> Look | None:
    findings = library.known(_FINDINGS, question.plan, *_depends(as_of, question.others))
    return None if findings is None else Look(told, findings)


def _looks(
    known: Iterable[tuple[Question, Look | None]], as_of: date, library: Library, crew: Crew | None, limit: int
) -> dict[PlanFiles, Look]:
    """What is known, and what is not: that is looked at now."""
    with uncollected():
        found = list(known)
    fresh = iter(_made([question for question, look in found if look is None], as_of, library, crew, limit))
    return {question.plan: look or next(fresh) for question, look in found}


def _made(new: Sequence[Question], as_of: date, library: Library, crew: Crew | None, limit: int) -> Iterable[Look]:
    if crew is None or len(new) <= _AT_A_TIME:
        return look_at(new, as_of, library.cache, limit)
    parts = [new[at : at + _AT_A_TIME] for at in range(0, len(new), _AT_A_TIME)]
    with crew() as pool:
        look = partial(look_at, as_of=as_of, cache=library.cache, limit=limit)
        return list(chain.from_iterable(pool.map(look, parts)))


def look_at(questions: Iterable[Question], as_of: date, cache: Cache, limit: int = DEFAULT_SECONDS) -> list[Look]:
    """Look at some plans, each read once and for no more than some seconds."""
    made = []
    with uncollected():
        for plan, others in questions:
            look, failure = apart_from_cache(partial(_look, plan, others, as_of, cache), limit, Path.cwd())
            made.append(look or Look(Verdict(plan.address, ()), failure=failure))
    return made


def _look(plan: PlanFiles, others: Elsewhere, as_of: date, cache: Cache) -> Look:
    library = Library(cache)
    told = verdict(plan, library)
    return Look(told) if told.held_back else Look(told, found(plan, as_of, others, library))
