"""201 mistakes that beginners make, each by its name: an edit of the files of the sound plan in `plans/`."""

from collections.abc import Callable
from pathlib import Path

Files = dict[str, bytes]
Edit = Callable[[Files], None]

HERE = Path(__file__).parent
D = "plans/kabupaten-kulon-progo/2025-2029/"
L, K, C, T, R, N = (
    f"{D}{name}.yaml"
    for name in (
        "lembaga",
        "kerangka-pemikiran",
        "cetak-biru",
        "tahap-pengembangan",
        "rencana-implementasi",
        "inventaris",
    )
)

SATU_DATA = b"""\
kegiatan:
  - id: K-001
    nama: Satu data
    program: P-1
    bagian: [integrasi]
    tahap: pemantapan
    muatan: layanan
    domain: layanan
    penanggung_jawab: bappeda
    mulai: 2026-T1
    selesai: 2026-T4
    status: direncanakan
"""

CASES: dict[str, Edit] = {}


def sound() -> Files:
    """The sound plan: its files by path."""
    return {path.relative_to(HERE).as_posix(): path.read_bytes() for path in sorted(HERE.glob("plans/**/*.yaml"))}


def case(name: str, edit: Edit) -> None:
    CASES[name] = edit


def sub(file: str, old: str, new: str) -> Edit:
    def edit(files: Files) -> None:
        text = files[file].decode()
        assert old in text, (file, old)
        files[file] = text.replace(old, new, 1).encode()

    return edit


def put(file: str, content: Callable[[Files], bytes]) -> Edit:
    def edit(files: Files) -> None:
        files[file] = content(files)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(files: Files) -> None:
        for each in edits:
            each(files)

    return edit


def renamed(old: str, new: str) -> Edit:
    """Every path with `old` in it gets `new` there."""

    def edit(files: Files) -> None:
        for path in [path for path in files if old in path]:
            files[path.replace(old, new)] = files.pop(path)

    return edit


def twin(files: Files) -> None:
    for path in list(files):
        files[path.replace("kabupaten-kulon-progo", "kabupaten-bantul")] = files[path]


