"""A small plan and a Git repository for the tests of everything that compares plans."""

import json
import os
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

SMALL_PLAN: dict[str, Any] = {
    "versi_format": 1,
    "lembaga": {"kode": "99.01", "skema_kode": "contoh", "nama": "Kabupaten Sagara", "jenis": "kabupaten"},
    "rencana": {
        "judul": "Rencana Induk Kabupaten Sagara 2025–2029",
        "jenis_dokumen": "rencana_induk_egov",
        "periode": {"mulai": 2025, "selesai": 2029},
        "status": "berlaku",
        "lisensi": "CC-BY-4.0",
        "contoh": True,
        "diperbarui": "2026-01-02",
    },
    "unit": [{"id": "kominfo", "nama": "Dinas Kominfo"}, {"id": "ptsp", "nama": "DPMPTSP"}],
    "kerangka_pemikiran": {
        "konsep": "Satu pintu.",
        "indikator": {},
        "strategi": [{"id": "S-1", "uraian": "Satu portal"}],
        "pentahapan": dict.fromkeys(
            ("layanan_prioritas", "infrastruktur_informasi", "kegiatan_layanan", "anggaran_sdm"), "Ada."
        ),
    },
    "cetak_biru": {"strategi": {"sasaran": "Portal."}, "integrasi": {"kondisi": "Belum ada."}},
    "layanan": [{"id": "L-1", "nama": "Izin", "tahap_sasaran": "pemantapan", "tahun_sasaran": 2028}],
    "peraturan": [{"id": "R-1", "judul": "Perbup data", "status": "direncanakan", "tahun": 2026}],
    "kesenjangan": [
        {"id": "G-1", "uraian": "Belum daring.", "sasaran": {"nilai": 12, "tahun": 2028}},
        {"id": "G-2", "uraian": "Kurang orang."},
    ],
    "tahap_pengembangan": {"tahapan": [{"tahap": "persiapan", "mulai": "2025-T1", "selesai": "2029-T4"}]},
    "program": [{"id": "P-1", "nama": "Aplikasi"}],
    "kegiatan": [
        {
            "id": "K-001",
            "nama": "Portal perizinan",
            "program": "P-1",
            "bagian": ["integrasi"],
            "menutup": ["G-1"],
            "tahap": "pemantapan",
            "muatan": "aplikasi",
            "domain": "aplikasi",
            "penanggung_jawab": "ptsp",
            "mulai": "2026-T2",
            "selesai": "2027-T4",
            "status": "berjalan",
            "anggaran": [
                {"tahun": 2026, "jumlah": 500, "fase": "indikatif", "sumber": "apbd"},
                {"tahun": 2027, "jumlah": 400, "fase": "indikatif", "sumber": "apbd"},
            ],
            "kemajuan": [{"tanggal": "2026-01-02", "persen": 10}],
        },
        {
            "id": "K-002",
            "nama": "Jaringan intra",
            "program": "P-1",
            "bagian": ["integrasi"],
            "tahap": "persiapan",
            "muatan": "infrastruktur",
            "domain": "infrastruktur",
            "penanggung_jawab": "kominfo",
            "mulai": "2025-T1",
            "selesai": "2026-T1",
            "status": "selesai",
        },
    ],
    "indikator_kinerja": [{"id": "IK-1", "nama": "Izin daring", "sasaran": {2026: 3, 2027: 8}}],
}


@pytest.fixture(scope="session")
def small_plan() -> Callable[[], dict[str, Any]]:
    """A fresh copy of a small plan's values by their keys; `json.dumps` makes a plan file of it."""
    return lambda: deepcopy(SMALL_PLAN)


class Workshop:
    """A repository that a test works in as a planner would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2026-01-02") -> str:
        moment = f"{day}T08:00:00+07:00"
        fixed = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
        command = ["git", "-c", "user.name=Nama Orang", "-c", "user.email=orang@example.org", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=os.environ | fixed, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def write(self, name: str, content: str | dict[str, Any] | None) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, encoding="utf-8")

    def commit(self, files: dict[str, Any], message: str = "Ubah rencana", day: str = "2026-01-02") -> str:
        """Write files (`None` deletes one), commit all, and give the commit's id."""
        for name, content in files.items():
            self.write(name, content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, day=day)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    folder = tmp_path / "repository"
    folder.mkdir()
    return Workshop(folder)


EditionOf = Callable[..., Edition]


@pytest.fixture(scope="session")
def edition_of() -> EditionOf:
    """Reads a plan's values (see `small_plan`) as the plan of an institution in a period."""

    def made(values: dict[str, Any], period: str = "2025-2029", institution: str = "sagara") -> Edition:
        file = RawFile(f"plans/{institution}/{period}.yaml", json.dumps(values, default=str, indent=1).encode())
        reading = read_plan(PlanFiles(PlanAddress(institution, period), (file,)))
        assert reading.edition is not None, reading.problems
        return reading.edition

    return made
