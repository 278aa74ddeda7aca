"""What people type into cells, and what a spreadsheet makes of it."""

from datetime import date, datetime
from typing import Any

import pytest

from generator.editing.forms_of_value import chosen
from generator.editing.typed import Unclear, typed
from generator.model.description import Column, tables

NO_BREAK = "\u00a0"


def column(table: str, key: str) -> Column:
    (found,) = (each for each in tables() if each.name == table)
    return next(each for each in found.columns if each.key == key)


AMOUNT, YEARS = column("kegiatan.anggaran", "jumlah"), column("kegiatan.anggaran", "tahun")
START, PERCENT = column("kegiatan", "mulai"), column("kegiatan.kemajuan", "persen")
WHEN, NUMBER, TEXT = (
    column("kegiatan.tonggak", "tanggal"),
    column("kegiatan.keluaran", "jumlah"),
    column("kegiatan", "nama"),
)


@pytest.mark.parametrize(
    ("field", "cell", "written"),
    [
        *(
            (AMOUNT, each, "1500000")
            for each in ("Rp 1.500.000", f"Rp{NO_BREAK}1.500.000,00", "1.500.000,-", 1500000.0)
        ),
        *((AMOUNT, each, "1500000000") for each in ("1,5 M", "1.5 miliar", "1.500 juta", 1.5e9)),
        *((AMOUNT, each, "tidak_diketahui") for each in ("Tidak diketahui", "n/a", "-", "belum tersedia")),
        *(
            (YEARS, each, "2026")
            for each in (2026, 2026.0, "2026 ", f"2026{NO_BREAK}", "TA 2026", "Tahun Anggaran 2026")
        ),
        *((YEARS, each, "2026-2030") for each in ("2026-2030", "2026 – 2030", "2026 s.d. 2030", "2026 s/d 2030")),
        *((START, each, "2026-T2") for each in ("TW II 2026", "T2/2026", "Q2 2026", "Mei 2026", "2026-05", "2026-t2 ")),
        *((START, each, "2026-T2") for each in ("April–Juni 2026", "TW 2 Tahun Anggaran 2026", f"TW{NO_BREAK}2 2026")),
        *((START, each, "2026-T1") for each in ("Jan 2026", "Januari s.d. Maret 2026")),
        (START, 2026.0, "2026"),
        *((WHEN, each, "2026-09-30") for each in ("30/9/2026", "30 Sept. 2026", "Rabu, 30 September 2026", 46295.0)),
        *((WHEN, each, "2026-09-30") for each in (date(2026, 9, 30), datetime.fromisoformat("2026-09-30T08:00"))),
        (WHEN, "TW III 2026", "2026-T3"),
        *((PERCENT, each, "40") for each in (40, "40%", f"40{NO_BREAK}%", "40 persen", "40,0")),
        *((NUMBER, each, "12.5") for each in ("12,5", 12.5, "12.50")),
        (TEXT, f"  Portal{NO_BREAK}", "Portal"),
        (TEXT, 7.0, "7"),
    ],
)
def test_what_leaves_no_doubt_is_understood(field: Column, cell: Any, written: str) -> None:
    assert typed(field, cell) == written


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        *((AMOUNT, each) for each in (True, 0.75, "50%", "1500000,50", date(2026, 1, 1), "1.500.000 (pagu)")),
        *((YEARS, each) for each in (date(2026, 1, 1), True)),
        *((START, each) for each in (date(2026, 4, 1), 46113, "semester 1 2026")),
        *((PERCENT, each) for each in (0.4, "40,5%", "seratus", True)),
        *((NUMBER, each) for each in ("1.200", "1,200", "12%", "12 unit", True)),
        *((TEXT, each) for each in (11.1, True, date(2026, 1, 1))),
    ],
)
def test_what_may_be_another_thing_is_asked_about(field: Column, cell: Any) -> None:
    with pytest.raises(Unclear):
        typed(field, cell)


@pytest.mark.parametrize("word", ["belum_ada", "Belum ada", "BELUM ADA", "belum ada."])
def test_a_choice_is_known_by_its_word_or_label(word: str) -> None:
    assert chosen(column("kegiatan.anggaran", "sumber"), word) == "belum_ada"


@pytest.mark.parametrize(
    ("table", "key", "cell", "written"),
    [
        ("kegiatan", "lokasi", "Jalan Raya 1, Bukitlarang; Tirta Kota", ("Jalan Raya 1, Bukitlarang", "Tirta Kota")),
        ("kegiatan", "lokasi", "Bukitlarang;\nTirta Kota\n", ("Bukitlarang", "Tirta Kota")),
        ("kegiatan", "lokasi", "Blok C\\; lantai 2; C:\\data", ("Blok C; lantai 2", "C:\\data")),
        ("kegiatan", "menutup", "G-1, G-2; G-3", ("G-1", "G-2", "G-3")),
        ("kegiatan", "bagian", "aplikasi, sdm", ("aplikasi", "sdm")),
    ],
)
def test_a_comma_parts_ids_and_words_but_not_texts(table: str, key: str, cell: str, written: tuple[str, ...]) -> None:
    assert typed(column(table, key), cell) == written
