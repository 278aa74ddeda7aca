"""What each rule sees, at which item and which text; its borders; and what it leaves alone."""

from datetime import date
from itertools import pairwise

import pytest

from generator.checks.findings import KINDS, Elsewhere, findings, given, thresholds, unmatched, word_lists
from generator.diagnostics import Answer
from generator.locale import language
from generator.model.baseline_change import BaselineChange, LastChange, Promise, UnexplainedMove
from generator.model.money import Total
from generator.model.timeliness import FRESH_FOR
from generator.model.values import UNKNOWN, Quarter

K1 = "kegiatan:\n  - id: K-001\n    "
CLEARED = K1 + "klirens: {oleh: diskominfo}\n    "

# code, change of the sound plan, item, text at the place (its beginning), words
SEEN = [
    ("tanpa-anggaran", K1 + "anggaran: []", "K-001", "[]", "Belum ada anggaran tercatat dalam dokumen"),
    ("tanpa-penanggung-jawab", K1 + "penanggung_jawab: tidak_diketahui", "K-001", "tidak_diketahui",
     "Penanggung jawab tertulis belum diketahui"),
    ("tanpa-alasan", K1 + "menutup: []", "K-001", "[]",
     "Belum tercatat kesenjangan yang ditutup atau strategi yang didukung"),
    ("kesenjangan-terbuka", "kesenjangan:\n  - {id: G-9, uraian: x, tingkat: tinggi, dasar: {nilai: 1}}", "G-9", "{",
     "Belum ada kegiatan yang menutup kesenjangan bertingkat tinggi ini"),
    ("tanpa-data-dasar", "kesenjangan:\n  - {id: G-1, dasar: {nilai: 1, tahun: 2021}}", "G-1", "2021",
     "Nilai awal berasal dari tahun 2021, 4 tahun sebelum rencana mulai"),
    ("tanpa-data-dasar", "indikator_kinerja:\n  - {id: IK-1, dasar: {nilai: tidak_diketahui}}", "IK-1",
     "tidak_diketahui", "Nilai awal tertulis belum diketahui"),
    ("sasaran-lemah", "indikator_kinerja:\n  - {id: IK-1, dasar: {nilai: 12}}", "IK-1", "12",
     "Sasaran tahun akhir 2029 sama dengan nilai awal"),
    ("sasaran-lemah", "indikator_kinerja:\n  - {id: IK-1, dasar: {nilai: 13}}", "IK-1", "12",
     "Sasaran tahun akhir 2029 tidak sejalan dengan arah “Naik” dari nilai awal"),
    ("sasaran-lemah", "indikator_kinerja:\n  - {id: IK-1, arah: tetap, dasar: {nilai: 11}}", "IK-1", "12",
     "Sasaran tahun akhir 2029 tidak sejalan dengan arah “Tetap” dari nilai awal"),
    ("sasaran-lemah", "indikator_kinerja:\n  - {id: IK-1, sasaran: {2029: tidak_diketahui}}", "IK-1",
     "tidak_diketahui", "Sasaran tahun akhir 2029 tertulis belum diketahui"),
    ("bagian-kosong", "cetak_biru:\n  integrasi: {}", "integrasi", "{}",
     "Bagian “Cetak biru integrasi jaringan, informasi dan aplikasi” ada dalam dokumen, tetapi belum diisi"),
    ("muatan-tidak-tercakup", "kegiatan:\n  - {id: K-007, status: dibatalkan}", "audit_tik", "[",
     "Belum ada kegiatan dengan muatan “Audit TIK”"),
    ("klasifikasi-kurang", K1 + "tahap: tidak_diketahui\n    domain: ", "K-001", "tidak_diketahui",
     "Belum diketahui atau belum tercatat: Tahap, Domain"),
    ("klasifikasi-kurang", "kerangka_pemikiran:\n  pentahapan: {anggaran_sdm: tidak_diketahui}", "pentahapan", "{",
     "Belum diketahui atau belum tercatat: Anggaran dan SDM"),
    ("sdm-tidak-cukup",
     "sdm: [{peran: data, unit: dpmptsp, tahun: 2025, ada: 0, butuh: 0}]\n"
     "kegiatan: [{id: K-001, sdm: [{peran: data, tahun: 2026, orang_bulan: 0.5}]}]", "sumber_daya_manusia", "{",
     "Kegiatan tahun 2026 memerlukan 0,5 orang-bulan “Data”; 0 pegawai yang tercatat memberi paling banyak 0"),
    ("kekurangan-sdm-tanpa-rencana", "sdm: [{peran: data, unit: dpmptsp, tahun: 2025, ada: 1, butuh: 3}]",
     "sumber_daya_manusia", "3",
     "Tercatat kekurangan 2 pegawai, dan belum ada kegiatan pelatihan atau penerimaan pegawai"),
    ("urutan-terbalik", K1 + "bergantung_pada: [K-003, K-002]\n  - {id: K-003, selesai: 2026-T1}", "K-001", "K-002",
     "Dijadwalkan mulai T4 2026, sedangkan `K-002` baru selesai T4 2028"),
    ("melewati-masa-rencana", K1 + "selesai: 2030-T1", "K-001", "2030-T1",
     "Dijadwalkan selesai T1 2030, sesudah masa rencana berakhir pada tahun 2029"),
    ("lompatan-tahap", "layanan: [{id: L-1, tahap_sasaran: pemantapan, tahun_sasaran: 2025}]", "L-1", "pemantapan",
     "Dijanjikan naik 2 tahap, dari “Persiapan” ke “Pemantapan”, dari tahun 2025 sampai 2025"),
    ("kemungkinan-duplikasi", "aplikasi: [{id: A-1, nama: E-Office Sagara}]", "A-1", "E-Office Sagara",
     "Mungkin mengerjakan hal yang sama dengan aplikasi nasional SRIKANDI (naskah dinas elektronik dan arsip dinamis)"),
    ("tanpa-pemeliharaan", K1 + "anggaran: [{tahun: 2026, jumlah: 1, sumber: apbd, jenis_biaya: modal}]", "K-001", "{",
     "Belum ada biaya pemeliharaan tercatat sesudah pembangunannya"),
    ("tanpa-klirens",
     K1 + "anggaran: [{tahun: 2026, jumlah: 1, sumber: apbd, fase: dpa}]\n    klirens: {oleh: dpmptsp}", "K-001",
     "dpmptsp", "Klirens diberikan oleh `dpmptsp`, yang tidak tercatat sebagai pengelola TIK"),
    ("beban-menumpuk",
     "rencana: {periode: {selesai: 2028}}\nindikator_kinerja: [{id: IK-1, sasaran: {2028: 9}}]", "", "[",
     "7 dari 7 kegiatan dijadwalkan selesai pada tahun terakhir, 2028"),
    ("beban-menumpuk", K1 + "anggaran: [{tahun: 2026, jumlah: 600_000_001, sumber: apbd, fase: indikatif}]",
     "pendanaan", "[", "Rp1.200.000.001 dari Rp2.400.000.001 anggaran rencana jatuh pada tahun 2026"),
    ("melebihi-pagu", "cetak_biru: {pendanaan: {pagu: {2026: 699_999_999}}}", "pendanaan", "699999999",
     "Anggaran kegiatan tahun 2026 berjumlah Rp700.000.000, di atas pagu Rp699.999.999"),
    ("melebihi-pagu", "cetak_biru: {pendanaan: {pagu: {2026: 700_000_000, 2027: 700_000_000, 2028: 700_000_000}}}\n"
     + K1 + "anggaran: [{tahun: 2026-2028, jumlah: 300_000_001, sumber: apbd}]", "pendanaan", "{",
     "Anggaran kegiatan tahun 2026–2028 berjumlah Rp2.100.000.001, di atas pagunya bersama-sama, Rp2.100.000.000"),
    ("dasar-hukum-lemah", "rencana: {status: rancangan}", "", "rancangan", "Rencana ini masih berupa rancangan"),
    ("dasar-hukum-lemah", "rencana: {penetapan: }", "", "berlaku",
     "Rencana tercatat berlaku, tetapi penetapannya belum tercatat"),
    ("dasar-hukum-lemah", "peraturan: [{id: R-1, judul: x, status: dicabut}]\n" + K1 + "memerlukan_peraturan: [R-1]",
     "K-001", "R-1", "`R-1` yang diperlukan sudah dicabut"),
    ("reviu-terlambat", "rencana: {reviu: [{jenis: akhir, tanggal: 2026-10-01}]}", "", "{",
     "Reviu dijadwalkan 1 Oktober 2026; menurut dokumen, pembaruan terakhirnya 30 September 2026"),
    ("tidak-diperbarui", "rencana: {diperbarui: 2026-02-10}", "", "2026-02-10",
     "Menurut dokumen, terakhir diperbarui 10 Februari 2026"),
    ("belum-mulai", K1 + "mulai: 2026-T3\n    status: dianggarkan", "K-001", "2026-T3",
     "Dijadwalkan mulai T3 2026 dan belum tercatat berjalan"),
    ("tonggak-terlewat", K1 + "tonggak: [{uraian: x}, {tanggal: 2026-11-23, uraian: y}]", "K-001", "2026-11-23",
     "Tonggak 23 November 2026 belum tercatat tercapai"),
    ("laju-lambat", K1 + "mulai: 2026-T1\n    selesai: 2026-T4\n    status: berjalan\n    kemajuan:"
     " [{tanggal: 2026-01-01, persen: 0}, {tanggal: 2026-07-01, persen: 19, bukti: 'https://a.example/'}]",
     "K-001", "{", "Kemajuan 19% pada 1 Juli 2026, ketika 49% waktunya sudah terpakai"),
    ("selesai-tanpa-kemajuan", K1 + "status: selesai\n    kemajuan: [{tanggal: 2026-09-30, persen: 35}]", "K-001", "35",
     "Tercatat selesai, sedangkan laporan terakhirnya 35%"),
    ("selesai-tanpa-kemajuan", K1 + "status: selesai\n    mulai: 2027-T1", "K-001", "2027-T1",
     "Tercatat selesai, sedangkan jadwal mulainya T1 2027"),
    ("realisasi-melebihi-rencana", K1 + "anggaran: [{tahun: 2026, jumlah: 100, sumber: apbd, fase: indikatif},"
     " {tahun: 2026, jumlah: 60, fase: realisasi}, {tahun: 2026, jumlah: 41, sumber: dak, fase: realisasi}]",
     "K-001", "{", "Realisasi tahun 2026 Rp101, di atas rencana Rp100"),
    ("baris-anggaran-ganda", K1 + "anggaran: [{tahun: 2026, jumlah: 9, sumber: apbd},"
     " {tahun: 2026, jumlah: 9, sumber: dak}, {tahun: 2026, jumlah: 9, sumber: apbd}]",
     "K-001", "{", "Baris Rp9 tahun 2026 sama dengan baris sebelumnya, sehingga terhitung dua kali"),
    ("jumlah-sangat-kecil", K1 + "anggaran: [{tahun: 2026, jumlah: 750000, sumber: apbd}]", "K-001", "750000",
     "Jumlahnya Rp750.000; mungkin ditulis dalam ribuan atau jutaan rupiah"),
    ("jumlah-sangat-kecil", K1 + "anggaran: [{tahun: 2026, jumlah: 0, sumber: apbd, fase: indikatif}]", "K-001", "0",
     "Jumlahnya Rp0; yang belum diketahui ditulis `tidak_diketahui`"),
    ("jumlah-sangat-kecil", "cetak_biru:\n  pendanaan: {pagu: {2026: 4000}}", "pendanaan", "4000",
     "Jumlahnya Rp4.000; mungkin ditulis dalam ribuan atau jutaan rupiah"),
    ("tanggal-belum-tiba", "rencana:\n  diperbarui: 2027-09-30", "", "2027-09-30",
     "Dokumen tertulis diperbarui 30 September 2027, yang belum tiba"),
    ("tanggal-belum-tiba", K1 + "kemajuan: [{tanggal: 2027-09-30, persen: 35}]", "K-001", "2027-09-30",
     "Laporan kemajuan bertanggal 30 September 2027, yang belum tiba"),
    ("tanggal-belum-tiba", K1 + "tonggak: [{tanggal: 2027-09-30, tercapai: 2027-08-01, uraian: x}]", "K-001",
     "2027-08-01", "Tonggak tertulis tercapai 1 Agustus 2027, yang belum tiba"),
    ("tanggal-belum-tiba", "alasan_perubahan: [{item: K-001, tanggal: 2027-09-30, alasan: x}]", "K-001", "2027-09-30",
     "Alasan perubahan bertanggal 30 September 2027, yang belum tiba"),
    ("terlambat", K1 + "selesai: 2026-T3", "K-001", "2026-T3",
     "Dijadwalkan selesai T3 2026 dan belum tercatat selesai"),
    ("klaim-tanpa-bukti", K1 + "status: selesai", "K-001", "selesai", "Tercatat selesai tanpa tautan ke bukti"),
    ("klaim-tanpa-bukti", K1 + "status: berjalan", "K-001", "berjalan", "Tercatat berjalan tanpa laporan kemajuan"),
    ("klaim-tanpa-bukti", K1 + "status: berjalan\n    kemajuan: [{tanggal: 2026-09-30, persen: 35}]", "K-001", "{",
     "Kemajuan 35% dinyatakan tanpa tautan ke bukti"),
    ("data-tidak-diketahui", "data: [{id: D-1, nama: x, produsen: tidak_diketahui}]", "data", "[",
     "1 dari 3 isian `data` tertulis tidak diketahui"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "yaml", "item", "text", "words"), SEEN)
