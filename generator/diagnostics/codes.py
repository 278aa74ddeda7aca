"""Every code of a problem, once: the word in brackets, the name of its page and of its test folder."""

from generator.diagnostics.problem import Severity

PROBLEM_CODES: dict[str, Severity] = dict.fromkeys(
    (
        # The file and its form
        "letak-berkas",
        "tidak-dapat-dibuka",
        "melebihi-batas",
        "berkas-terlalu-besar",
        "bukan-utf-8",
        "tanda-konflik",
        "karakter-terlarang",
        "yaml-tidak-terbaca",
        "yaml-terlarang",
        "terlalu-dalam",
        "lebih-dari-satu-dokumen",
        "bukan-rencana",
        "kunci-ganda",
        "kunci-bukan-kata",
        "kunci-di-dua-berkas",
        # The value of one field
        "versi-format",
        "kunci-wajib",
        "kunci-tidak-dikenal",
        "isian-kosong",
        "isian-contoh",
        "kutip-pengolah-kata",
        "teks-terpotong",
        "bentuk-salah",
        "pilihan-salah",
        "id-salah",
        "angka-salah",
        "rupiah-salah",
        "tahun-salah",
        "triwulan-salah",
        "tanggal-salah",
        "tautan-salah",
        "teks-satu-baris",
        "teks-terlalu-panjang",
        "markdown-tidak-tampil",
        # One part of the plan against another, or against a national list
        "id-ganda",
        "rujukan-tidak-dikenal",
        "rujukan-salah-jenis",
        "ketergantungan-melingkar",
        "selesai-sebelum-mulai",
        "di-luar-periode",
        "anggaran-di-luar-kegiatan",
        "kode-lembaga",
        "kode-ganda",
        "kerangka-tidak-dikenal",
        "data-pribadi",
        "rahasia",
    ),
    Severity.ERROR,
) | dict.fromkeys(("nama-lembaga", "periode-berbeda", "tanggapan-tidak-cocok", "alasan-tidak-cocok"), Severity.WARNING)
"""The code and how much it weighs, in the order in which the program looks for them."""

WORKBOOK_CODES = (
    "lembar-tidak-dikenal",
    "kolom-tidak-dikenal",
    "kolom-ganda",
    "sel-tidak-jelas",
    "sel-rumus",
    "id-berubah",
    "baris-ganda",
    "baris-bentrok",
)
"""What can be wrong in a workbook that comes back, at a cell and not at a line of a plan."""

SETTING_CODES = ("pengaturan-salah", "pengaturan-diabaikan")
"""What can be wrong with the settings of a site, at a line of its `mkdocs.yml`."""

SECRET_CODES = frozenset({"data-pribadi", "rahasia"})
"""Codes whose place holds what must not be repeated in any output."""
