"""Many invented plans with the shape of real ones: `python -m benchmarks.corpus OUT --institutions N`.

Regions bear their real names and codes, and every plan says `contoh: true`. The same arguments give the same
bytes. Money is long-tailed: few large infrastructure lines, many small ones. YAML is written as planners write
it: blocks for activities, one line in braces for small things, now and then a comment.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.wording import OBJECTS, PROSE, SECTIONS, SERVICES, UNITS, VERBS
from generator.model.regions import provinces, region

START, END = 2025, 2029
_STAGES = ("persiapan", "pematangan", "pemantapan", "pemanfaatan")
_CONTENTS = ("tata_kelola", "manajemen", "layanan", "infrastruktur", "aplikasi", "keamanan", "audit_tik")
_DOMAINS = ("proses_bisnis", "data_informasi", "layanan", "aplikasi", "infrastruktur", "keamanan")
_ROLES = ("manajer_tik", "analis_sistem", "pengembang", "jaringan", "keamanan", "data", "layanan_pengguna")


class Institution(NamedTuple):
    """Who a plan is of; `province` is empty for a central one."""

    slug: str
    name: str
    kind: str
    scheme: str
    code: str
    province: str


def institutions(count: int) -> list[Institution]:
    """All provinces, then regencies and cities spread over the country, then central bodies of our invention."""
    found = [Institution(_slug(f"provinsi-{one.name}"), one.name, "provinsi", "kemendagri", one.code, one.name)
             for one in provinces()]  # fmt: skip
    codes = (f"{one.code}.{number:02}" for number in range(1, 100) for one in provinces())
    local = [one for code in codes if (one := region(code))]
    names = {one.code: one.name for one in provinces()}
    found += [Institution(_slug(one.name), one.name, one.kind, "kemendagri", one.code, names[one.province])
              for one in local]  # fmt: skip
    for number in range(1, count - len(found) + 1):
        name = f"Lembaga Contoh {number}"
        found.append(Institution(_slug(name), name, "lembaga", "contoh", f"99.{number:04}", ""))
    return found[:count]


def write(out: Path, count: int, activities: int, seed: int) -> int:
    """Write the plans of `count` institutions below `out/plans`; the bytes written."""
    size = 0
    for institution in institutions(count):
        folder = out / "plans" / institution.slug / f"{START}-{END}"
        folder.mkdir(parents=True, exist_ok=True)
        chance = random.Random(f"{seed} {institution.slug}")
        for name, text in files(institution, activities, chance).items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
            size += len(text.encode())
    return size


def files(institution: Institution, activities: int, chance: random.Random) -> dict[str, str]:
    """The files of one plan, by name."""
    gaps = max(5, activities * 2 // 5)
    services = _picked(chance, SERVICES, 22)
    return {
        "lembaga": "".join(_header(institution, chance)),
        "kerangka-pemikiran": "".join(_framework(services, chance)),
        "cetak-biru": "".join(_blueprint(chance)),
        "inventaris": "".join(_inventory(services, institution, chance)),
        "kesenjangan": "".join(_gaps(gaps, chance)),
        "rencana-implementasi": "".join(_activities(activities, gaps, len(services), chance)),
        "pengendalian": "".join(_control(activities, chance)),
    }


def _header(institution: Institution, chance: random.Random) -> Iterator[str]:
    host = f"{institution.slug}.example"
    yield f"# Rencana karangan untuk mengukur pembangkit; bukan rencana {institution.name} yang sebenarnya.\n"
    yield "versi_format: 1\nlembaga:\n"
    yield f'  kode: "{institution.code}"\n  skema_kode: {institution.scheme}\n  nama: {institution.name}\n'
    yield f"  jenis: {institution.kind}\n"
    if institution.province:
        yield f"  provinsi: {institution.province}\n"
    yield f"  situs: https://{host}/\n  ppid: https://ppid.{host}/\n"
    yield f"rencana:\n  judul: Rencana Induk Pengembangan e-Government {institution.name} {START}–{END}\n"
    yield f"  jenis_dokumen: rencana_induk_egov\n  periode: {{mulai: {START}, selesai: {END}}}\n  status: berlaku\n"
    number = chance.randint(3, 90)
    yield f'  penetapan: {{bentuk: sk, nomor: "{number}", tahun: 2025, tanggal: 2025-02-{chance.randint(1, 28):02}}}\n'
    yield "  kerangka_nasional: [inpres-3-2003, pemdi-8-2026]\n"
    yield "  reviu:\n    - {jenis: paruh_waktu, tanggal: 2027-06-30}\n"
    yield "  lisensi: CC-BY-4.0\n  contoh: true\n  diperbarui: 2026-09-30\nunit:\n"
    for slug, name, short, kind, roles in UNITS:
        yield f"  - {{id: {slug}, nama: {name}, singkatan: {short}, jenis: {kind}, peran: [{roles}]}}\n"
    for number in range(1, 9):
        yield f"  - {{id: kec-{number}, nama: Kecamatan {number}, jenis: kecamatan, peran: [pelaksana]}}\n"


def _framework(services: Sequence[str], chance: random.Random) -> Iterator[str]:
    yield f"kerangka_pemikiran:\n  konsep: |\n    {_prose(chance, 3)}\n"
    main = ", ".join(f"L-{number:02}" for number in range(1, min(6, len(services)) + 1))
    yield f"  layanan_utama: [{main}]\n  kondisi_saat_ini: |\n    {_prose(chance, 3)}\n  kebutuhan:\n"
    for who in ("masyarakat", "dunia_usaha", "pemerintah"):
        yield f"    {who}: {chance.choice(PROSE).replace('**', '')}\n"
    yield "  indikator:\n"
    for what in ("landasan_hukum", "struktur_organisasi", "tupoksi", "sop", "inventaris_tenaga_kerja", "keahlian"):
        yield f"    {what}: {{keadaan: {chance.choice(('ada', 'sebagian', 'belum', 'tidak_diketahui'))}}}\n"
    yield "  strategi:\n"
    for number in range(1, 6):
        yield f"    - {{id: S-{number}, uraian: {chance.choice(VERBS)} {chance.choice(OBJECTS)} secara bertahap}}\n"
    yield "  pentahapan:\n"
    for what in ("layanan_prioritas", "infrastruktur_informasi", "kegiatan_layanan", "anggaran_sdm"):
        yield f"    {what}: {chance.choice(PROSE).replace('**', '')}\n"
    yield f"tahap_pengembangan:\n  kondisi_awal: {PROSE[0]}\n  kondisi_ideal: {PROSE[3]}\n  tahapan:\n"
    spans = ("2025-T1", "2025-T4"), ("2026-T1", "2027-T2"), ("2027-T3", "2028-T4"), ("2029-T1", "2029-T4")
    for stage, (start, end) in zip(_STAGES, spans, strict=True):
        yield f"    - {{tahap: {stage}, mulai: {start}, selesai: {end}, uraian: Tahap {stage}.}}\n"


def _blueprint(chance: random.Random) -> Iterator[str]:
    yield "cetak_biru:\n"
    for section in SECTIONS:
        if chance.random() < 0.06:
            continue
        yield f"  {section}:\n    kondisi: |\n      {_prose(chance, 2)}\n    sasaran: |\n      {_prose(chance, 2)}\n"
        if section == "pendanaan":
            ceilings = ", ".join(f"{year}: {chance.randint(30, 300)}00000000" for year in range(START, END + 1))
            yield f"    pagu: {{{ceilings}}}\n"


def _inventory(services: Sequence[str], institution: Institution, chance: random.Random) -> Iterator[str]:
    yield "# Inventaris per akhir 2024. `tidak_diketahui` berarti belum dijawab.\nlayanan:\n"
    for number, name in enumerate(services, 1):
        now, later = sorted(chance.sample(range(4), 2))
        yield (
            f"  - {{id: L-{number:02}, nama: {name}, pemilik: {_unit(chance)}, sasaran_pengguna: masyarakat, "
            f"jenis: publik, prioritas: {chance.randint(1, 3)}, tahap_sekarang: {_STAGES[now]}, "
            f"tahap_sasaran: {_STAGES[later]}, tahun_sasaran: {chance.randint(2026, END)}}}\n"
        )
    yield "aplikasi:\n"
    for number in range(1, 25):
        year = chance.choice(("tidak_diketahui", *map(str, range(2012, 2025))))
        name = f"SI{chance.choice(OBJECTS).split()[-1].upper()[:6]} {institution.slug.split('-')[-1].title()} {number}"
        yield (
            f"  - {{id: A-{number:02}, nama: {name}, pemilik: {_unit(chance)}, jenis: khusus, tahun: {year}, "
            f"status: aktif, layanan: [L-{chance.randint(1, len(services)):02}]}}\n"
        )
    yield "infrastruktur:\n"
    for number, kind in enumerate(("jaringan_intra", "pusat_data", "internet", "perangkat", "pemulihan_bencana"), 1):
        yield f"  - {{id: I-{number}, jenis: {kind}, pemilik: diskominfo, jumlah: {chance.randint(1, 60)}, satuan: unit, kondisi: baik}}\n"  # noqa: E501
    yield "data:\n"
    for number in range(1, 13):
        yield f"  - {{id: D-{number:02}, nama: Data {chance.choice(SERVICES).lower()} {number}, produsen: {_unit(chance)}, walidata: diskominfo, kelas: terbatas}}\n"  # noqa: E501
    yield "sdm:\n"
    for year in (2025, 2026):
        for role in _ROLES:
            have = chance.randint(0, 4)
            need = have + chance.randint(0, 4)
            yield f"  - {{peran: {role}, unit: diskominfo, tahun: {year}, ada: {have}, butuh: {need}, berlatar_tik: {have // 2}, bersertifikat: {have // 3}}}\n"  # noqa: E501
    yield "peraturan:\n"
    for number in range(1, 8):
        yield f"  - {{id: R-{number}, judul: Pedoman {chance.choice(OBJECTS)}, bentuk: sk, status: direncanakan, tahun: {chance.randint(2026, END)}, penyusun: bappeda}}\n"  # noqa: E501


def _gaps(count: int, chance: random.Random) -> Iterator[str]:
    yield "kesenjangan:\n"
    for number in range(1, count + 1):
        yield f"  - id: G-{number:02}\n    bagian: {chance.choice(SECTIONS)}\n"
        yield f"    uraian: {chance.choice(OBJECTS).capitalize()} belum melayani semua unit; **{number}** lainnya.\n"
        if chance.random() < 0.8:
            yield f"    dasar: {{nilai: {chance.randint(0, 30)}, satuan: unit, tahun: 2024, sumber: Inventaris 2024}}\n"
            yield f"    sasaran: {{nilai: {chance.randint(31, 60)}, tahun: {chance.randint(2026, END)}}}\n"
        yield f"    tingkat: {chance.choice(('tinggi', 'sedang', 'rendah'))}\n"


def _activities(count: int, gaps: int, services: int, chance: random.Random) -> Iterator[str]:
    yield "program:\n"
    for number in range(1, 9):
        yield f"  - {{id: P-{number}, nama: Program {chance.choice(OBJECTS)}, kode: 2.16.{number:02}, strategi: [S-{chance.randint(1, 5)}]}}\n"  # noqa: E501
    yield "kegiatan:\n"
    for number in range(1, count + 1):
        start = chance.randint(0, 15)
        end = min(19, start + chance.randint(1, 9))
        if number % 12 == 1:
            yield f"  # --- {chance.choice(OBJECTS)} ---\n"
        yield f"  - id: K-{number:03}\n    nama: {chance.choice(VERBS)} {chance.choice(OBJECTS)} {number}\n"
        yield f"    program: P-{chance.randint(1, 8)}\n    bagian: [{', '.join(_picked(chance, SECTIONS, 2))}]\n"
        yield f"    menutup: [G-{chance.randint(1, gaps):02}]\n    layanan: [L-{chance.randint(1, services):02}]\n"
        yield f"    tahap: {chance.choice(_STAGES)}\n    muatan: {chance.choice(_CONTENTS)}\n"
        yield f"    domain: {chance.choice(_DOMAINS)}\n    penanggung_jawab: {_unit(chance)}\n"
        yield f"    pendukung: [{_unit(chance)}]\n    mulai: {_quarter(start)}\n    selesai: {_quarter(end)}\n"
        if number > 1 and chance.random() < 0.4:
            yield f"    bergantung_pada: [K-{chance.randint(1, number - 1):03}]\n"
        yield f"    keluaran:\n      - {{uraian: Unit yang memakai, jumlah: {chance.randint(1, 40)}, satuan: unit}}\n"
        yield from _milestones(start, end, chance)
        yield from _budget(start, end, chance)
        yield f"    sdm:\n      - {{peran: {chance.choice(_ROLES)}, tahun: {START + start // 4}, orang_bulan: {chance.randint(1, 24)}}}\n"  # noqa: E501
        yield from _progress(start, end, chance)


def _milestones(start: int, end: int, chance: random.Random) -> Iterator[str]:
    yield "    tonggak:\n"
    for quarter in sorted({start, end}):
        year, month = START + quarter // 4, quarter % 4 * 3 + 3
        reached = f", tercapai: {year}-{month:02}-20" if (year, month) < (2026, 10) and chance.random() < 0.7 else ""
        yield f"      - {{tanggal: {year}-{month:02}-15, uraian: Tahap {chance.choice(OBJECTS)} selesai{reached}}}\n"


def _budget(start: int, end: int, chance: random.Random) -> Iterator[str]:
    """A Pareto tail: half of the lines below 60 million rupiah, one in fifty above two billion."""
    if chance.random() < 0.05:
        return
    yield "    anggaran:\n"
    for year in range(START + start // 4, START + end // 4 + 1):
        amount = int(min(2e10, 2.5e7 * chance.paretovariate(0.9)) // 5e5 * 5e5)
        phases = [("indikatif", amount)]
        if year <= 2026:
            phases += [("dpa", int(amount * chance.uniform(0.85, 1.0)) // 1000 * 1000)]
        if year == 2025:
            phases += [("realisasi", int(amount * chance.uniform(0.6, 0.85)) // 100 * 100)]
        for phase, money in phases:
            yield f"      - {{tahun: {year}, jumlah: {money}, sumber: apbd, fase: {phase}, kode: 2.16.03.2.02.{chance.randint(1, 60):04}, jenis_biaya: modal}}\n"  # noqa: E501


def _progress(start: int, end: int, chance: random.Random) -> Iterator[str]:
    now = 6  # the quarter that ends in September 2026
    if start > now:
        yield f"    status: {chance.choice(('direncanakan', 'dianggarkan'))}\n"
        return
    done = end <= now and chance.random() < 0.7
    yield f"    status: {'selesai' if done else 'berjalan'}\n    kemajuan:\n"
    percent = 100 if done else chance.randint(10, 90)
    yield f"      - {{tanggal: 2025-12-31, persen: {percent // 2}, catatan: Sesuai rencana.}}\n"
    yield f"      - {{tanggal: 2026-09-30, persen: {percent}, catatan: Laporan triwulan ketiga.}}\n"


def _control(activities: int, chance: random.Random) -> Iterator[str]:
    yield "indikator_kinerja:\n"
    for number in range(1, 9):
        targets = ", ".join(f"{year}: {(year - START) * 5 + 3}" for year in range(2026, END + 1))
        yield f"  - id: IK-{number}\n    nama: {chance.choice(SERVICES)} yang selesai daring\n    satuan: persen\n    arah: naik\n"  # noqa: E501
        yield f"    dasar: {{nilai: 0, tahun: 2024}}\n    sasaran: {{{targets}}}\n    capaian: {{2026: 2}}\n"
        yield f"    kegiatan: [K-{chance.randint(1, activities):03}]\n    penilaian: mandiri\n"
    yield "risiko:\n"
    for number in range(1, 9):
        yield f"  - {{id: RS-{number}, uraian: Mutasi pengelola {chance.choice(OBJECTS)}, kemungkinan: {chance.randint(1, 5)}, dampak: {chance.randint(1, 5)}, penanganan: Pengelola cadangan, kegiatan: [K-{chance.randint(1, activities):03}]}}\n"  # noqa: E501
    yield "perubahan:\n"
    for number in range(1, 5):
        yield f"  - {{id: PU-{number}, sasaran: Pegawai, uraian: Pelatihan pemakai, saluran: lokakarya, unit: bkpsdm, tahun: {chance.randint(2026, END)}}}\n"  # noqa: E501


def _prose(chance: random.Random, sentences: int) -> str:
    return " ".join(chance.choice(PROSE) for _ in range(sentences))


def _picked(chance: random.Random, things: Sequence[str], count: int) -> list[str]:
    return chance.sample(things, min(count, len(things)))


def _unit(chance: random.Random) -> str:
    return UNITS[int(len(UNITS) * chance.random() ** 2)][0]


def _quarter(number: int) -> str:
    return f"{START + number // 4}-T{number % 4 + 1}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    asked.add_argument("out", type=Path)
    asked.add_argument("--institutions", type=int, default=40)
    asked.add_argument("--activities", type=int, default=60)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    size = write(given.out, given.institutions, given.activities, given.seed)
    print(f"{given.out}: {given.institutions} lembaga, {given.activities} kegiatan masing-masing, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