def test_a_rule_names_the_item_and_points_at_the_text(look, code, yaml, item, text, words):
    [seen] = look(yaml)[code]
    assert (seen.item, seen.words) == (item, words)
    assert seen.text == text or (text in "{[" and seen.text.startswith(text))
    assert seen.finding.plan == "sagara/2025-2029"


CODES = [kind.code for kind in KINDS]


def test_fields_are_named_in_the_reader_s_language(look):
    [seen] = look(K1 + "tahap: tidak_diketahui\n    domain: ")["klasifikasi-kurang"]
    assert language("en").word(seen.finding.message).endswith("Stage, Domain")


def test_every_kind_is_in_the_table_but_those_from_git_and_of_another_day():
    assert {row[0] for row in SEEN} == set(CODES) - {"perubahan-dasar", "janji-berubah-tanpa-alasan", "masa-berakhir"}


# Changes that look like a finding and are none: what is unknown is not compared, what is cancelled is not needed.
SILENT = [
    K1 + "anggaran: [{tahun: 2026, jumlah: tidak_diketahui, sumber: apbd}]",
    K1 + "status: dibatalkan\n    anggaran: []\n    menutup: []\n    penanggung_jawab: tidak_diketahui\n"
    "  - {id: K-002, muatan: aplikasi}\n  - {id: K-003, muatan: infrastruktur}\n  - {id: K-008, nama: x, program: P-1,"
    " bagian: [strategi], menutup: [G-1], tahap: persiapan, muatan: layanan, domain: layanan,"
    " penanggung_jawab: dpmptsp,"
    " mulai: 2026-T4, selesai: 2028-T1, status: direncanakan,"
    " anggaran: [{tahun: 2026, jumlah: 1000000, sumber: apbd}]}",
    "kesenjangan: [{id: G-9, uraian: x, tingkat: sedang, dasar: {nilai: 0}}]",
    "kesenjangan: [{id: G-1, dasar: {nilai: 0, tahun: }}]",
    "indikator_kinerja: [{id: IK-1, arah: tetap, dasar: {nilai: 12}}]",
    "indikator_kinerja: [{id: IK-1, arah: , dasar: {nilai: 13, tahun: 2024}}]",
    "cetak_biru: {pendanaan: {sasaran: , pagu: {2026: 700_000_000}}}",
    "cetak_biru: {pendanaan: {pagu: {2026: tidak_diketahui}}}",
    "cetak_biru: {pendanaan: {pagu: {2026: 600_000_000, 2027: 600_000_000}}}\n"
    + K1
    + "anggaran: [{tahun: 2026-2028, jumlah: 900_000_000, sumber: apbd}]",
    "sdm: [{peran: data, unit: dpmptsp, tahun: 2027, ada: 0, butuh: 0}]\n"
    + K1
    + "sdm: [{peran: data, tahun: 2026, orang_bulan: 9}]",
    K1 + "sdm: [{peran: data, tahun: 2026, orang_bulan: 9}]",
    "sdm: [{peran: data, unit: dpmptsp, tahun: 2024, ada: 1, butuh: 3},"
    " {peran: data, unit: dpmptsp, tahun: 2026, ada: 3, butuh: 3}]",
    K1 + "mulai: tidak_diketahui\n    bergantung_pada: [K-002]",
    "layanan: [{id: L-1, tahap_sekarang: , tahap_sasaran: pemanfaatan, tahun_sasaran: 2025}]",
    K1 + "anggaran: [{tahun: 2029, jumlah: 1000000, sumber: apbd, jenis_biaya: modal}]\n    selesai: 2029-T4",
    K1 + "anggaran: [{tahun: 2026, jumlah: 1000000, sumber: apbd, jenis_biaya: modal}, {jenis_biaya: tidak_diketahui}]",
    K1 + "anggaran: [{tahun: 2026, jumlah: 1000000, sumber: apbd, jenis_biaya: modal}]\n"
    "  - {id: K-002, bagian: [perawatan],"
    " muatan: aplikasi, nama: Pemeliharaan aplikasi}\n  - {id: K-008, nama: x, program: P-1, bagian: [strategi],"
    " menutup: [G-1], tahap: persiapan, muatan: infrastruktur, domain: layanan, penanggung_jawab: dpmptsp,"
    " mulai: 2026-T4, selesai: 2028-T1, status: direncanakan,"
    " anggaran: [{tahun: 2026, jumlah: 1000000, sumber: apbd}]}",
    K1 + "anggaran: [{tahun: 2026, jumlah: 1000000, sumber: apbd, fase: dpa}]\n    klirens: {oleh: tidak_diketahui}",
    "kegiatan: [{id: K-004, anggaran: [{tahun: 2026, jumlah: 1000000, sumber: apbd, fase: dpa}]}]",
    K1 + "anggaran: [{tahun: 2026, jumlah: 6_000_000_000, sumber: apbd}, {tahun: 2027, sumber: apbd}]",
    K1 + "selesai: tidak_diketahui",
    K1 + "selesai: 2026-T1\n    status: tidak_diketahui",
    K1 + "mulai: 2026-T1\n    status: tertunda",
    K1 + "tonggak: [{tanggal: 2026-11-24}, {tanggal: 2026-01-01, tercapai: tidak_diketahui}, {uraian: x}]",
    K1 + "mulai: 2026-T1\n    selesai: 2026-T4\n    status: tertunda\n    kemajuan:"
    " [{tanggal: 2026-07-01, persen: 20, bukti: 'https://a.example/'}]",
    K1 + "mulai: 2026-T1\n    selesai: 2026-T4\n    status: tertunda\n    kemajuan:"
    " [{tanggal: 2026-10-01, persen: tidak_diketahui, bukti: 'https://a.example/'}]",
    K1 + "status: selesai\n    kemajuan: [{tanggal: 2026-09-30, persen: tidak_diketahui, bukti: 'https://a.example/'}]",
    CLEARED + "anggaran: [{tahun: 2026, jumlah: tidak_diketahui, sumber: apbd},"
    " {tahun: 2026, jumlah: 9000000, fase: realisasi}]",
    CLEARED + "anggaran: [{tahun: 2026, jumlah: 9000000, sumber: apbd}, {tahun: 2026, jumlah: 0, fase: dpa_perubahan}]",
    CLEARED
    + "anggaran: [{tahun: 2026, jumlah: 9000000, sumber: apbd}, {tahun: 2027, jumlah: 9000000, fase: realisasi}]",
    K1 + "anggaran: [{tahun: 2026, sumber: apbd}, {tahun: 2026, sumber: apbd}]",
    "peraturan: [{id: R-1, judul: x, status: direncanakan}]\n" + K1 + "memerlukan_peraturan: [R-1]",
    K1 + "status: berjalan\n    kemajuan: [{tanggal: 2026-09-30, persen: 0}]",
]


