"""A workbook that comes back, as people and programs leave it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.book import book
from generator.editing.bringing import Outcome, bring_workbook
from generator.editing.container import WorkbookRefused
from generator.editing.proposal import FieldEdit, RowAdded, RowRemoved
from generator.locale import language
from generator.model.description import single
from generator.model.edition import Edition
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile

Bring = Callable[..., Outcome]


@pytest.fixture
def files(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> PlanFiles:
    edition = edition_of(small_plan())
    text = json.dumps(small_plan(), indent=1)
    return PlanFiles(edition.address, (RawFile("plans/sagara/2025-2029.yaml", text.encode()),))


@pytest.fixture
def bring(files: PlanFiles, edited: Callable[..., bytes]) -> Bring:
    """What comes of the plan's workbook after `edit`; `now` is the plan as it is by then."""

    def brought(edit: Callable[[Any], None], now: PlanFiles = files, *, delete: bool = False) -> Outcome:
        edition = Library(None).read(files).edition
        assert edition
        return bring_workbook(book(edited(edition, edit)), files.address, now, None, Library(None), delete=delete)

    return brought


def put(made: Any, sheet: str, row: int, title: str, value: object) -> None:
    at: Worksheet = made[sheet]
    column = next(cell.column for cell in at[1] if cell.value == title)
    at.cell(row, column).value = value  # type: ignore[assignment]


def told(outcome: Outcome) -> list[tuple[str, str, str]]:
    cells = [(each.code, each.sheet, each.cell) for each in outcome.cell_problems]
    return cells + [(each.code, origin.sheet, origin.cell) for origin, each in outcome.problems if origin]


def test_without_an_edit_nothing_changes(bring: Bring, files: PlanFiles) -> None:
    outcome = bring(lambda made: None)
    assert (outcome.changes, outcome.after, told(outcome)) == ((), files, [])


@pytest.mark.parametrize(
    ("title", "value", "column", "new"),
    [
        ("Nama", "Portal: izin # 1", "nama", "Portal: izin # 1"),
        ("Mulai", "TW III 2026", "mulai", "2026-T3"),
        ("Status", "Tertunda", "status", "tertunda"),
        ("Menutup", "G-1; G-2", "menutup", ("G-1", "G-2")),
        ("Selesai", "tidak diketahui", "selesai", "tidak_diketahui"),
        ("Klirens: tanggal", "20/1/2026", "klirens.tanggal", "2026-01-20"),
        ("Klirens: tanggal", date(2026, 1, 20), "klirens.tanggal", "2026-01-20"),
        ("Klirens: tanggal", 46042, "klirens.tanggal", "2026-01-20"),
    ],
)
def test_what_people_type_is_what_is_proposed(
    bring: Bring, title: str, value: object, column: str, new: object
) -> None:
    outcome = bring(lambda made: put(made, "Kegiatan", 2, title, value))
    (change,) = outcome.changes
    assert isinstance(change, FieldEdit)
    assert (change.row, change.column, change.new) == (("K-001",), column, new)
    assert told(outcome) == []


@pytest.mark.parametrize(
    ("value", "new"), [("Rp 1.250.000", "1250000"), ("1.250.000,00", "1250000"), (750000, "750000")]
)
def test_amounts(bring: Bring, value: object, new: str) -> None:
    (change,) = bring(lambda made: put(made, "Kegiatan - anggaran", 2, "Jumlah", value)).changes
    assert isinstance(change, FieldEdit)
    assert change.new == new


def test_a_hundredfold_change_is_asked_about(bring: Bring) -> None:
    (leap,) = bring(lambda made: put(made, "Kegiatan - anggaran", 2, "Jumlah", 500_000)).leaps
    assert (leap.old, leap.new, leap.origin and leap.origin.cell) == ("500", "500000", "D2")


@pytest.mark.parametrize(
    ("title", "value", "code"),
    [
        ("Nama", True, "sel-tidak-jelas"),
        ("Nama", 11.5, "sel-tidak-jelas"),
        ("Nama", date(2026, 1, 1), "sel-tidak-jelas"),
        ("Mulai", date(2026, 5, 1), "sel-tidak-jelas"),
        ("Mulai", "Semester 1 2026", "sel-tidak-jelas"),
        ("Nama", "=1+1", "sel-rumus"),
        ("Status", "jalan", "pilihan-salah"),
        ("Program", "P-99", "rujukan-tidak-dikenal"),
        ("Klirens: tanggal", "31/2/2026", "tanggal-salah"),
    ],
)
def test_what_is_not_clear_is_told_at_its_cell(bring: Bring, title: str, value: object, code: str) -> None:
    outcome = bring(lambda made: put(made, "Kegiatan", 2, title, value))
    ((found, sheet, cell),) = told(outcome)
    assert (found, sheet, cell[-1]) == (code, "Kegiatan", "2")


