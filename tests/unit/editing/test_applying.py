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


@pytest.mark.parametrize("place", [-1, -3, -4, 3, 10**9, "0", "-1", "tonggak"])
def test_a_place_that_a_list_has_not_is_no_row(place: int | str) -> None:
    row = ("K-1", "tonggak", place)
    for change in (FieldEdit("kegiatan.tonggak", row, "uraian", "2", "x"), RowRemoved("kegiatan.tonggak", row)):
        with pytest.raises(NoSuchRow):
            left(change)


@pytest.mark.parametrize("place", [-1, -2, 1, 10**9])
def test_nor_does_a_year_find_the_entry_that_it_would_be_in(place: int) -> None:
    plan = {"kegiatan": [{"id": "K-1", "keluaran": [{"uraian": "a", "tahunan": {"2026": "1"}}]}]}
    around = ("K-1", "keluaran", place)
    for change in (
        RowAdded("kegiatan.keluaran.tahunan", around, {"tahun": "2027", "tahunan": "2"}),
        FieldEdit("kegiatan.keluaran.tahunan", (*around, "tahunan", "2026"), "tahunan", "1", "2"),
        RowRemoved("kegiatan.keluaran.tahunan", (*around, "tahunan", "2026")),
    ):
        with pytest.raises(NoSuchRow):
            applied(plan, (change,))  # type: ignore[arg-type]


@pytest.mark.parametrize("row", [("K-1", "anggaran", 0), ("K-1", 0), (0,), ("K-1", "sdm", "tonggak", 0)])
def test_a_path_of_another_list_is_no_row_of_this_one(row: tuple[str | int, ...]) -> None:
    with pytest.raises(NoSuchRow):
        left(FieldEdit("kegiatan.tonggak", row, "uraian", "0", "x"))