@pytest.mark.parametrize("yaml", SILENT)
def test_what_is_unknown_or_cancelled_or_in_the_future_makes_no_finding(look, yaml):
    assert look(yaml) == {}


def test_the_sound_plan_has_none(look):
    assert look() == {}


@pytest.mark.parametrize(
    ("code", "yaml", "last_quiet_day"),
    [
        ("terlambat", K1 + "selesai: 2026-T3", date(2026, 9, 30)),
        ("belum-mulai", K1 + "mulai: 2026-T3", date(2026, 9, 30)),
        ("tonggak-terlewat", K1 + "tonggak: [{tanggal: 2026-06-30}]", date(2026, 6, 30)),
        ("masa-berakhir", "", date(2029, 12, 31)),
        ("tidak-diperbarui", "rencana: {diperbarui: 2026-02-10}", date(2026, 8, 12)),
        ("reviu-terlambat", "rencana: {diperbarui: 2027-12-31}", date(2027, 12, 31)),
        ("reviu-terlambat", "rencana: {reviu: [{jenis: paruh_waktu, tanggal: 2026-12-01}]}", date(2026, 12, 1)),
    ],
)
def test_the_day_of_the_build_decides(look, code, yaml, last_quiet_day):
    assert code not in look(yaml, as_of=last_quiet_day)
    assert code in look(yaml, as_of=date.fromordinal(last_quiet_day.toordinal() + 1))


