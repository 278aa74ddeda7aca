"""Which ids the plans ever had, as far as Git remembers."""

import re
from collections.abc import Mapping
from itertools import chain

from generator.reading.past.histories import past_of
from generator.reading.past.repository import Repository, Unavailable
from generator.store.cache import Cache


def ever_defined(
    asked: Mapping[str, set[str]], repository: Repository, root: str, cache: Cache
) -> Mapping[str, set[str]] | None:
    """Those of the ids `asked` of plans, by address, that any version of them had; `None` where nobody knows.

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
