"""How long the history of many plans takes: `python benchmarks/history.py [PLANS] [VERSIONS]`. Report only.

Makes a repository in a temporary folder with `git fast-import`, one commit for each version of each plan,
and reads it three times: without a cache, with one, and after one more commit.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

JOBS = 2
ACTIVITIES = 12

_HEAD = """versi_format: 1
lembaga: {{kode: "99.01", skema_kode: contoh, nama: Kabupaten {plan}, jenis: kabupaten}}
rencana:
  judul: Rencana Induk {plan}
  jenis_dokumen: rencana_induk_egov
  periode: {{mulai: 2025, selesai: 2029}}
  status: berlaku
  lisensi: CC-BY-4.0
  contoh: true
  diperbarui: 2026-01-02
unit: [{{id: kominfo, nama: Dinas Kominfo}}]
kerangka_pemikiran:
  konsep: Satu pintu.
  indikator: {{}}
  pentahapan: {{layanan_prioritas: a, infrastruktur_informasi: b, kegiatan_layanan: c, anggaran_sdm: d}}
cetak_biru:
  integrasi: {{kondisi: Belum ada., sasaran: Penghubung layanan.}}
tahap_pengembangan:
  tahapan: [{{tahap: persiapan, mulai: 2025-T1, selesai: 2029-T4}}]
program: [{{id: P-1, nama: Aplikasi}}]
kegiatan:
"""
_ACTIVITY = """  - id: K-{number:03}
    nama: Kegiatan {number}
    program: P-1
    bagian: [integrasi]
    tahap: persiapan
    muatan: aplikasi
    domain: aplikasi
    penanggung_jawab: kominfo
    mulai: 2025-T1
    selesai: {end}
    status: berjalan
    anggaran:
      - {{tahun: 2026, jumlah: {amount}, sumber: apbd, fase: indikatif, jenis_biaya: modal}}
      - {{tahun: 2027, jumlah: 250000000, sumber: apbd, fase: indikatif, jenis_biaya: modal}}
    kemajuan:
      - {{tanggal: 2026-01-31, persen: {percent}, catatan: Berjalan sesuai rencana.}}
"""


def plan_text(plan: int, version: int) -> str:
    """A plan of some 220 lines, in which one activity moves with each version."""
    text = _HEAD.format(plan=plan)
    for number in range(ACTIVITIES):
        moves = (version + ACTIVITIES - 1 - number) // ACTIVITIES
        end = f"{2027 + moves % 3}-T{1 + plan % 4}"
        text += _ACTIVITY.format(number=number, end=end, amount=500_000_000 + moves, percent=version % 100)
    return text


def commits(plans: int, versions: range, start: int) -> Iterator[str]:
    """A stream for `git fast-import`; `start` is when the first commit is made, in seconds."""
    for version in versions:
        for plan in range(plans):
            text = plan_text(plan, version)
            at = start + version * 86_400 + plan
            yield (
                f"commit refs/heads/main\ncommitter x <x@example.org> {at} +0700\ndata 4\nUbah\n"
                f"M 100644 inline plans/kabupaten-{plan:04}/2025-2029.yaml\n"
                f"data {len(text.encode())}\n{text}\n"
            )


def feed(folder: Path, stream: Iterator[str], preamble: str = "") -> None:
    subprocess.run(
        ["git", "fast-import", "--quiet", "--force"],
        cwd=folder,
        input=(preamble + "".join(stream)).encode(),
        check=True,
    )


def timed(what: str, action: Callable[[], object]) -> None:
    started = time.perf_counter()
    action()
    print(f"{what:<46} {time.perf_counter() - started:6.2f} s")


def main(plans: int, versions: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, kept = Path(name) / "repository", Path(name) / "cache"
        folder.mkdir()
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
        feed(folder, commits(plans, range(versions), 1_735_689_600))
        lines = len(plan_text(0, 0).splitlines())
        print(f"{plans} plans x {versions} versions, {lines} lines each, {JOBS} jobs")

        def read() -> int:
            found = histories(repository_at(folder), "plans", [], Cache(kept), JOBS)
            return sum(len(history.entries) for history in found.values())

        timed("cold", read)
        timed("warm", read)
        feed(
            folder,
            commits(1, range(versions, versions + 1), 1_735_689_600),
            "reset refs/heads/main\nfrom refs/heads/main^0\n\n",
        )
        timed("one more commit", read)
        print(f"{read()} moves of promises")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:3]]
    main(*(numbers + [550, 20][len(numbers) :]))
