"""The country's flat tables, joined from those of its plans without reading a plan: each row gets what is the same for
its whole plan, and its address and line become those of the whole site and repository.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.data import comma_separated
from generator.data.column import FileColumn, cells
from generator.data.file_index import ListedPlan
from generator.data.flat import FlatTable
from generator.data.whose import ADDRESS, LINE, OWN, WHOSE
from generator.pages import addresses

Read = Callable[[str], bytes]
"""Gives a file of one plan by its name; raises `OSError` where the plan has none."""


def joined_columns(table: FlatTable) -> tuple[FileColumn, ...]:
    """The columns of the country's table."""
    return (*WHOSE, *table.columns)


def joined(table: FlatTable, plans: Iterable[tuple[ListedPlan, Read]]) -> Iterator[bytes]:
    """The country's table, head first, a plan at a time."""
    head = comma_separated.head([column.key for column in joined_columns(table)])
    own = comma_separated.head(table.keys)
    yield head
    for plan, read in plans:
        try:
            content = read(f"{table.name}.csv")
        except OSError:
            continue  # last good pages of a time without downloads
        if content.startswith(own):
            yield _in_full(plan, table.keys, content[len(own) :])
        elif content.startswith(head):  # as an earlier version wrote it; of any other the columns differ
            yield comma_separated.written(comma_separated.records(content[len(head) :], len(joined_columns(table))))


def _in_full(plan: ListedPlan, keys: Sequence[str], rows: bytes) -> bytes:
    whose = [comma_separated.cell(value) for value in _whose(plan)]
    before = {ADDRESS.key: addresses.plan(plan.address), LINE.key: plan.folder}
    places = [(at, before[key]) for at, key in enumerate(keys) if key in before]
    found = []
    for row in comma_separated.records(rows, len(keys)):
        for at, begin in places:
            row[at] = comma_separated.guarded(begin + comma_separated.unguarded(row[at]))
        found.append([*whose, *row[len(OWN) :]])
    return comma_separated.written(found)


def _whose(plan: ListedPlan) -> tuple[comma_separated.Value, ...]:
    return cells(
        (
            plan.code,
            plan.institution,
            plan.institution_name,
            plan.period,
            plan.province,
            plan.status,
            plan.updated,
            plan.is_example,
        )
    )
