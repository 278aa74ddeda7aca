"""Whatever one value of a sound plan is not known, no rule compares it, counts it as zero or stumbles over it."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from generator.checks.findings import Elsewhere, findings
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

# These say that something is not known; all others would be claims.
HONEST = {
    "tanpa-penanggung-jawab",
    "tanpa-data-dasar",
    "sasaran-lemah",
    "muatan-tidak-tercakup",
    "klasifikasi-kurang",
    "data-tidak-diketahui",
    "klaim-tanpa-bukti",  # evidence that is not known is no link
}
RICH = """
cetak_biru: {pendanaan: {pagu: {2026: 800_000_000, 2027: 800_000_000}}}
sdm: [{peran: data, unit: dpmptsp, tahun: 2025, ada: 2, butuh: 2}]
aplikasi: [{id: A-1, nama: SIMIZIN, pemilik: dpmptsp, jenis: khusus, tahun: 2019, status: aktif, layanan: [L-1]}]
peraturan: [{id: R-1, judul: x, status: direncanakan, tahun: 2026}]
kegiatan:
  - id: K-001
    memerlukan_peraturan: [R-1]
    sdm: [{peran: data, tahun: 2026, orang_bulan: 24}]
    klirens: {tanggal: 2026-01-02, oleh: diskominfo}
    status: berjalan
    kemajuan: [{tanggal: 2026-09-30, persen: 35, bukti: "https://sagara.example/"}]
    anggaran:
      - {tahun: 2026, jumlah: 100_000_000, sumber: apbd, fase: dpa, jenis_biaya: modal}
      - {tahun: 2027, jumlah: 100_000_000, sumber: apbd, fase: indikatif, jenis_biaya: pemeliharaan}
  - {id: K-002, bergantung_pada: [K-003]}
  - {id: K-003, selesai: 2026-T1, status: selesai, tonggak: [{bukti: "https://sagara.example/"}]}
"""


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if entries is None:
        yield path
        return
    for key, inner in entries:
        yield from leaves(inner, (*path, key))


def test_an_unknown_value_is_never_compared(look):
    edition = look.edition(RICH)
    values = json.loads(look.text)
    assert {each.kind for each in findings(edition, date(2026, 11, 24), Elsewhere())} == set()
    looked_at = 0
    alike = [("kegiatan", position) for position in range(3, 7)]  # as the third activity, so tried once
    for path in leaves(values):
        if path[:2] in alike:
            continue
        changed = deepcopy(values)
        target = changed
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = "tidak_diketahui"
        content = json.dumps(changed).encode()
        reading = read_plan(PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("plans/x.yaml", content),)))
        if reading.edition is None:
            continue  # the format does not allow it here
        looked_at += 1
        kinds = {each.kind for each in findings(reading.edition, date(2026, 11, 24), Elsewhere())}
        assert kinds <= HONEST, path
    assert looked_at > 90
