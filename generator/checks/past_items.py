"""Reasons for the change of something that is gone: whether the plan ever had it, Git knows."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from generator.diagnostics import Problem
from generator.reading.past.histories import past_of
from generator.reading.past.repository import Repository, Unavailable
from generator.store.cache import Cache

_CODE = "alasan-tidak-cocok"


def without_removed(
    problems: Iterable[Problem], repository: Repository | Unavailable, root: str, cache: Cache
) -> tuple[Problem, ...]:
    """The problems but for reasons about what a plan below `root` had once; Git is asked only where there are any.

    Where it cannot tell, as in a shallow clone, nobody knows that the item was never there. Outside Git, and before the
    first commit, no item was removed from anything that was published.
    """
    told = tuple(problems)
    asked: dict[str, set[str]] = {}
    for problem in told:
        if problem.code == _CODE:
            asked.setdefault(problem.plan, set()).add(problem.item)
    if not asked or (isinstance(repository, Unavailable) and repository.is_new):
        return told
    known = None if isinstance(repository, Unavailable) else _ever(asked, repository, root, cache)
    return tuple(
        problem
        for problem in told
        if problem.code != _CODE or (known is not None and problem.item not in known.get(problem.plan, ()))
    )


def _ever(
    asked: Mapping[str, set[str]], repository: Repository, root: str, cache: Cache
) -> Mapping[str, set[str]] | None:
    """Those of the ids that any version of their plan had; `None` where nobody knows.

    Looked for in the text of the versions, also in one that could not be read as a plan.
    """
    past = past_of(repository, root, cache)
    if isinstance(past, Unavailable):
        return None
    found: dict[str, set[str]] = {}
    with repository.contents() as contents:
        for address, versions in past.versions.items():
            ids = asked.get(str(address))
            if ids:
                blobs = dict.fromkeys(chain.from_iterable((file.id for file in one.blobs) for one in versions))
                texts = [contents.read(blob) or b"" for blob in blobs]
                found[str(address)] = {id for id in ids if any(_defines(text, id) for text in texts)}
    return found


def _defines(text: bytes, id: str) -> bool:
    named = re.escape(id.encode("utf-8", "surrogatepass"))
    return re.search(rb"""(?i)\bid["']?\s*:\s*["']?""" + named + rb"""["']?\s*(?:[,}#\r\n]|$)""", text) is not None
