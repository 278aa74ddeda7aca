"""The guide's way through Excel, from an empty folder, as a planner would run it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli import main

GUIDE = (Path(__file__).parents[2] / "docs/panduan/menyunting-dengan-excel.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
EXPORT, TEMPLATE, PREVIEW, WRITE, DELETE = (
    next(line for line in COMMANDS if line.startswith("rencana export plans")),
    "rencana export --template --output rencana.xlsx",
    "rencana import rencana.xlsx",
    "rencana import rencana.xlsx --write",
    "rencana import rencana.xlsx --write --delete",
)
PLAN = Path("plans/kota-contoh/2025-2029")
FIRST = {
    "Isian": {
        "lembaga.nama": "Kota Contoh",
        "lembaga.kode": "99.71",
        "lembaga.skema_kode": "contoh",
        "lembaga.jenis": "kota",
        "rencana.judul": "Rencana Induk",
        "rencana.jenis_dokumen": "rencana_induk_egov",
        "rencana.periode.mulai": 2025,
        "rencana.periode.selesai": 2029,
        "rencana.status": "berlaku",
        "rencana.lisensi": "CC-BY-4.0",
        "rencana.diperbarui": "2026-01-05",
        "rencana.contoh": "ya",
    },
    "Unit": {"Id": "diskominfo", "Nama": "Dinas Komunikasi dan Informatika"},
    "Program": {"Id": "P-1", "Nama": "Aplikasi informatika"},
    "Kegiatan": {
        "Id": "K-1",
        "Nama": "Portal",
        "Program": "Aplikasi informatika",
        "Mulai": "TW I 2026",
        "Selesai": "TW IV 2027",
        "Penanggung jawab": "Dinas Komunikasi dan Informatika",
        "Status": "berjalan",
    },
}


def typed(sheets: dict[str, dict[str, object]], row: int = 2) -> None:
    """Type values into `rencana.xlsx`: by title below the head, single fields by their key."""
    book = load_workbook("rencana.xlsx")
    for name, values in sheets.items():
        sheet = book[name]
        cells = {cell.value: sheet.cell(row, cell.column) for cell in sheet[1]}
        if name == "Isian":
            cells = {line[0].value: line[2] for line in sheet.iter_rows(min_row=2)}
        for title, value in values.items():
            cells[title].value = value
    book.save("rencana.xlsx")


def run(command: str, *, fails: bool = False) -> str:
    assert command in COMMANDS or command == EXPORT, "the guide says it"
    done: Result = CliRunner().invoke(main, command.removeprefix("rencana ").split())
    assert (done.exit_code != 0) == fails, done.output
    return done.output


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _begun() -> None:
    """A plan begins as a blank workbook in an empty folder."""
    run(TEMPLATE)
    typed(FIRST)
    told = run(PREVIEW, fails=True)
    assert "rencana.xlsx, Tahapan: kesalahan[kunci-wajib] lembar ini belum berisi satu baris pun" in told
    assert re.search(r"rencana.xlsx, Isian!C\d+: kesalahan\[kunci-wajib\] `konsep`", told)
    assert "plans/" not in told, "no file is there to be looked into"
    typed({"Isian": {"kerangka_pemikiran.konsep": "Satu pintu."}})
    typed({"Tahapan": {"Tahap": "persiapan", "Mulai": "2025-T1", "Selesai": "2029-T4"}})
    told = run(PREVIEW)
    assert "`Dinas Komunikasi dan Informatika` dibaca sebagai `diskominfo`" in told
    assert not PLAN.exists(), "nothing is written unless it is asked for"
    told = run(WRITE)
    assert f"rencana export {PLAN} --output rencana-baru.xlsx" in told
    text = (PLAN / "rencana-implementasi.yaml").read_text(encoding="utf-8")
    assert "\n    program: P-1\n    penanggung_jawab: diskominfo\n" in text
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    assert "Tidak ada yang berubah" in run(WRITE)
    assert "Tidak ada yang berubah" in run(DELETE)


def _edited() -> None:
    """An exported workbook moves a promise, and is brought twice."""
    Path("rencana.xlsx").unlink()
    exported = EXPORT.split()
    exported[2] = str(PLAN)
    assert CliRunner().invoke(main, exported[1:]).exit_code == 0
    typed({"Kegiatan - anggaran": {"Kegiatan": "K-1", "Tahun": 2026, "Jumlah": 5_000_000, "Sumber": "apbd"}})
    typed({"Kegiatan": {"Selesai": "2028-T4"}})
    told = run(PREVIEW)
    assert "(tanpa alasan)" in told
    assert "Tulis alasannya di lembar Alasan perubahan" in told
    typed({"Alasan perubahan": {"Item": "K-1", "Tanggal": "2026-05-01", "Alasan": "Pengadaan diulang."}})
    told = run(PREVIEW)
    assert "(alasan: Pengadaan diulang.)" in told
    assert "tanpa alasan" not in told.replace("tanpa-alasan", "")
    run(WRITE)
    text = (PLAN / "rencana-implementasi.yaml").read_text(encoding="utf-8")
    assert text.count("5000000") == 1
    assert "Tidak ada yang berubah" in run(DELETE)
    assert (PLAN / "rencana-implementasi.yaml").read_text(encoding="utf-8") == text


def test_the_way_of_the_guide() -> None:
    _begun()
    _edited()