@pytest.mark.parametrize(
    ("code", "yaml"),
    [
        ("reviu-terlambat", "rencana: {reviu: [{jenis: akhir, tanggal: 2026-10-01}]}"),
        ("tidak-diperbarui", "rencana: {diperbarui: 2026-02-10}"),
    ],
)
def test_the_day_of_the_document_does_not_hide_what_git_knows(look, code, yaml):
    def said(day):
        (seen,) = look(yaml, changes=(LastChange(day),))[code]
        return seen.words

    assert said(date(2026, 11, 23)).endswith(", sedangkan riwayat mencatat perubahan 23 November 2026")
    assert "riwayat" not in said(date(2026, 2, 9))


def test_progress_after_the_day_is_not_yet_claimed(look):
    yaml = K1 + "status: berjalan\n    kemajuan: [{tanggal: 2026-09-30, persen: 35}]"
    assert "klaim-tanpa-bukti" not in look(yaml, as_of=date(2026, 9, 29))
    assert "klaim-tanpa-bukti" in look(yaml, as_of=date(2026, 9, 30))


def test_exactly_forty_per_cent_in_the_last_year_is_not_too_much(look):
    late = "".join(f"  - {{id: K-00{n}, selesai: 2029-T4}}\n" for n in (1, 2))
    assert "beban-menumpuk" not in look("kegiatan:\n" + late)
    [seen] = look("kegiatan:\n" + late + "  - {id: K-003, selesai: 2029-T4}\n")["beban-menumpuk"]
    assert seen.words == "3 dari 7 kegiatan dijadwalkan selesai pada tahun terakhir, 2029"


