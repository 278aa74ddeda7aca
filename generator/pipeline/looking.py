"""Looking at plans: `check` and `diff`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.build.workers import looking
from generator.checks.check import check as look
from generator.checks.past_items import still_told
from generator.diagnostics import Problem
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.history.continuation import origin, plan_named
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.publishing.judging import judged
from generator.publishing.settings import settings_content
from generator.publishing.unusable import Unusable
from generator.reading.apart import Allowance
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.reading.lone_file import lone_plan
from generator.reading.past.claims import NO_CLAIMS, ClaimsInGit
from generator.reading.past.contents import Blob, blob_id
from generator.reading.past.left_out import left_out
from generator.reading.past.messages import reasons_between
from generator.reading.past.plans_at_commit import PlansAtCommit, plans_at_commit
from generator.reading.past.published_branch import UNTOLD, BranchTold, branch_named
from generator.reading.past.repository import repository_at
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import PlanFiles, RawFile, shown
from generator.reading.selection import Selection
from generator.reading.text import TextFile, decode
from generator.reading.time_limit import DEFAULT_SECONDS
from generator.report import Report
from generator.report.difference import Difference, Revision

_SETTINGS = "mkdocs.yml"


def check(
    selections: Sequence[Selection],
    as_of: date,
    library: Library,
    limit: int = DEFAULT_SECONDS,
    branch: BranchTold = UNTOLD,
) -> Report:
    """Read and check the selected plans, each for `limit` seconds at most, and tell what the sound ones leave open;
    `branch` is what is told of the published one.

    What plans repeat of each other is found among the selected ones alone.
    """
    told: list[Problem] = []
    plans: dict[str, PlanFiles] = {}
    settings: list[RawFile] = []
    closed: set[str] = set()
    for selection in selections:
        if selection.stray and selection.lone:
            alone = lone_plan(selection.stray, selection.base, library)
            plans[alone.path] = alone
            continue
        if selection.is_whole:
            told += judged(selection.base, library.cache)
            settings += _settings_of(selection.base)
        files, misplaced, shut = on_disk(selection.root, selection.base, selection.within)
        closed |= shut
        told += (each for each in misplaced if not selection.address or each.plan == str(selection.address))
        for plan in files:
            # A folder and a file in it may both be named.
            if selection.covers(plan.address):
                plans.setdefault(plan.path, plan)
    roots = dict.fromkeys(selection.root for selection in selections if not selection.lone)
    pasts = {root: repository_at(root.parent, branch) for root in roots}
    guard = Allowance(limit, Path.cwd())
    # Of several repositories none tells what came first.
    first = [ClaimsInGit(past, root.name, library.cache, guard) for root, past in pasts.items() if len(pasts) == 1]
    claims = first[0] if first else NO_CLAIMS
    found = look(tuple(plans.values()), as_of, library, told, looking, limit, claims, closed)
    problems = found.problems
    for root, past in pasts.items():
        keeps = still_told(problems, past, root.name, library.cache, guard)
        problems = tuple(filter(keeps, problems))
    sources = _Sources((*settings, *(file for plan in plans.values() for file in plan.files)))
    return replace(Report.of(problems, found.findings, sources, len(plans)), failures=found.failures)


@dataclass(frozen=True)
class _Sources:
    """Files as text, which most formats don't ask for."""

    files: tuple[RawFile, ...]

    def __iter__(self) -> Iterator[TextFile]:
        return (decode(*file)[0] for file in self.files)


def _settings_of(base: Path) -> Iterator[RawFile]:
    with suppress(Unusable):  # told where it is judged
        yield RawFile(_SETTINGS, settings_content(base / _SETTINGS))


def check_at(
    root: Path, revision: str, as_of: date, library: Library, limit: int = DEFAULT_SECONDS, branch: BranchTold = UNTOLD
) -> Report | Unavailable:
    """Read and check all plans below `root` as they stood at a revision, judged on the same day, each for `limit`
    seconds at most. `failures` tell of the folders, too, of which nothing is known there."""
    repository = repository_at(root.parent, branch)
    if isinstance(repository, Unavailable):
        return repository
    commit = repository.commit(revision)
    if isinstance(commit, Unavailable):
        return commit
    there, kept = plans_at_commit(repository, commit, root.name), repository.file(commit, _SETTINGS)
    if isinstance(there, Unavailable):
        return there
    first = ClaimsInGit(repository, root.name, library.cache, Allowance(limit, Path.cwd()))
    found = look(tuple(there.plans), as_of, library, there.problems, looking, limit, first, there.closed)
    unchanged = [Blob(_SETTINGS, blob_id(file, commit)) for file in _settings_of(root.parent)]
    settings = judged(root.parent) if unchanged == [kept] else []
    settings = [each for each in settings if each.place.path == _SETTINGS]  # other files may be new
    report = Report.of((*found.problems, *settings), found.findings, (), len(there.plans))
    return replace(report, failures={**found.failures, **_folders(there.closed)})