case("01-tab-jorokan", sub(R, "    nama: Portal", "\tnama: Portal"))
case(
    "02-tab-sesudah-spasi",
    sub(
        R,
        "    program: P-1\n    bagian: [infrastruktur_aplikasi]",
        "    program: P-1\n   \tbagian: [infrastruktur_aplikasi]",
    ),
)
case("03-tab-sesudah-titik-dua", sub(R, "nama: Portal perizinan", "nama:\tPortal perizinan"))
case(
    "04-jorok-kurang-satu",
    sub(
        R,
        "    program: P-1\n    bagian: [infrastruktur_aplikasi]",
        "   program: P-1\n    bagian: [infrastruktur_aplikasi]",
    ),
)
case(
    "05-jorok-lebih-satu",
    sub(
        R,
        "    program: P-1\n    bagian: [infrastruktur_aplikasi]",
        "     program: P-1\n    bagian: [infrastruktur_aplikasi]",
    ),
)
case(
    "06-jorok-lebih-dua",
    sub(
        R,
        "    program: P-1\n    bagian: [infrastruktur_aplikasi]",
        "      program: P-1\n    bagian: [infrastruktur_aplikasi]",
    ),
)
case("07-tanda-hubung-tanpa-spasi", sub(R, "  - id: K-002", "  -id: K-002"))
case("08-lupa-tanda-hubung", sub(R, "  - id: K-002", "    id: K-002"))
case("09-titik-dua-tanpa-spasi", sub(R, "status: berjalan", "status:berjalan"))
case("10-titik-dua-dalam-teks", sub(R, "nama: Portal perizinan usaha mikro", "nama: Portal perizinan: usaha mikro"))
case("11-kutip-tidak-ditutup", sub(R, "nama: Portal perizinan usaha mikro", 'nama: "Portal perizinan usaha mikro'))
case("12-kutip-word", sub(R, "nama: Portal perizinan usaha mikro", "nama: “Portal: perizinan” usaha mikro"))
case("13-kutip-word-kode", sub(R, 'kode: "2.16.03"', "kode: “2.16.03”"))
case("14-kutip-di-dalam-kutip", sub(R, "nama: Portal perizinan usaha mikro", 'nama: "Portal "SIMIZIN" usaha mikro"'))
case("15-nbsp-di-jorokan", sub(R, "    nama: Portal", "  \u00a0 nama: Portal"))
case("16-nbsp-di-teks", sub(R, "nama: Portal perizinan", "nama: Portal\u00a0perizinan"))
case("17-nbsp-sesudah-titik-dua", sub(R, "status: berjalan", "status:\u00a0berjalan"))
case("18-zero-width", sub(R, "penanggung_jawab: diskominfo", "penanggung_jawab: diskominfo\u200b"))
case("19-en-dash-daftar", sub(R, "  - id: K-002", "  – id: K-002"))
case("20-bullet-word", sub(R, "  - id: K-002", "  • id: K-002"))
case("21-koma-kurung", sub(C, "{kondisi: Pegawai TIK sedikit}", "{kondisi: Pegawai TIK sedikit, anggaran kecil}"))
case("22-koma-daftar", sub(R, "bagian: [infrastruktur_aplikasi]", "bagian: infrastruktur_aplikasi, integrasi"))
case("23-kurung-tidak-ditutup", sub(R, "bagian: [infrastruktur_aplikasi]", "bagian: [infrastruktur_aplikasi"))
case("24-kurawal-tidak-ditutup", sub(C, "{kondisi: Pegawai TIK sedikit}", "{kondisi: Pegawai TIK sedikit"))
case("25-enum-inggris", sub(R, "status: berjalan", "status: ongoing"))
case("26-enum-selesai-inggris", sub(R, "status: berjalan", "status: Completed"))
case("27-enum-huruf-besar", sub(R, "status: berjalan", "status: Berjalan"))
case("28-enum-spasi", sub(R, "bagian: [infrastruktur_aplikasi]", "bagian: [Infrastruktur Aplikasi]"))
case("29-enum-sinonim", sub(R, "status: berjalan", "status: on progress"))
case("30-sumber-APBD", sub(R, "sumber: apbd\n", "sumber: APBD Kabupaten\n"))
case("31-sumber-campuran", sub(R, "sumber: apbd\n", "sumber: apbd dan dak\n"))
case("32-tanggal-garis-miring", sub(R, "tanggal: 2026-12-15", "tanggal: 31/12/2026"))
case("33-tanggal-kata", sub(R, "tanggal: 2026-12-15", "tanggal: 15 Desember 2026"))
case("34-tanggal-terbalik", sub(R, "tanggal: 2026-12-15", "tanggal: 15-12-2026"))
case("35-tanggal-tidak-ada", sub(R, "tanggal: 2026-12-15", "tanggal: 2026-02-30"))
case("36-rp", sub(R, "jumlah: 750000000", "jumlah: Rp 1.500.000,00"))
case("37-titik-ribuan", sub(R, "jumlah: 750000000", "jumlah: 750.000.000"))
case("38-koma-ribuan", sub(R, "jumlah: 750000000", "jumlah: 750,000,000"))
case("39-juta", sub(R, "jumlah: 750000000", "jumlah: 750 juta"))
case("40-rp-dalam-ribuan", sub(R, "jumlah: 750000000", "jumlah: 750000"))
case("41-minus", sub(R, "jumlah: 750000000", "jumlah: -"))
case("42-persen", sub(R, "persen: 35", "persen: 35%"))
case("43-persen-koma", sub(R, "persen: 35", "persen: 35,5"))
case("44-persen-pecahan", sub(R, "persen: 35", "persen: 0.35"))
case("45-persen-lebih", sub(R, "persen: 35", "persen: 350"))
case("46-id-ganda", sub(R, "  - id: K-002", "  - id: K-001"))
case("47-id-ganda-antar-jenis", sub(R, "id: P-1", "id: K-002"))
case("48-id-spasi", sub(R, "  - id: K-002", "  - id: K 002"))
case("49-id-huruf-kecil-rujukan", sub(R, "bergantung_pada: [K-001]", "bergantung_pada: [k-001]"))
case("50-id-beda-huruf", sub(R, "  - id: K-002", "  - id: k-001"))
case("51-id-nol", sub(R, "bergantung_pada: [K-001]", "bergantung_pada: [K-1]"))
case("52-id-diganti", sub(L, "  - id: diskominfo", "  - id: diskominfotik"))
case(
    "53-unit-dengan-nama", sub(R, "penanggung_jawab: diskominfo", "penanggung_jawab: Dinas Komunikasi dan Informatika")
)
case("54-unit-singkatan", sub(R, "penanggung_jawab: diskominfo", "penanggung_jawab: Diskominfo"))
case("55-tahun-rentang", sub(R, "- tahun: 2026", "- tahun: 2025/2026"))
case("56-mulai-dua-tahun", sub(R, "mulai: 2026-T1", "mulai: 2026/2027"))
case("57-triwulan-romawi", sub(R, "mulai: 2026-T1", "mulai: TW I 2026"))
case("58-triwulan-Q", sub(R, "mulai: 2026-T1", "mulai: 2026-Q1"))
case("59-semester", sub(R, "mulai: 2026-T1", "mulai: Semester 1 2026"))
case("60-periode-rentang", sub(L, "  periode:\n    mulai: 2025\n    selesai: 2029", "  periode: 2025-2029"))
case("61-daftar-digabung", sub(R, "pendukung: [bappeda]", "pendukung: [bappeda, diskominfo, dpmptsp]"))
case("62-daftar-tanpa-kurung", sub(R, "pendukung: [bappeda]", "pendukung: bappeda"))
case("63-daftar-kosong", sub(R, "penanggung_jawab: diskominfo", "penanggung_jawab: []"))
case("64-daftar-kosong-kegiatan", put(R, lambda f: b"program: []\nkegiatan: []\n"))
case(
    "65-isian-kosong",
    sub(R, "program: P-1\n    bagian: [infrastruktur_aplikasi]", "program:\n    bagian: [infrastruktur_aplikasi]"),
)
case(
    "66-tempel-salah-jorok",
    put(
        R,
        lambda f: f[R].replace(
            b"indikator_kinerja:", b"- id: K-003\n  nama: Pelatihan pegawai\n  program: P-1\n\nindikator_kinerja:"
        ),
    ),
)
case(
    "67-tempel-terlalu-dalam",
    put(
        R,
        lambda f: f[R].replace(
            b"    status: direncanakan\n",
            b"    status: direncanakan\n    - id: K-003\n      nama: Pelatihan pegawai\n      program: P-1\n",
        ),
    ),
)
case(
    "68-tempel-dalam-kunci",
    put(
        R,
        lambda f: f[R].replace(
            b"    status: direncanakan\n",
            b"    status: direncanakan\n      - id: K-003\n        nama: Pelatihan pegawai\n",
        ),
    ),
)
case("69-kegiatan-dua-kali", put(R, lambda f: f[R] + b"\nkegiatan:\n  - id: K-003\n    nama: Pelatihan\n"))
case("70-utf16", put(R, lambda f: b"\xff\xfe" + f[R].decode().encode("utf-16-le")))
case("71-windows-1252", put(L, lambda f: f[L].decode().replace("–", "–").encode("cp1252")))
case("72-crlf", put(R, lambda f: f[R].replace(b"\n", b"\r\n")))
case("73-bom", put(R, lambda f: b"\xef\xbb\xbf" + f[R]))
case("74-cr-mac", put(R, lambda f: f[R].replace(b"\n", b"\r")))
case("75-yml", renamed(R, R[:-5] + ".yml"))
case("76-YAML-besar", renamed(R, R[:-5] + ".YAML"))
case("77-yaml-txt", renamed(R, R + ".txt"))
case("78-folder-salah", renamed(R, "plans/rencana-implementasi.yaml"))
case("79-folder-lembaga", renamed(R, "plans/kabupaten-kulon-progo/rencana-implementasi.yaml"))
case("80-folder-spasi-besar", renamed("kabupaten-kulon-progo", "Kabupaten Kulon Progo"))
case("81-folder-tahun-spasi", renamed("2025-2029", "2025 - 2029"))
case("82-folder-tahun-endash", renamed("2025-2029", "2025–2029"))
case("83-folder-tahun-lain", renamed("2025-2029", "2025-2030"))
case("84-folder-rencana", renamed("plans/", "rencana/"))
case("85-subfolder", renamed(R, D + "kegiatan/diskominfo.yaml"))
case("86-salinan-windows", put(D + "rencana-implementasi - Copy.yaml", lambda f: f[R]))
case(
    "87-excel-tempel-tab",
    sub(
        R,
        "      - tahun: 2026\n        jumlah: 750000000\n        sumber: apbd\n"
        "        fase: indikatif\n        jenis_biaya: modal",
        "      2026\t750.000.000\tapbd\tindikatif\tmodal\n      2027\t200.000.000\tapbd\tindikatif\tpemeliharaan",
    ),
)
case("88-dua-lembaga-satu-kode", twin)
case("89-kode-tanpa-kutip", sub(L, "kode: '34.01'", "kode: 34.10"))
case("90-kode-salah", sub(L, "kode: '34.01'", "kode: '3401'"))
case("91-nama-lembaga-singkat", sub(L, "nama: Kabupaten Kulon Progo", "nama: Pemkab Kulonprogo"))
case("92-tagar-dalam-teks", sub(R, "nama: Portal perizinan usaha mikro", "nama: Portal perizinan #1 usaha mikro"))
case("93-lupa-hapus-pagar", sub(R, "  - id: K-002\n    nama: Jaringan", "  - id: K-002\n    #nama: Jaringan"))
case("94-kunci-salah-eja", sub(R, "penanggung_jawab: diskominfo", "penanggungjawab: diskominfo"))
case("95-kunci-spasi-besar", sub(R, "penanggung_jawab: diskominfo", "Penanggung Jawab: diskominfo"))
case(
    "96-kunci-baru",
    sub(
        R,
        "    pengadaan: penyedia",
        "    tempat: Kecamatan Wates\n    urgensi: tinggi\n    pengadaan: penyedia",
    ),
)
case("97-url-tanpa-https", sub(L, "situs: https://kulonprogokab.go.id/", "situs: www.kulonprogokab.go.id"))
case(
    "98-nama-orang",
    sub(
        R,
        "catatan: Tiga jenis izin diuji coba.",
        "catatan: Dilaporkan oleh Bapak Ir. Budi Santoso NIP 197501012000031001",
    ),
)
case(
    "99-teks-panjang-dua-baris",
    sub(R, "nama: Portal perizinan usaha mikro", "nama: Portal perizinan usaha mikro\n      dan kecil: kabupaten"),
)
case("100-blok-pipa-jorok-salah", sub(K, "  konsep: |\n    Layanan", "  konsep: |\n  Layanan"))
case("101-selesai-sebelum-mulai", sub(R, "selesai: 2028-T4", "selesai: 2025-T4"))
case("102-luar-periode", sub(R, "selesai: 2028-T4", "selesai: 2062-T4"))
case("103-anggaran-luar-kegiatan", sub(R, "- tahun: 2026\n", "- tahun: 2025\n"))
case("104-contoh-placeholder", sub(R, "nama: Portal perizinan usaha mikro", "nama: (tulis nama kegiatan pertama)"))
case("105-strip-tiga-dokumen", sub(R, "kegiatan:\n  - id: K-001", "---\nkegiatan:\n  - id: K-001"))
case("106-pagu-dengan-titik", sub(C, "2025: 3000000000", "2025: 3.000.000.000"))
case(
    "107-pagu-daftar",
    sub(C, "      2025: 3000000000\n      2026: 4000000000", "      - 2025: 3000000000\n      - 2026: 4000000000"),
)
case("108-sasaran-indikator-persen", sub(R, "      2026: 3\n      2029: 12", "      2026: 3%\n      2029: 12,5"))
case("109-sasaran-teks", sub(R, "      2026: 3\n      2029: 12", "      2026: Baik\n      2029: Sangat Baik"))
case("110-berkas-kosong", put(N, lambda f: b""))
case("111-simpan-html", put(N, lambda f: b"<html><body><p>layanan:</p></body></html>"))
case("112-docx", put(D + "rencana.docx", lambda f: b"PK\x03\x04"))
case("113-docx-bernama-yaml", put(N, lambda f: b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4"))
case("114-hapus-versi-format", sub(L, "versi_format: 1\n", ""))
case("115-nomor-halaman-kutip-tunggal", sub(R, "nama: Jaringan kecamatan", "nama: 'Jaringan Jum'at kecamatan'"))
case("116-at-di-awal", sub(R, "nama: Jaringan kecamatan", "nama: @Jaringan kecamatan"))
case("117-bintang-di-awal", sub(R, "nama: Jaringan kecamatan", "nama: *Jaringan* kecamatan"))
case("118-persen-di-awal", sub(R, "nama: Jaringan kecamatan", "nama: %Jaringan kecamatan"))
case("119-seru-di-awal", sub(R, "nama: Jaringan kecamatan", "nama: !Jaringan kecamatan"))
case("120-dan-di-awal", sub(R, "nama: Jaringan kecamatan", "nama: & Jaringan kecamatan"))
case(
    "121-git-konflik",
    sub(
        R,
        "    status: berjalan\n",
        "<<<<<<< HEAD\n    status: berjalan\n=======\n    status: selesai\n>>>>>>> cabang\n",
    ),
)
case("122-autosave", put(D + "rencana-implementasi.yaml~", lambda f: f[R]))
case("123-yaml-indonesia-ya", sub(L, "contoh: ya", "contoh: y"))
case("124-nama-berkas-spasi", renamed(N, D + "Inventaris TIK 2025.yaml"))
case(
    "125-id-beda-di-dua-berkas",
    put(
        D + "kegiatan-bappeda.yaml",
        lambda f: SATU_DATA,
    ),
)
case(
    "126-tiga-kesalahan-sekaligus",
    both(
        sub(R, "status: berjalan", "status: jalan"),
        sub(R, "jumlah: 750000000", "jumlah: 750.000.000"),
        sub(R, "mulai: 2026-T1", "mulai: Semester 1 2026"),
    ),
)
case("130-alur-koma-ribuan", sub(R, "{tahun: 2026, jumlah: 500000000,", "{tahun: 2026, jumlah: 500,000,000,"))
case("131-alur-koma-desimal", sub(R, "{tahun: 2026, jumlah: 500000000,", "{tahun: 2026, jumlah: 500000000,00,"))
case("132-alur-rp-koma", sub(R, "{tahun: 2026, jumlah: 500000000,", "{tahun: 2026, jumlah: Rp500.000.000,00,"))
case("133-alur-teks-koma-kunci", sub(C, "{kondisi: Pegawai TIK sedikit}", "{kondisi: Pegawai TIK sedikit, sasaran}"))
case("134-alur-koma-uraian", sub(R, "    pengadaan: penyedia", "    tonggak_lama: x\n    pengadaan: penyedia"))
case("135-alur-jumlah-kosong", sub(R, "{tahun: 2026, jumlah: 500000000,", "{tahun: 2026, jumlah: ,"))
case("136-alur-titik-koma", sub(R, "{tahun: 2026, jumlah: 500000000,", "{tahun: 2026; jumlah: 500000000,"))
case("137-alur-tanpa-spasi", sub(R, "{tahun: 2026, jumlah: 500000000,", "{tahun:2026, jumlah:500000000,"))
case(
    "138-tagar-uraian-panjang",
    sub(
        K,
        "kondisi_saat_ini: Dua dari dua belas layanan sudah daring.",
        "kondisi_saat_ini: Aplikasi C #1 dan #2 sudah daring, sisanya belum.",
    ),
)
case("139-tagar-dalam-kode", sub(R, "tahun_nomenklatur: 2024", "tahun_nomenklatur: 2024 # menurut Kepmendagri"))
case(
    "140-dua-berkas-salah",
    both(
        sub(R, "  - id: K-002", "  -id: K-002"),
        sub(C, "tingkat: tinggi", "tingkat: Tinggi sekali"),
        sub(L, "jenis: kabupaten", "jenis: Kab"),
    ),
)
case(
    "141-status-tanpa-spasi-akhir",
    sub(R, "    status: direncanakan\n\nindikator", "    status:direncanakan\n\nindikator"),
)
case("142-kutip-awal-saja-kata", sub(R, "nama: Jaringan kecamatan", 'nama: "Jaringan" kecamatan'))
case("143-apostrof-tengah", sub(R, "nama: Jaringan kecamatan", "nama: Jaringan Jum'at kecamatan"))
case("144-teks-diawali-strip", sub(R, "nama: Jaringan kecamatan", "nama: - Jaringan kecamatan"))
case("145-teks-diawali-kurung", sub(R, "nama: Jaringan kecamatan", "nama: [Baru] Jaringan kecamatan"))
case("146-teks-diawali-tanya", sub(R, "nama: Jaringan kecamatan", "nama: ? Jaringan"))
case("147-angka-nol-depan", sub(R, "tahun: 2026\n", "tahun: 02026\n"))
case("148-triwulan-t5", sub(R, "mulai: 2026-T1", "mulai: 2026-T5"))
case("149-triwulan-t-kecil", sub(R, "mulai: 2026-T1", "mulai: 2026-t1"))
case("150-triwulan-spasi", sub(R, "mulai: 2026-T1", "mulai: 2026 T1"))
case("151-triwulan-endash", sub(R, "mulai: 2026-T1", "mulai: 2026–T1"))
case("152-tanggal-endash", sub(R, "tanggal: 2026-12-15", "tanggal: 2026–12–15"))
case("153-ya-besar", sub(L, "contoh: ya", "contoh: Ya"))
case("154-yes", sub(L, "contoh: ya", "contoh: yes"))
case("155-kemajuan-ubah-turun", sub(R, "persen: 35", "persen: 35\n        catatan: a"))
case("156-belum-diisi-nol", sub(R, "jumlah: 750000000", "jumlah: 0"))
case("157-na", sub(R, "jumlah: 750000000", "jumlah: n/a"))
case("158-belum-diketahui-spasi", sub(R, "jumlah: 750000000", "jumlah: tidak diketahui"))
case(
    "159-kegiatan-di-berkas-lain-kunci-lupa",
    put(D + "kegiatan-bappeda.yaml", lambda f: b"- id: K-009\n  nama: Satu data\n"),
)
case("160-kunci-dua-berkas", put(D + "cetak-biru-2.yaml", lambda f: b"cetak_biru:\n  integrasi: {kondisi: ada}\n"))
case("161-status-selesai-95", sub(R, "status: berjalan", "status: selesai"))
case("162-emoji", sub(R, "nama: Jaringan kecamatan", "nama: Jaringan kecamatan \U0001f4e1"))
case("163-markdown-html", sub(K, "**satu akun**", "<b>satu akun</b><script>alert(1)</script>"))
case("164-tahun-pagu-rentang", sub(C, "      2025: 3000000000\n", "      2025-2026: 3000000000\n"))
case("165-strip-semua-kosong", sub(R, "pendukung: [bappeda]", "pendukung: [-]"))
case("166-pendukung-strip", sub(R, "pendukung: [bappeda]", "pendukung: -"))
case("167-nama-sangat-panjang", sub(R, "nama: Jaringan kecamatan", "nama: " + "Jaringan kecamatan " * 40))
case(
    "168-hapus-kegiatan-dirujuk",
    put(R, lambda f: f[R][: f[R].index(b"  - id: K-001")] + f[R][f[R].index(b"  - id: K-002") :]),
)
case("169-spasi-folder-lembaga-besar", renamed("kabupaten-kulon-progo", "Kabupaten-Kulon-Progo"))
case("170-folder-kab_kp", renamed("kabupaten-kulon-progo", "kab_kulon_progo"))
case("171-skema-folder-tahun-tunggal", renamed("2025-2029", "2025"))
case(
    "172-kode-kegiatan-di-kegiatan",
    sub(R, "    pengadaan: penyedia", '    kode: "2.16.03.2.02"\n    pengadaan: penyedia'),
)
case("173-nama-unit-di-pendukung", sub(R, "pendukung: [bappeda]", "pendukung: [Bappeda, Diskominfo]"))
case("174-semua-perangkat-daerah", sub(R, "pendukung: [bappeda]", "pendukung: [Semua OPD]"))

# Made later, by hand, by somebody who had not read the first 171.
J = "jumlah: 750000000"
case("201-kira-kira", sub(R, J, "jumlah: ± 750 juta"))
case("202-tanda-tanya", sub(R, "jumlah: 500000000", "jumlah: ?"))
case("203-tanda-tanya-blok", sub(R, J, "jumlah: ?"))
case("204-jumlah-bersatuan", sub(R, "jumlah: 12\n", "jumlah: 12 izin\n"))
case("205-jumlah-lusin", sub(R, "jumlah: 12\n", "jumlah: 1 lusin\n"))
case("206-tahun-dua-angka", sub(R, "      2026: 3", "      26: 3"))
case("207-sasaran-daftar", sub(R, "sasaran:\n      2026: 3\n      2029: 12", "sasaran: [3, 12]"))
case("208-tahun-ganda", sub(R, "      2029: 12", "      2026: 12"))
case("209-pagu-total", sub(C, "      2025: 3000000000", "      total: 7000000000\n      2025: 3000000000"))
case("210-butir-pertama-tanpa-strip", sub(R, "kegiatan:\n  - id: K-001", "kegiatan:\n    id: K-001"))
case("211-id-sebagai-kunci", sub(R, "kegiatan:\n  - id: K-001\n", "kegiatan:\n  K-001:\n"))
case(
    "212-semua-id-sebagai-kunci",
    both(sub(R, "  - id: K-001\n", "  K-001:\n"), sub(R, "  - id: K-002\n", "  K-002:\n")),
)
case(
    "213-kurawal-tanpa-strip",
    put(N, lambda f: b"layanan:\n  {id: L-1, nama: Izin, pemilik: diskominfo}\n"),
)
case("214-teks-berlanjut", sub(R, "nama: Portal perizinan usaha mikro", "nama: Portal perizinan\n    usaha mikro"))
case("215-teks-berlanjut-di-tepi", sub(R, "nama: Portal perizinan usaha mikro", "nama: Portal perizinan\nusaha mikro"))
case("216-teks-berlanjut-titik-dua", sub(R, "usaha mikro\n", "usaha\n    mikro, kecil: menengah\n"))
case("217-dua-penanggung-jawab", sub(R, "penanggung_jawab: diskominfo", "penanggung_jawab: diskominfo dan bappeda"))
case("218-dua-muatan", sub(R, "muatan: aplikasi", "muatan: [aplikasi, layanan]"))
case("219-pagu-indikatif", sub(R, "fase: indikatif", "fase: pagu indikatif"))
case("220-tender", sub(R, "pengadaan: penyedia", "pengadaan: tender"))
case("221-dalam-proses", sub(R, "status: berjalan", "status: dalam proses"))
case("222-tanggal-jam", sub(R, "tanggal: 2026-12-15", "tanggal: 2026-12-15 00:00:00"))
case("223-tanggal-excel", sub(R, "tanggal: 2026-12-15", "tanggal: 46371"))
case("224-tanggal-tahun-singkat", sub(R, "tanggal: 2026-12-15", "tanggal: 15/12/26"))
case(
    "225-tautan-markdown",
    sub(L, "situs: https://kulonprogokab.go.id/", 'situs: "[Situs](https://kulonprogokab.go.id/)"'),
)
case("226-tautan-berkas", sub(R, "https://kulonprogokab.go.id/laporan-t3", "D:\\Laporan\\t3.pdf"))
case("227-tautan-dua", sub(L, "situs: https://kulonprogokab.go.id/", "situs: https://a.go.id/ dan https://b.go.id/"))
case("228-kerangka-dengan-nama", sub(L, "inpres-3-2003", "Inpres Nomor 3 Tahun 2003"))
case(
    "229-indikator-nomor-saja",
    sub(R, "    pengadaan: penyedia", "    indikator_nasional: [13]\n    pengadaan: penyedia"),
)
case("230-persen-kata", sub(R, "persen: 35", "persen: tiga puluh lima"))
