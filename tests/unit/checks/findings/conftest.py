"""A sound plan without findings, and a way to change a few of its words and look again."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.checks.findings import Elsewhere, findings
from generator.diagnostics import Finding
from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.baseline_change import PromiseFact
from generator.model.edition import Edition
from generator.model.terms import SectionKey
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

AS_OF = date(2026, 11, 24)

SECTIONS = tuple(SectionKey)
CONTENTS = ["aplikasi", "infrastruktur", "layanan", "tata_kelola", "manajemen", "keamanan", "audit_tik"]


def _activity(number: int, content: str) -> dict[str, Any]:
    return {
        "id": f"K-00{number}",
        "nama": f"Kegiatan {number}",
        "program": "P-1",
        "bagian": ["infrastruktur_aplikasi"],
        "menutup": ["G-1"],
        "tahap": "pematangan",
        "muatan": content,
        "domain": "aplikasi",
        "penanggung_jawab": "dpmptsp",
        "mulai": "2026-T4",
        "selesai": "2028-T4",
        "anggaran": [
            {"tahun": year, "jumlah": 100_000_000, "sumber": "apbd", "fase": "indikatif", "jenis_biaya": "operasional"}
            for year in (2026, 2027, 2028)
        ],
        "status": "direncanakan",
    }


SOUND: dict[str, Any] = {
    "versi_format": 1,
    "lembaga": {"kode": "99.01", "skema_kode": "contoh", "nama": "Kabupaten Sagara", "jenis": "kabupaten"},
    "rencana": {
        "judul": "Rencana Induk Kabupaten Sagara 2025–2029",
        "jenis_dokumen": "rencana_induk_egov",
        "periode": {"mulai": 2025, "selesai": 2029},
        "status": "berlaku",
        "penetapan": {"bentuk": "perbup", "nomor": "12", "tahun": 2025},
        "lisensi": "CC-BY-4.0",
        "contoh": True,
        "diperbarui": "2026-09-30",
    },
    "unit": [
        {"id": "diskominfo", "nama": "Dinas Komunikasi dan Informatika", "jenis": "dinas", "peran": ["pengelola_tik"]},
        {"id": "dpmptsp", "nama": "Dinas Penanaman Modal", "jenis": "dinas", "peran": ["pelaksana"]},
    ],
    "kerangka_pemikiran": {
        "konsep": "Satu pintu.",
        "indikator": {},
        "strategi": [{"id": "S-1", "uraian": "Satu portal"}],
        "pentahapan": dict.fromkeys(
            ("layanan_prioritas", "infrastruktur_informasi", "kegiatan_layanan", "anggaran_sdm"), "Ada."
        ),
    },
    "cetak_biru": {section.value: {"sasaran": "Tertata."} for section in SECTIONS},
    "layanan": [
        {
            "id": "L-1",
            "nama": "Izin usaha mikro",
            "pemilik": "dpmptsp",
            "tahap_sekarang": "persiapan",
            "tahap_sasaran": "pematangan",
            "tahun_sasaran": 2027,
        }
    ],
    "kesenjangan": [
        {"id": "G-1", "uraian": "Belum daring.", "dasar": {"nilai": 0, "tahun": 2024}, "tingkat": "tinggi"}
    ],
    "tahap_pengembangan": {"tahapan": [{"tahap": "persiapan", "mulai": "2025-T1", "selesai": "2029-T4"}]},
    "program": [{"id": "P-1", "nama": "Aplikasi informatika"}],
    "kegiatan": [_activity(number, content) for number, content in enumerate(CONTENTS, start=1)],
    "indikator_kinerja": [
        {
            "id": "IK-1",
            "nama": "Jenis izin daring",
            "arah": "naik",
            "dasar": {"nilai": 0, "tahun": 2024},
            "sasaran": {"2029": 12},
        }
    ],
}


def merged(values: Any, change: Any) -> Any:
    """Mappings are merged by key (an empty value removes one), lists of items by id; all else is replaced."""
    if isinstance(values, dict) and isinstance(change, dict) and change:
        new = values | {str(name): merged(values.get(str(name)), value) for name, value in change.items()}
        return {name: value for name, value in new.items() if value is not None}
    if isinstance(change, list) and change and all(isinstance(each, dict) and "id" in each for each in change):
        items = {each["id"]: each for each in values or []}
        for each in change:
            items[each["id"]] = merged(items.get(each["id"], {}), each)
        return list(items.values())
    return change


@dataclass(frozen=True)
class Seen:
    """A finding as a reader meets it: `text` is what stands at its place, up to the end of the line."""

    finding: Finding
    text: str

    @property
    def item(self) -> str:
        return self.finding.item

    @property
    def words(self) -> str:
        return language("id").word(self.finding.message)


class Look:
    """Reads the sound plan with some YAML laid over it, and looks for findings."""

    def edition(self, yaml: str = "", institution: str = "sagara") -> Edition:
        values = deepcopy(SOUND)
        if yaml:
            values = merged(values, YAML(typ="rt").load(yaml))
        text = json.dumps(values, ensure_ascii=False, indent=1, default=str)
        files = (RawFile(f"plans/{institution}/2025-2029.yaml", text.encode()),)
        reading = read_plan(PlanFiles(PlanAddress(institution, "2025-2029"), files))
        assert reading.edition is not None, reading.problems
        self.text = text
        return reading.edition

    def __call__(
        self,
        yaml: str = "",
        as_of: date = AS_OF,
        elsewhere: Elsewhere | None = None,
        changes: tuple[PromiseFact, ...] = (),
        edition: Edition | None = None,
    ) -> dict[str, list[Seen]]:
        """Findings by kind."""
        edition = edition or self.edition(yaml)
        lines = self.text.splitlines()
        by_kind: dict[str, list[Seen]] = {}
        for found in findings(edition, as_of, elsewhere or Elsewhere(), changes):
            place = found.place
            end = place.end_column - 1 if place.end_line == place.line else None
            seen = Seen(found, lines[place.line - 1][place.column - 1 : end].strip('"'))
            by_kind.setdefault(found.kind, []).append(seen)
        return by_kind


@pytest.fixture
def look() -> Callable[..., dict[str, list[Seen]]]:
    return Look()