def test_exactly_half_of_the_money_in_a_year_is_not_too_much(look):
    assert look(K1 + "anggaran: [{tahun: 2026, jumlah: 600_000_000, sumber: apbd}]") == {}


@pytest.mark.parametrize(("unknown", "found"), [(1, False), (2, True)])
def test_one_unknown_fact_in_ten_is_not_too_much(look, unknown, found):
    owners = ["tidak_diketahui"] * unknown + ["dpmptsp", "dpmptsp"][unknown:]
    data = [f"{{id: D-{n}, nama: x, produsen: {owner}, walidata: dpmptsp}}" for n, owner in enumerate(owners)]
    yaml = f"data: [{', '.join(data)}, {{id: D-9, nama: x}}]"
    assert ("data-tidak-diketahui" in look(yaml)) is found


def test_a_short_plan_cannot_spread_its_weight(look):
    short = (
        "rencana: {periode: {mulai: 2026, selesai: 2027}}\n"
        "indikator_kinerja: [{id: IK-1, sasaran: {2027: 9}}]\n"
        "kegiatan:\n"
        + "".join(
            f"  - {{id: K-00{n}, selesai: 2027-T4, anggaran: [{{tahun: 2026, jumlah: 1000000, sumber: apbd}}]}}\n"
            for n in range(1, 8)
        )
    )
    assert look(short) == {}


