"""A real, ragged register of applications as a plan's units and applications: every unknown shows as unknown."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from .conftest import REPOSITORY, Run
from .html import read

Build = Callable[[dict[str, str]], tuple[Path, Run]]

# Lives beside the checkout only, and may not be copied into it; elsewhere the made-up rows alone are tried.
REAL = REPOSITORY.parent / "shared" / "data" / "daftar-aplikasi-denpasar.csv"

MADE_UP = """no,aplikasi,klasifikasi,kategori,fungsi_tercatat,media,opd,status,tahun_pembuatan,nilai_kontrak,sumber_dana
1,"Sistem ""Antre"" <1>",Umum,Lokal,ya,Website,"Dinas A, B",aktif,-,,
2,SIPENA,Khusus,Lokal,ya,Website,Dinas C,tidak aktif,2017,,
3,,Khusus,Lokal,ya,Website,,aktif,-,,
"""
REGISTERS = {"made-up": MADE_UP} | ({"denpasar-2019": REAL.read_text(encoding="utf-8")} if REAL.exists() else {})


def plan_of(register: str, contoh: str) -> tuple[str, list[dict[str, str]]]:
    """The example plan with the units and applications of a register in the place of its own."""
    rows = list(csv.DictReader(io.StringIO(register)))
    unknown = "tidak_diketahui"
    names = sorted({row["opd"].strip() for row in rows} - {""})
    units = {name: f"opd-{number}" for number, name in enumerate(names, 1)}
    values = YAML(typ="base", pure=True).load(contoh)
    # Its comma cuts the text in two: written anew, the second half would be a key of its own.
    values["cetak_biru"]["infrastruktur_saat_ini"] = {"kondisi": "Ruang server di Diskominfo."}
    values["unit"] += [{"id": identifier, "nama": name} for name, identifier in units.items()]
    values["aplikasi"] = [
        {
            "id": f"APP-{row['no']}",
            "nama": row["aplikasi"].strip() or unknown,
            "pemilik": units.get(row["opd"].strip(), unknown),
            "jenis": row["klasifikasi"].strip().lower() or unknown,
            "status": row["status"].strip().replace(" ", "_") or unknown,
            "tahun": row["tahun_pembuatan"] if row["tahun_pembuatan"].isdigit() else unknown,
        }
        for row in rows
    ]
    return json.dumps(values, ensure_ascii=False), rows


@pytest.mark.parametrize("name", REGISTERS)
def test_every_unknown_shows_as_unknown(name: str, build: Build, contoh: str) -> None:
    text, rows = plan_of(REGISTERS[name], contoh)
    site, done = build({"sagara/2025-2029.yaml": text})
    assert done.code == 0, done.stderr
    shown = read(site / "sagara" / "2025-2029" / "layanan" / "index.html").tables["Aplikasi yang tercatat"][1:]
    assert len(shown) == len(rows)
    without_year = [row for row in rows if not row["tahun_pembuatan"].isdigit()]
    assert sum(row[3] == "tidak diketahui" for row in shown) == len(without_year)
    if name == "denpasar-2019":
        assert (len(rows), len(without_year)) == (189, 136)


def test_an_institution_shows_its_newest_plan_first(example_site: Path) -> None:
    page = (example_site / "kabupaten-tirtawening/index.html").read_text(encoding="utf-8")
    rows = page[page.index("<tbody") :]
    assert rows.index("2025-2029/") < rows.index("2020-2024/")