@pytest.mark.parametrize(("held", "shown"), [(1, "0%"), (1.0, "0.00%"), (0.45, "0%"), (0.29, '#,##0"%"0%')])
def test_a_percentage_is_what_its_cell_shows(bring: Bring, held: float, shown: str) -> None:
    """A program that is told 100% keeps 1; only the format of the cell says what was meant."""

    def report(made: Any) -> None:
        sheet = made["Kegiatan - kemajuan"]
        sheet.append([None, "K-001", date(2026, 9, 30), held])
        sheet.cell(sheet.max_row, 4).number_format = shown

    (added,) = bring(report).changes
    assert isinstance(added, RowAdded)
    assert added.values["persen"] == str(round(held * 100))


def test_a_cell_with_an_error_is_told_and_is_not_taken_for_an_empty_one(bring: Bring) -> None:
    def broken(made: Any) -> None:
        put(made, "Kegiatan", 2, "Uraian", "#REF!")
        made["Kegiatan"]["C2"].data_type = "e"
        made["Isian"]["C3"].value = "#N/A"
        made["Isian"]["C3"].data_type = "e"

    outcome = bring(broken)
    assert told(outcome) == [("sel-tidak-jelas", "Isian", "C3"), ("sel-tidak-jelas", "Kegiatan", "C2")]
    assert outcome.changes == ()


def test_a_line_above_the_titles_is_told_once(bring: Bring) -> None:
    def headline(made: Any) -> None:
        made["Kegiatan"].insert_rows(1)
        made["Kegiatan"]["A1"] = "DAFTAR KEGIATAN 2026"

    assert told(bring(headline)) == [("kolom-tidak-dikenal", "Kegiatan", "A1")]


def test_a_sheet_that_was_sorted_or_filtered_changes_nothing(bring: Bring) -> None:
    def reverse(made: Any) -> None:
        sheet = made["Kegiatan"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)][::-1]
        for at, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
        sheet.row_dimensions[2].hidden = True
        sheet.auto_filter.add_filter_column(0, ["K-002"])

    assert bring(reverse).changes == ()


def test_a_missing_row_is_kept_unless_it_shall_go(bring: Bring) -> None:
    def drop(made: Any) -> None:
        made["Kegiatan - anggaran"].delete_rows(2)

    outcome = bring(drop)
    assert (outcome.changes, outcome.missing) == ((), (("Kegiatan - anggaran", ("K-001", "anggaran", 0)),))
    assert bring(drop, delete=True).changes == (RowRemoved("kegiatan.anggaran", ("K-001", "anggaran", 0)),)


def test_a_new_row_and_a_copied_one(bring: Bring) -> None:
    def append(made: Any, identifier: str) -> None:
        sheet = made["Kegiatan"]
        sheet.append([identifier if cell.column == 1 else cell.value for cell in sheet[3]])

    (added,) = bring(lambda made: append(made, "K-003")).changes
    assert isinstance(added, RowAdded)
    assert added.values["id"] == "K-003"
    assert told(bring(lambda made: append(made, "K-002"))) == [("baris-ganda", "Kegiatan", "A4")]
    assert told(bring(lambda made: put(made, "Kegiatan", 2, "Id", "X-1"))) == [("id-berubah", "Kegiatan", "A2")]


def test_the_same_workbook_brought_twice_adds_its_new_rows_once(bring: Bring) -> None:
    def append(made: Any) -> None:
        for _ in range(2):
            made["Kegiatan - anggaran"].append([None, "K-001", 2027, 5_000_000])
        made["Kegiatan"].append(["K-003", *(cell.value for cell in made["Kegiatan"][3][1:])])

    first = bring(append)
    assert len(first.changes) == 3
    assert first.after
    again = bring(append, first.after)
    assert (again.changes, told(again), again.after) == ((), [], first.after)


@pytest.mark.parametrize("typed", ["Dinas Kominfo", "dinas  kominfo ", "ptsp; Dinas Kominfo", "DPMPTSP, Dinas Kominfo"])
def test_a_name_that_means_one_item_is_taken_for_its_id(bring: Bring, typed: str) -> None:
    outcome = bring(lambda made: put(made, "Kegiatan", 2, "Penanggung jawab", typed))
    (change,) = outcome.changes
    assert isinstance(change, FieldEdit)
    assert change.new == (("kominfo",) if len(typed) < 16 else ("ptsp", "kominfo"))
    assert {(at.cell, own) for (at, _), own in outcome.names.items()} >= {("S2", "kominfo")}