def test_findings_come_by_kind_and_then_as_the_plan_lists_its_items(look):
    yaml = "rencana: {diperbarui: 2026-01-01}\nkegiatan:\n" + "".join(
        f"  - {{id: K-00{n}, anggaran: [], menutup: [], selesai: 2026-T2}}\n" for n in (3, 1, 2)
    )
    edition = look.edition(yaml)
    found = findings(edition, date(2026, 11, 24), Elsewhere())
    order = [CODES.index(each.kind) for each in found]
    assert order == sorted(order)
    for first, second in pairwise(found):
        assert first.kind != second.kind or first.place <= second.place
    assert found == findings(edition, date(2026, 11, 24), Elsewhere())


ANSWER = "tanggapan:\n  - {temuan: tanpa-anggaran, item: K-001, penjelasan: Dibiayai provinsi., tanggal: 2026-10-01}\n"


def test_an_answer_stands_with_its_finding_and_only_there(look):
    seen = look(ANSWER + "kegiatan: [{id: K-001, anggaran: []}, {id: K-002, anggaran: []}]")["tanpa-anggaran"]
    first, second = (each.finding.answer for each in seen)
    assert isinstance(first, Answer)
    assert (first.explanation, first.given) == ("Dibiayai provinsi.", date(2026, 10, 1))
    assert '"tanggapan"' in look.text.splitlines()[first.place.line - 2]
    assert second is None


