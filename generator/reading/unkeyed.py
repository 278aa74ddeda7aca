"""A file that begins with a list: the key above it is missing, and the list itself tells which."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.description import Table, item_tables
from generator.reading.nodes import Group, Listing, Node, find, own_id

_LOOKED_AT = 50


def unkeyed(path: str, node: Node, others: Sequence[Group]) -> Problem | None:
    """The problem of a list without its key, if it can be known: by its keys, then by ids like its own elsewhere."""
    if not isinstance(node, Listing):
        return None
    items = [item for item in node[:_LOOKED_AT] if isinstance(item, Group)]
    tables = [table for table in item_tables().values() if len(table.path) == 1]
    scores = {table: _keys_in_common(items, table) for table in tables}
    best = max(scores.values(), default=0)
    likely = [table for table, score in scores.items() if score == best and best]
    if len(likely) > 1:
        prefixes = Counter(_prefix(id) for item in items if (id := own_id(item)))
        likely = [table for table in likely if prefixes & _prefixes(table, others)]
    if len(likely) != 1:
        return None
    key = likely[0].path[0]
    return Problem(
        "bukan-rencana",
        Place(path, 1, 1, 1, 1),
        say("berkas ini dimulai dengan daftar; kunci `{kunci}:` di atasnya tidak ada", kunci=key),
        help=say("tulis `{kunci}:` sebagai baris pertama", kunci=key),
        fix=f"{key}:\n",
    )


def _keys_in_common(items: Sequence[Group], table: Table) -> int:
    known = {column.path[0] for column in table.columns if column.path}
    return sum(1 if key in known else -1 for item in items for key, _ in item.pairs())


def _prefixes(table: Table, others: Sequence[Group]) -> Counter[str]:
    found = (find(root, table.path) for root in others)
    return Counter(_prefix(id) for each in found if isinstance(each, Listing) for item in each if (id := own_id(item)))


def _prefix(id: str) -> str:
    return re.split(r"[\d-]", id, maxsplit=1)[0].casefold()
