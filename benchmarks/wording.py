"""Words that invented plans are made of. Nothing here is a fact about any institution."""

UNITS = (
    ("diskominfo", "Dinas Komunikasi dan Informatika", "Diskominfo", "dinas", "pengelola_tik, walidata"),
    ("bappeda", "Badan Perencanaan Pembangunan Daerah", "Bappeda", "badan", "perencana"),
    ("bpkad", "Badan Pengelolaan Keuangan dan Aset", "BPKAD", "badan", "keuangan"),
    ("inspektorat", "Inspektorat", "Inspektorat", "inspektorat", "pengawas"),
    ("dpmptsp", "Dinas Penanaman Modal dan PTSP", "DPMPTSP", "dinas", "pelaksana"),
    ("disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "dinas", "pelaksana"),
    ("dinkes", "Dinas Kesehatan", "Dinkes", "dinas", "pelaksana"),
    ("disdik", "Dinas Pendidikan", "Disdik", "dinas", "pelaksana"),
    ("bkpsdm", "Badan Kepegawaian dan Pengembangan SDM", "BKPSDM", "badan", "pelaksana"),
    ("dinsos", "Dinas Sosial", "Dinsos", "dinas", "pelaksana"),
    ("dishub", "Dinas Perhubungan", "Dishub", "dinas", "pelaksana"),
    ("dpupr", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "dinas", "pelaksana"),
    ("bapenda", "Badan Pendapatan", "Bapenda", "badan", "pelaksana"),
    ("dispertan", "Dinas Pertanian", "Dispertan", "dinas", "pelaksana"),
    ("disnaker", "Dinas Tenaga Kerja", "Disnaker", "dinas", "pelaksana"),
    ("disparbud", "Dinas Pariwisata dan Kebudayaan", "Disparbud", "dinas", "pelaksana"),
    ("dlh", "Dinas Lingkungan Hidup", "DLH", "dinas", "pelaksana"),
    ("bpbd", "Badan Penanggulangan Bencana", "BPBD", "badan", "pelaksana"),
    ("satpolpp", "Satuan Polisi Pamong Praja", "Satpol PP", "lainnya", "pelaksana"),
    ("rsud", "Rumah Sakit Umum", "RSUD", "rsud", "pelaksana"),
    ("setda", "Sekretariat", "Setda", "sekretariat", "pelaksana"),
    ("dispusip", "Dinas Perpustakaan dan Kearsipan", "Dispusip", "dinas", "pelaksana"),
    ("dpmd", "Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", "dinas", "pelaksana"),
    ("diskopukm", "Dinas Koperasi dan Usaha Kecil", "Diskopukm", "dinas", "pelaksana"),
)

SECTIONS = (
    "strategi", "layanan_saat_ini", "infrastruktur_saat_ini", "masalah_tantangan", "infrastruktur_aplikasi",
    "sumber_daya_manusia", "infrastruktur_jaringan", "infrastruktur_informasi", "integrasi", "pendanaan",
    "organisasi", "perawatan", "peta_peraturan", "peta_infrastruktur", "peta_penerapan", "peta_pendukung",
    "manajemen_perubahan",
)  # fmt: skip

SERVICES = (
    "Izin usaha mikro", "Akta kelahiran", "Kartu keluarga", "Pindah datang", "Pendaftaran berobat", "Rujukan pasien",
    "Penerimaan murid baru", "Legalisasi ijazah", "Kartu pencari kerja", "Bantuan sosial", "Uji berkala kendaraan",
    "Informasi tata ruang", "Pajak bumi dan bangunan", "Retribusi pasar", "Pupuk bersubsidi", "Pengaduan masyarakat",
    "Izin mendirikan reklame", "Sewa aset", "Cuti pegawai", "Kenaikan pangkat", "Surat dinas", "Arsip", "Pengadaan",
    "Tamu dan undangan", "Data statistik sektoral", "Peringatan dini bencana", "Wisata", "Perpustakaan keliling",
)  # fmt: skip

VERBS = (
    "Pembangunan", "Pengembangan", "Penerapan", "Pemeliharaan", "Perluasan", "Penyambungan", "Integrasi", "Migrasi",
    "Pelatihan pemakai", "Penyusunan pedoman", "Audit", "Uji keamanan", "Penggantian", "Sosialisasi",
)  # fmt: skip

OBJECTS = (
    "portal layanan terpadu", "jaringan intra", "pusat data", "sistem penghubung layanan", "aplikasi kepegawaian",
    "aplikasi aset", "data induk penduduk", "katalog data", "layanan pengaduan", "ruang kendali", "tanda tangan",
    "sistem cadangan", "internet kecamatan", "aplikasi puskesmas", "dasbor pimpinan", "sistem perizinan",
    "pengelolaan identitas", "pemantauan keamanan", "aplikasi pajak", "arsip digital", "peta dasar", "kanal pembayaran",
)  # fmt: skip

PROSE = (
    "Sebagian besar perangkat sudah tersambung, tetapi sambungan antarkantor belum merata dan cadangan dayanya pendek.",
    "Aplikasi dibangun sendiri-sendiri oleh tiap unit, dengan **basis data terpisah** dan tanpa dokumentasi yang sama.",
    "Pegawai yang menguasai teknologi terkumpul di satu unit; unit lain bergantung pada penyedia dari luar.",
    "Layanan yang paling sering diurus warga selesai dengan satu akun, tanpa salinan berkas, tanpa datang lagi.",
    "Setiap aplikasi mempunyai pemilik, biaya pemeliharaan, dan jadwal penilaian yang tercatat.",
    "Data induk dipakai bersama lewat sistem penghubung, dengan aturan akses yang disetujui walidata.",
    "Anggaran tersebar pada banyak kegiatan kecil sehingga sulit dibandingkan dari tahun ke tahun.",
    "Perubahan cara kerja disiapkan bersama pemakai sebelum aplikasinya diluncurkan.",
)