def test_of_several_answers_the_newest_is_shown(look):
    older = "  - {temuan: tanpa-anggaran, item: K-001, penjelasan: Lama., tanggal: 2026-01-01}\n"
    undated = "  - {temuan: tanpa-anggaran, item: K-001, penjelasan: Tanpa tanggal.}\n"
    [seen] = look(ANSWER + older + undated + K1 + "anggaran: []")["tanpa-anggaran"]
    assert seen.finding.answer.explanation == "Dibiayai provinsi."


def test_an_answer_without_item_is_about_the_plan_and_not_about_an_item(look):
    answers = "tanggapan:\n" + "".join(
        f"  - {{temuan: {code}, penjelasan: Sudah diketahui.}}\n" for code in ("tidak-diperbarui", "tanpa-anggaran")
    )
    yaml = answers + "rencana: {diperbarui: 2026-02-10}\nkegiatan: [{id: K-001, anggaran: []}]"
    seen = look(yaml)
    assert seen["tidak-diperbarui"][0].finding.answer.explanation == "Sudah diketahui."
    assert seen["tanpa-anggaran"][0].finding.answer is None
    edition = look.edition(yaml)
    [told] = unmatched(given(edition), findings(edition, date(2026, 11, 24), Elsewhere()))
    assert told.place == edition.place("tanggapan", 1)
    assert told.help.arguments == (("daftar", "`K-001`"),)