def test_an_abbreviation_and_a_name_with_a_comma_in_the_workbook_are_known_too(bring: Bring) -> None:
    def edit(made: Any) -> None:
        for title, value in {"Id": "dikpora", "Nama": "Dinas Pendidikan, Pemuda", "Singkatan": "Dikpora"}.items():
            put(made, "Unit", 4, title, value)
        put(made, "Kegiatan", 2, "Penanggung jawab", "Dinas Pendidikan, Pemuda")
        put(made, "Kegiatan", 3, "Penanggung jawab", "DIKPORA")

    edits = [change for change in bring(edit).changes if isinstance(change, FieldEdit)]
    assert [change.new for change in edits] == [("dikpora",), ("dikpora",)]


def test_a_name_that_means_no_item_or_two_is_told_at_its_cell_with_the_ids(bring: Bring) -> None:
    outcome = bring(lambda made: put(made, "Kegiatan", 2, "Penanggung jawab", "Dinas Perizinan"))
    assert told(outcome) == [("id-salah", "Kegiatan", "S2")]
    assert "`kominfo`, `ptsp`" in language().word(outcome.cell_problems[0].help)

    def both_alike(made: Any) -> None:
        put(made, "Unit", 3, "Nama", "Dinas Kominfo")
        put(made, "Kegiatan", 2, "Penanggung jawab", "Dinas Kominfo")

    assert told(bring(both_alike)) == [("id-salah", "Kegiatan", "S2")]


def test_what_is_wrong_in_the_plan_is_told_at_its_cell(bring: Bring) -> None:
    def edit(made: Any) -> None:
        for row, year in ((4, 2026), (5, "dua"), (6, "tiga")):
            for title, value in {"Kegiatan": "K-001", "Tahun": year, "Jumlah": 5, "Fase": "dpa"}.items():
                put(made, "Kegiatan - anggaran", row, title, value)
        put(made, "Kegiatan", 4, "Id", "K-900")  # without a name, and so on
        put(made, "Isian", 5, "Isi", None)  # lembaga.nama

    places = told(bring(edit))
    assert ("kunci-wajib", "Kegiatan", "B4") in places
    assert ("kunci-wajib", "Isian", "C5") in places
    assert {place for place in places if place[0] == "tahun-salah"} == {
        ("tahun-salah", "Kegiatan - anggaran", "C5"),
        ("tahun-salah", "Kegiatan - anggaran", "C6"),
    }


def test_rows_that_move_up_keep_their_cells(bring: Bring) -> None:
    def edit(made: Any) -> None:
        put(made, "Kegiatan - anggaran", 3, "Tahun", "dua")
        made["Kegiatan - anggaran"].delete_rows(2)

    assert ("tahun-salah", "Kegiatan - anggaran", "C2") in told(bring(edit, delete=True))


def test_a_list_of_which_nothing_is_left_is_told_by_its_sheet(bring: Bring) -> None:
    outcome = bring(lambda made: made["Tahapan"].delete_rows(2, 9), delete=True)
    assert told(outcome) == [("kunci-wajib", "Tahapan", "")]


def test_a_colleagues_commit_is_kept_and_a_conflict_is_told(bring: Bring, files: PlanFiles) -> None:
    text = files.files[0].content.decode()
    now = PlanFiles(
        files.address, (RawFile(files.files[0].path, text.replace('"Jaringan intra"', '"Jaringan"').encode()),)
    )
    assert bring(lambda made: put(made, "Kegiatan", 2, "Nama", "Portal baru"), now).changes == (
        FieldEdit("kegiatan", ("K-001",), "nama", "Portal perizinan", "Portal baru"),
    )
    outcome = bring(lambda made: put(made, "Kegiatan", 3, "Nama", "Jaringan baru"), now)
    assert told(outcome) == [("baris-bentrok", "Kegiatan", "B3")]
    message = language().word(outcome.cell_problems[0].message)
    assert "`Jaringan`" in message
    assert "`Jaringan baru`" in message


@pytest.mark.parametrize("lost", [["_sidik"], ["_sidik", "Baca dulu"]])
def test_without_its_stamps_and_its_commit_a_workbook_takes_back_nothing(
    bring: Bring, files: PlanFiles, lost: list[str]
) -> None:
    (file,) = files.files
    changed = file.content.replace(b"Portal perizinan", b"Portal izin")
    now = replace(files, files=(file._replace(content=changed),))

    def edit(made: Any) -> None:
        for name in lost:
            del made[name]

    outcome = bring(edit, now)
    assert [(each.code, each.sheet) for each in outcome.cell_problems] == [("baris-bentrok", "Kegiatan")]
    assert (bring(edit).changes, told(bring(edit))) == ((), [])

    def without(made: Any) -> None:
        edit(made)
        made["Kegiatan"].delete_rows(3)

    outcome = bring(without, delete=True)
    assert (outcome.changes, told(outcome)) == ((), [("baris-bentrok", "Kegiatan", "")])
    assert bring(without).missing


