"""What a plan's texts become: every row that is named, and none that is not."""

from typing import Any

import pytest

from generator.editing.applying import NoSuchRow, RowIsThere, applied
from generator.editing.proposal import Change, FieldEdit, RowAdded, RowRemoved

PLAN: dict[str, Any] = {
    "kegiatan": [{"id": f"K-{n}", "tonggak": [{"uraian": str(m)} for m in range(3)]} for n in range(4)],
    "cetak_biru": {"pendanaan": {"pagu": {"2026": "5", "2027": "6"}}},
}


def left(*changes: Change) -> dict[str, Any]:
    return applied(PLAN, changes)  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["K-0", "K-2", "K-3"])
def test_a_row_that_is_removed_twice_takes_no_neighbour_with_it(name: str) -> None:
    gone = RowRemoved("kegiatan", (name,))
    assert [each["id"] for each in left(gone, gone)["kegiatan"]] == sorted({"K-0", "K-1", "K-2", "K-3"} - {name})


def test_the_same_of_rows_without_ids_and_of_years() -> None:
    milestone = RowRemoved("kegiatan.tonggak", ("K-1", "tonggak", 1))
    made = left(milestone, milestone, RowRemoved("kegiatan.tonggak", ("K-1", "tonggak", 0)))
    assert [each["uraian"] for each in made["kegiatan"][1]["tonggak"]] == ["2"]
    path = ("cetak_biru", "pendanaan", "pagu", "2026")
    year = RowRemoved("pagu", path)
    assert left(year, year)["cetak_biru"]["pendanaan"]["pagu"] == {"2027": "6"}
    assert left(FieldEdit("pagu", path, "pagu", "5", None))["cetak_biru"]["pendanaan"]["pagu"] == {"2027": "6"}


def test_a_new_year_never_takes_the_place_of_one_that_is_there() -> None:
    new = RowAdded("pagu", (), {"tahun": "2028", "pagu": "7"})
    assert left(new)["cetak_biru"]["pendanaan"]["pagu"]["2028"] == "7"
    for changes in ((new, new), (RowAdded("pagu", (), {"tahun": "2026", "pagu": "7"}),)):
        with pytest.raises(RowIsThere):
            left(*changes)


@pytest.mark.parametrize("values", [{"tahun": "2028"}, {"pagu": "7"}, {"tahun": "2028", "nilai": "7"}])
def test_a_new_year_without_its_year_or_value_is_no_row(values: dict[str, str]) -> None:
    with pytest.raises(NoSuchRow):
        left(RowAdded("pagu", (), values))