def test_an_answer_to_nothing_is_told(look):
    edition = look.edition(ANSWER)
    [told] = unmatched(given(edition), findings(edition, date(2026, 11, 24), Elsewhere()))
    assert (told.code, told.item, told.place) == ("tanggapan-tidak-cocok", "K-001", edition.place("tanggapan", 0))


def test_changes_against_the_first_version_are_worded(look):
    day = date(2026, 3, 1)
    changes = (
        BaselineChange("K-001", Promise.END, Quarter(2026, 4), UNKNOWN, day, "abc"),
        BaselineChange("K-002", Promise.BUDGET, Total(5_000_000), Total(7_000_000, missing=1), day, "abc"),
        BaselineChange("K-099", Promise.ACTIVITY, "Ruang kendali", None, day, "abc"),
    )
    seen = look(changes=changes)["perubahan-dasar"]
    assert [(each.item, each.words) for each in seen] == [
        ("K-001", "Jadwal selesai semula T4 2026, menjadi belum diketahui pada 1 Maret 2026"),
        ("K-002", "Anggaran semula Rp5.000.000, menjadi paling sedikit Rp7.000.000 pada 1 Maret 2026"),
        ("K-099", "Kegiatan “Ruang kendali” tidak ada lagi sejak 1 Maret 2026"),
    ]
    assert seen[0].text == "2028-T4"


def test_a_change_without_a_reason_is_told_and_one_with_a_reason_is_not(look):
    day = date(2026, 3, 1)
    changes = (
        BaselineChange("K-001", Promise.END, Quarter(2026, 4), Quarter(2028, 4), day, "abc"),
        UnexplainedMove("K-001", Promise.END, day),
        UnexplainedMove("K-001", Promise.MILESTONE, day, "Uji coba"),
        UnexplainedMove("K-099", Promise.ACTIVITY, day, "Ruang kendali", removed=True),
        UnexplainedMove("pendanaan", Promise.CEILING, day),
        UnexplainedMove("", Promise.DECREE, day),
        UnexplainedMove("IK-9", Promise.ITEM, day, "Izin daring", removed=True, collection="indikator_kinerja"),
    )
    seen = look(changes=changes)["janji-berubah-tanpa-alasan"]
    since = "1 Maret 2026 tanpa alasan yang tercatat"
    assert [(each.item, each.words, each.text[:7]) for each in seen] == [
        ("K-001", f"Jadwal selesai berubah pada {since}", "2028-T4"),
        ("K-001", f"Tonggak “Uji coba” berubah pada {since}", "{"),
        ("K-099", f"Kegiatan “Ruang kendali” dihapus pada {since}", "["),
        ("pendanaan", f"Pagu berubah pada {since}", "{"),
        ("", f"Penetapan berubah pada {since}", "{"),
        ("IK-9", f"Indikator kinerja “Izin daring” dihapus pada {since}", "["),
    ]


def test_every_number_and_list_has_a_reason_and_decides_about_a_kind_that_exists():
    for each in (*thresholds(), *word_lists()):
        assert each.kind in {"", *CODES}
        assert len(each.label.msgid) > 10
        assert len(each.reason.msgid) > 20
    assert len({each.id for each in thresholds()}) == len(thresholds())


def test_the_printed_freshness_is_the_one_the_model_uses():
    (printed,) = (each for each in thresholds() if each.id == "status_fresh_days")
    assert (printed.kind, printed.value) == ("", FRESH_FOR.days)


@pytest.mark.parametrize("kind", KINDS, ids=CODES)
def test_every_kind_has_a_name_a_sentence_and_english(kind):
    assert kind.meaning.msgid.endswith(".")
    for message in (kind.label, kind.meaning):
        assert language("en").word(message) != message.msgid


def test_a_report_that_has_not_come_yet_is_told_and_counts_for_nothing_else(look):
    yaml = (
        K1 + "status: berjalan\n    kemajuan: [{tanggal: 2026-09-30, persen: 9, bukti: 'https://a.example/'},"
        " {tanggal: 2027-01-01, persen: 20}]"
    )
    assert set(look(yaml)) == {"tanggal-belum-tiba"}