def left_out_since(root: Path, revision: str, branch: BranchTold = UNTOLD) -> Mapping[str, int]:
    """How many published versions of each institution below `root` would be told no longer, were `HEAD` published: on
    the branch that a CI tells, else on that of the revision."""
    repository = repository_at(root.parent)
    commit = repository if isinstance(repository, Unavailable) else repository.commit(revision)
    if isinstance(repository, Unavailable) or isinstance(commit, Unavailable):
        return {}
    found = left_out(repository, root.name, commit, branch.built or branch_named(root.parent, revision))
    return {} if isinstance(found, Unavailable) else found


def difference(
    root: Path, before: str, after: str, as_of: date, library: Library, limit: int = DEFAULT_SECONDS
) -> Difference | Unavailable:
    """What differs in the plans below `root` between two revisions; an empty name means the files on the disk.

    Only plans whose files differ are read, and checked on each side for `limit` seconds at most. A finding counts as
    new or gone when both sides are looked at on the same day. A folder of which nothing is known on a side is not
    compared.
    """
    repository = repository_at(root.parent)
    if isinstance(repository, Unavailable):
        return repository
    sides: list[dict[PlanAddress, PlanFiles]] = []
    closed: dict[str, Message] = {}
    for name in (before, after):
        commit = repository.commit(name) if name else ""
        if isinstance(commit, Unavailable):
            return commit
        there = plans_at_commit(repository, commit, root.name) if name else _on_disk(root)
        if isinstance(there, Unavailable):
            return there
        sides.append({plan.address: plan for plan in there.plans})
        closed |= there.closed
    differing = [
        [plan for address, plan in one.items() if other.get(address) != plan and address.institution not in closed]
        for one, other in zip(sides, sides[::-1], strict=True)
    ]
    old, new = (
        _state(name, plans, as_of, library, limit) for name, plans in zip((before, after), differing, strict=True)
    )
    unknown = _folders(closed)
    new = replace(new, broken=new.broken.union(unknown), failures={**new.failures, **unknown})
    earlier = dict(_earlier(new.portfolio, {**sides[1], **sides[0]}, library))
    reasons = reasons_between(repository, before, after, root.name)
    return reasons if isinstance(reasons, Unavailable) else Difference.of(old, new, reasons, earlier)


def _on_disk(root: Path) -> PlansAtCommit:
    """The plans as they stand; those of a folder that cannot be opened would seem to be withdrawn."""
    found = on_disk(root, root.parent)
    why = Unavailable(say("isi folder rencananya tidak diketahui"), say("lihat sebabnya dengan `rencana check`"))
    return PlansAtCommit(found.plans, found.problems, dict.fromkeys(sorted(found.closed), why.sentence))


def _folders(closed: Mapping[str, Message]) -> dict[str, Message]:
    """By their names, as they can be printed."""
    return {shown(name): why for name, why in closed.items()}


def _earlier(
    portfolio: Portfolio, plans: Mapping[PlanAddress, PlanFiles], library: Library
) -> Iterator[tuple[PlanAddress, Plan]]:
    """The plans that those of a portfolio go on with, as they can be read."""
    named = {
        address
        for edition in portfolio.editions
        for activity in edition.plan.activities
        if (named := origin(edition.plan, activity)) and (address := plan_named(named[0], edition.address))
    }
    for address in sorted(each for each in named if each in plans):
        plan = library.published(plans[address])
        if plan:
            yield address, plan


def _state(name: str, plans: Sequence[PlanFiles], as_of: date, library: Library, limit: int) -> Revision:
    found = look(plans, as_of, library, crew=looking, limit=limit)
    sound = Portfolio.of(found.editions(library), as_of)
    return Revision(name, sound, found.findings, found.held_back, found.failures)
