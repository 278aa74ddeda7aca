"""A sound plan to plant mistakes in."""

from collections.abc import Callable

import pytest

from generator.checks.problems import problems
from generator.diagnostics import Problem
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

SOUND = """\
versi_format: 1
lembaga: {kode: "99.01", skema_kode: contoh, nama: Kabupaten Sagara, jenis: kabupaten}
rencana:
  judul: Rencana Induk e-Government Kabupaten Sagara
  jenis_dokumen: rencana_induk_egov
  periode: {mulai: 2025, selesai: 2029}
  status: berlaku
  kerangka_nasional: [inpres-3-2003, pemdi-8-2026]
  lisensi: CC-BY-4.0
  contoh: true
  diperbarui: 2026-09-30
unit:
  - {id: diskominfo, nama: Dinas Komunikasi dan Informatika}
  - {id: dpmptsp, nama: Dinas Penanaman Modal}
kerangka_pemikiran:
  konsep: Satu akun, satu pintu.
  layanan_utama: [L-1]
  indikator: {}
  strategi:
    - {id: S-1, uraian: Menyatukan layanan}
  pentahapan:
    layanan_prioritas: Perizinan.
    infrastruktur_informasi: Jaringan intra.
    kegiatan_layanan: Di loket.
    anggaran_sdm: tidak_diketahui
cetak_biru:
  pendanaan: {pagu: {2025: 1000000000, 2026: 2000000000}}
layanan:
  - {id: L-1, nama: Izin usaha mikro, pemilik: dpmptsp}
aplikasi:
  - {id: A-1, nama: SIMIZIN, pemilik: dpmptsp, layanan: [L-1]}
infrastruktur:
  - {id: I-1, jenis: jaringan_intra, pemilik: diskominfo}
data:
  - {id: D-1, nama: Data pelaku usaha, produsen: dpmptsp, walidata: diskominfo}
sdm:
  - {peran: pengembang, unit: diskominfo, tahun: 2025, ada: 1}
peraturan:
  - {id: R-1, judul: Peraturan Bupati, penyusun: diskominfo}
kesenjangan:
  - {id: G-1, uraian: Belum daring., dasar: {nilai: 0, tahun: 2021}}
tahap_pengembangan:
  tahapan:
    - {tahap: persiapan, mulai: 2025-T1, selesai: 2025-T4}
program:
  - {id: P-1, nama: Aplikasi Informatika, kode: "2.16.03.2", strategi: [S-1]}
kegiatan:
  - id: K-001
    nama: Portal perizinan
    program: P-1
    bagian: [infrastruktur_aplikasi]
    menutup: [G-1]
    mendukung_strategi: [S-1]
    layanan: [L-1]
    tahap: pemantapan
    muatan: aplikasi
    domain: aplikasi
    indikator_nasional: [pemdi-8-2026/13]
    penanggung_jawab: dpmptsp
    pendukung: [diskominfo]
    mulai: 2026-T2
    selesai: 2028-T4
    bergantung_pada: [K-002]
    memerlukan_peraturan: [R-1]
    tonggak:
      - {tanggal: 2026-12-15, uraian: Uji coba}
    anggaran:
      - {tahun: 2026, jumlah: 750000000, sumber: apbd, fase: dpa, kode: 2.16.03.2.02.0037}
    klirens: {tanggal: 2024-01-20, oleh: diskominfo}
    status: berjalan
    kemajuan:
      - {tanggal: 2030-01-01, persen: 35}
  - id: K-002
    nama: Jaringan intra
    program: P-1
    bagian: [infrastruktur_jaringan]
    tahap: persiapan
    muatan: infrastruktur
    domain: infrastruktur
    penanggung_jawab: diskominfo
    mulai: 2025-T1
    selesai: 2026-T1
    status: selesai
indikator_kinerja:
  - {id: IK-1, nama: Jenis izin daring, sasaran: {2030: 3}, kegiatan: [K-001]}
risiko:
  - {id: RS-1, uraian: Mutasi pegawai, kegiatan: [K-001]}
perubahan:
  - {id: PU-1, uraian: Pelatihan, unit: dpmptsp}
"""

Check = Callable[..., list[Problem]]


def _check(text: str, *more: str) -> list[Problem]:
    files = (RawFile(f"plans/sagara/2025-2029/{name}.yaml", each.encode()) for name, each in enumerate((text, *more)))
    return problems(read_plan(PlanFiles(PlanAddress("sagara", "2025-2029"), tuple(files))))


@pytest.fixture
def check() -> Check:
    """The problems of a plan in one or more files."""
    return _check


@pytest.fixture
def planted() -> Check:
    """The problems of the sound plan with the first occurrence of each `(old, new)` replaced."""

    def plant(*changes: tuple[str, str]) -> list[Problem]:
        text = SOUND
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        return _check(text)

    return plant