def test_sheets_and_columns(bring: Bring) -> None:
    def rename(made: Any) -> None:
        made["Kegiatan"].title = "Kegiatan 2026"

    assert told(bring(rename)) == [("lembar-tidak-dikenal", "Kegiatan 2026", "")]
    assert told(bring(lambda made: put(made, "Kegiatan", 1, "Nama", "Nama kegiatan baru"))) == [
        ("kolom-tidak-dikenal", "Kegiatan", "B1")
    ]
    assert told(bring(lambda made: put(made, "Kegiatan", 1, "Uraian", "Nama"))) == [("kolom-ganda", "Kegiatan", "C1")]
    assert told(bring(lambda made: made["Kegiatan"].merge_cells("B2:B3"))) == [("sel-tidak-jelas", "Kegiatan", "B2")]


def test_a_list_on_two_sheets_and_a_field_on_two_rows(bring: Bring) -> None:
    def copy(made: Any) -> None:
        made.copy_worksheet(made["Kegiatan - anggaran"]).title = "kegiatan.anggaran"
        made["Isian"].append(["rencana.judul", "Judul", "Judul lain"])

    outcome = bring(copy, delete=True)
    row = len(list(single().columns)) + 2
    assert told(outcome) == [("baris-ganda", "Isian", f"A{row}"), ("baris-ganda", "kegiatan.anggaran", "")]
    assert outcome.changes == ()


def test_files_that_are_no_workbook_of_ours(tmp_path: Path) -> None:
    other = Workbook()
    content = BytesIO()
    other.save(content)
    outcome = bring_workbook(book(content.getvalue()), None, None, None, Library(None), delete=False)  # type: ignore[arg-type]
    assert [each.code for each in outcome.cell_problems] == ["lembar-tidak-dikenal"]
    for wrong in (
        b"",
        b"PK\x03\x04rusak",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        b"a,b\n1,2\n",
        b"PK\x05\x06" + b"\0" * 18,
    ):
        with pytest.raises(WorkbookRefused):
            book(wrong)
    with pytest.raises(WorkbookRefused):
        book(b"\0" * 50_000_000)


def test_a_bomb_and_a_macro_are_refused(files: PlanFiles) -> None:
    import zipfile

    for name, size in (("xl/worksheets/sheet1.xml", 300_000_000), ("xl/vbaProject.bin", 10)):
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("xl/workbook.xml", "<workbook/>")
            made.writestr("xl/_rels/workbook.xml.rels", "<Relationships/>")
            with made.open(name, "w", force_zip64=True) as part:
                for _ in range(max(1, size // 1_000_000)):
                    part.write(b" " * min(size, 1_000_000))
        with pytest.raises(WorkbookRefused):
            book(packed.getvalue())


@pytest.mark.parametrize("sheet", ["Kegiatan", "Kegiatan - anggaran", "Isian"])
def test_a_sheet_without_end_is_told_in_bounds(bring: Bring, sheet: str) -> None:
    def filled(made: Any) -> None:
        for number in range(25_000):
            made[sheet].append([f"x{number}", "y", "z"])

    outcome = bring(filled)
    assert outcome.changes == () or told(outcome)
    assert 0 < len(outcome.cell_problems) < 3_000
    assert ("melebihi-batas" in {each.code for each in outcome.cell_problems}) is (sheet != "Isian")


def test_no_problem_of_a_cell_tells_the_number_of_a_person(bring: Bring) -> None:
    number = "081298765432"

    def edit(made: Any) -> None:
        put(made, "Kegiatan", 2, "Penanggung jawab", f"{'x' * 50} {number}")
        put(made, "Kegiatan - anggaran", 2, "Jumlah", f"HP {number}")
        made["Unit"].cell(1, 40).value = f"HP {number}"
        made.create_sheet(f"Budi {number}")

    problems = bring(edit).cell_problems
    assert [each.code for each in problems] == [
        "lembar-tidak-dikenal",
        "kolom-tidak-dikenal",
        "id-salah",
        "sel-tidak-jelas",
    ]
    words = [language().word(word) for each in problems for word in (each.message, each.help)]
    assert not [word for word in (*words, *(each.sheet for each in problems)) if "1298" in word]
