"""The plans as they stood at one commit, with what of them is not known."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.diagnostics import Problem
from generator.locale import Message
from generator.model.address import PlanAddress
from generator.reading.limits import too_wide
from generator.reading.past.contents import ContentLost
from generator.reading.past.listing import TOO_MANY
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import Unavailable, is_partial, lost
from generator.reading.plan_files import PlanFiles, group, shown


class PlansAtCommit(NamedTuple):
    """Every plan, what belongs to no plan, and the institutions of which nothing is known there, with the reason."""

    plans: list[PlanFiles]
    problems: list[Problem]
    closed: Mapping[str, Message]


def plans_at_commit(repository: Repository, commit: str, root: str) -> PlansAtCommit | Unavailable:
    """Every plan below `root` as it stood at a commit; `Unavailable` where Git cannot tell of any institution, as
    `Repository.listing`.
    """
    listed = repository.listing(commit, root)
    if isinstance(listed, Unavailable):
        return listed
    blobs = {blob.path: blob for blob in listed.files}
    plans, problems = group(blobs, root)
    unread: dict[PlanAddress, list[Problem]] = {}
    for problem in problems:
        if problem.plan:
            unread.setdefault(PlanAddress(*problem.plan.split("/")), []).append(problem)
    found, gone = [], set(listed.lost)
    with repository.contents() as contents:
        for address in sorted({*plans, *unread}):
            try:
                read = contents.plan(address, tuple(blobs[path] for path in plans.get(address, ())))
            except ContentLost:
                gone.add(address.institution)
                continue
            found.append(replace(read, unread=tuple(unread.get(address, ()))))
    if gone and is_partial(repository.folder):
        return lost(repository.folder)
    closed = dict.fromkeys(listed.beyond, TOO_MANY.sentence)
    closed |= dict.fromkeys(gone, lost(repository.folder).sentence) if gone else {}
    wide = (too_wide(shown(f"{root}/{name}")) for name in sorted(listed.large))
    return PlansAtCommit(
        [plan for plan in found if plan.address.institution not in closed],
        [*(problem for problem in problems if not problem.plan), *wide],
        dict(sorted(closed.items())),
    )
