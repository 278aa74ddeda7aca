"""A row's name leads back to its path, however long its list is."""

import pytest

from generator.editing.proposal import Path, row_name, row_path
from generator.model.description import single, tables


@pytest.mark.parametrize("place", [0, 9, 999, 1000, 2999])
@pytest.mark.parametrize("table", [table for table in tables() if table is not single()], ids=lambda table: table.name)
def test_a_row_is_found_by_its_name(table: object, place: int) -> None:
    path: Path = ()
    around = []
    while table is not None and table is not single():
        around.insert(0, table)
        table = table.parent  # type: ignore[attr-defined]
    for each in around:
        last = "2026" if each.entity is None else place
        path = ("K-001",) if each.item else (*path, *each.steps, last)
    assert row_path(row_name(path)) == path


@pytest.mark.parametrize("name", ["K-1/tonggak/" + "9" * 5000, "K-1/tonggak/-1", "2026", "0", "", "/", "a//0"])
def test_a_name_of_any_digits_is_some_path(name: str) -> None:
    assert row_name(row_path(name)) == name
