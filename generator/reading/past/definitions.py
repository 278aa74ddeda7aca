"""Which ids the plans ever had, as far as Git remembers."""

import re
from collections.abc import Iterable, Mapping, Set
from functools import partial

from generator.model.address import PlanAddress
from generator.reading.apart import Guard
from generator.reading.past.contents import ContentLost
from generator.reading.past.lines import PlanVersion
from generator.reading.past.repository import Repository
from generator.reading.past.states import past_of
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache

_DEFINED = re.compile(rb"""\bid["']?\s*:\s*["']?([^"',}#\r\n]+)""", re.IGNORECASE)


def ever_defined(
    asked: Mapping[PlanAddress, Set[str]], repository: Repository, root: str, cache: Cache, guard: Guard
) -> Mapping[PlanAddress, Set[str]] | None:
    """Those of the ids `asked` of plans that any version of them had; `None` where nobody knows. Of a plan that takes
    too long, or of whose past something is lost, it is as if it had had them all.

    Looked for in the text of the versions, the newest first, also in one that could not be read as a plan.
    """
    past = past_of(repository, root, cache, guard)
    if isinstance(past, Unavailable):
        return None
    found: dict[PlanAddress, Set[str]] = {}
    for address, ids in asked.items():
        versions = past.versions.get(address, ())
        try:
            defined, failure = guard(address.institution, partial(_defined, ids, versions[::-1], repository))
        except ContentLost:
            return None
        found[address] = ids if failure or past.is_lost(address) else defined
    return found


def _defined(ids: Set[str], versions: Iterable[PlanVersion], repository: Repository) -> Set[str]:
    sought = {id: id.lower().encode("utf-8", "surrogatepass") for id in ids}
    left = set(sought.values())
    seen: set[str] = set()
    with repository.contents() as contents:
        for blob in (file.id for version in versions for file in version.blobs):
            if not left:
                break
            if blob not in seen:
                seen.add(blob)
                left -= {text.strip().lower() for text in _DEFINED.findall(contents.wanted(blob))}
    return {id for id, text in sought.items() if text not in left}
