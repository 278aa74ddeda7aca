"""What is a person's number, in the forms in which officials write it, and what only looks like one."""

import pytest

from generator.reading.personal_data import personal_data
from generator.reading.text import TextFile


def found_in(text: str) -> list[str]:
    file = TextFile("0.yaml", text)
    return [file.between(problem.place) for problem in personal_data([file])]


_NIP = ("197001011998031001", "19700101 199803 1 001", "19700101.199803.1.001", "19700101 199803 1001")
_NIK = ("3201011234560001", "320101 123456 0001", "32.01.01.123456.0001")
_MOBILE = ("081234567890", "0812-3456-7890", "0812 3456 7890", "+62 812-3456-7890", "(0812) 3456 7890")
_LABELS = {
    "NIP": _NIP,
    "Nip": _NIP,
    "NIK": _NIK,
    "KTP": _NIK,
    "No.KTP": _NIK,
    "no_ktp": _NIK,
    "e-KTP": _NIK,
    "HP": _MOBILE,
    "No.HP": _MOBILE,
    "no_hp": _MOBILE,
    "Telp": _MOBILE,
    "Tlp": _MOBILE,
    "WA": _MOBILE,
    "No": _MOBILE,
    "CP": _MOBILE,
    "Kontak": _MOBILE,
    "Narahubung": _MOBILE,
    "u.p": _MOBILE,
}


@pytest.mark.parametrize("before", _LABELS)
@pytest.mark.parametrize("join", ["", ".", "_", ":", ". ", " : ", "    ", "/", " (", "="])
def test_a_label_may_stand_right_before_it(before: str, join: str) -> None:
    for number in _LABELS[before]:
        for text in (
            f"Kepala Dinas, {before}{join}{number}",
            f"{before}{join}{number}, Kepala",
            f"|{before}{join}{number}|",
        ):
            (found,) = found_in(text)
            assert found == number.lstrip("(")


@pytest.mark.parametrize(
    "text",
    [
        "Pembina Utama Muda.197001011998031001",
        "Budi Santoso197001011998031001",
        "_197001011998031001_",
        "__081234567890__",
        "NIP.197001011998031001Pembina Tk. I",
        "HP081234567890an. Budi",
        "1970 0101 1998 03 1 001",
        "19700101 1998031001",
        "19700101/199803/1/001",
        "NIP 19900101 202221 1 001",
        "32 01 01 123456 0001",
        "32-01-01-123456-0001",
        "3201.01.123456.0001",
        "320101.123456.0001",
        "3201011234560001",
        "320101 1234560001",
        "3201 0101 0190 0001",
        "KK: 3201 0199 9999 0001",
        "KTP: 32 01 01 12 34 56 0001",
        "NIK: 3 2 0 1 0 1 1 2 3 4 5 6 0 0 0 1",
        "NIK |3|2|0|1|0|1|1|2|3|4|5|6|0|0|0|1|",
        "NIK | 3 | 2 | 0 | 1 | 0 | 1 | 1 | 2 | 3 | 4 | 5 | 6 | 0 | 0 | 0 | 1 |",
        "2026 320101 123456 0001",
        "+62 (812) 3456-7890",
        "+62 (0)812-3456-7891",
        "+62 (0) 812 3456 7891",
        "+62(812)3456-7890",
        "+62-812-3456-7890",
        "(62) 812 3456 7890",
        "0062 812 3456 7890",
        "+62.812.3456.7890",
        "62-812-3456-7890",
        "0812/3456/7892",
        "+62812/3456/7892",
        "0812.3456.7890",
        "081 234 567 890",
        "0812 \u2013 3456 \u2013 7890",
        "081-2345-67890",
        "0812 34 56 78 90",
        "0812345678",
        "0812-3456-7890 1 orang",
        "0812-3456-7890 123 orang",
        "0812-3456-7890 2026",
        "Budi 0812-3456-7890, 25 orang",
        "CP 6281234567890",
        "Budi (6281234567890)",
        "Telp/WA: 62.812.345.678",
        "wa.me/6281234567890",
        "tel:+6281234567890",
        "budi.santoso@gmail.com",
        "Surel:budi@yahoo.co.id",
        "budi [at] gmail [dot] com",
        "budi(at)gmail.com",
        "IP10.12.3.4",
        "server_10.12.3.4",
        "alamat server:10.12.3.4",
        "server 103.28.14.7",
        "SSH 172.16.3.4",
        "router 172.16.3.4",
        "server IP10.12.3.4",
        "IP publik server lama 8.20.30.40",
        "http://12.2.1.4/",
        "NIK 31 71 01 23 08 90 00 01",
        "NIK: 31-71-01-23-08-90-00-01",
        "NIK: 3171\u20220123\u20220890\u20220001",
        "NIK: 3171\u00b70123\u00b70890\u00b70001",
        "NIK: 3171_0123_0890_0001",
        "NIP 1970 0101 2000 0110 01",
        "HP 8123456789",
        "No. HP: 8123456789",
        "| HP | 8123456789 |",
        "WA 812-3456-7890",
        "WhatsApp: 812 3456 7890",
        "ponsel 81234567890, kantor",
        "HP 08 12 34 56 78 90",
        "HP 0 8 1 2 3 4 5 6 7 8 9 0",
        "HP 8123456789 2026",
        "budi @ gmail.com",
        "budi @gmail.com",
        "budi@ yahoo.co.id",
        "budi\uff20gmail.com",
        "budi@gmail.com.2",
        "budi@163.com",
    ],
)
def test_what_leads_to_a_person_or_a_machine(text: str) -> None:
    assert len(found_in(text)) == 1


def test_each_of_several_is_told() -> None:
    assert found_in("08-12-2025 0812-3456-7890") == ["0812-3456-7890"]
    assert found_in("81 0812-3456-7890") == ["0812-3456-7890"]
    assert found_in("081234567890/081398765432") == ["081234567890", "081398765432"]
    assert found_in("0812-3456-7890,0813-9876-5432;0857-1111-2222") == [
        "0812-3456-7890",
        "0813-9876-5432",
        "0857-1111-2222",
    ]
    assert found_in("NIK.3201011234560001/NIP.197001011998031001") == ["3201011234560001", "197001011998031001"]


@pytest.mark.parametrize(
    "text",
    [
        "kegiatan 2.16.01.2.02.0001 dan 5.1.02.01.01.0026",
        "rekening 5.1.02.01.01.0812 dan 5.1.02.01.001.00812.345678",
        "kode barang 12.01.01.11.16.01.00.0007",
        "kode lokasi 12.12.09.05.15.01.0001",
        "1.3.2.10.01.02.001",
        "Belanja modal server 5.2.02.10",
        "wilayah 32.01.01.2001",
        "Peraturan Presiden Nomor 95 Tahun 2018, Nomor 132 Tahun 2022",
        "Nomor 0812/1234/2026",
        "Nomor 081/2025/12.34",
        "Surat Nomor 0821/345/SETDA/2026",
        "800.1.11.1/0812/2025",
        "ISO/IEC 27001:2022, ISO 22301:2019",
        "ISBN 978-602-8123-45-6",
        "Rp1.234.567.890.123.456",
        "Rp1234567890123456",
        "Rp 6281234567890",
        "Rp62.812.345.678.901",
        "Pagu telepon dan internet 62.812.345.678",
        "hubungi bagian keuangan: anggaran 62.812.345.678",
        "total 6281234567890",
        "senilai 62812345678 rupiah",
        "tahun 2025 2026 2027 2028 2029 2030",
        "2025-2026-2027-2028",
        "KBLI 6201 6202 6209 6311 6312",
        "limbah B3 D207 2010 2021 2029 3511 4520",
        "01/01/2025 - 31/12/2025",
        "31-12-2025 01-01-2026",
        "13.01.2020 11.02.2021",
        "2025-12-31 2026-12-1 100",
        "20250101 20251231",
        "20250101-202512-1001",
        "Pukul 08.15-09.30, 10.15 sampai 11.30",
        "nilai indikator 3 2 3 1 2 2 3 4 1 2 3 2 3 4 5 1",
        "| 3 | 2 | 3 | 1 | 2 | 2 | 3 | 4 | 1 | 2 | 3 | 2 | 3 | 4 | 5 | 1 |",
        "koordinat -6.0812345678, 106.8123456789",
        "commit 0812345678ab dan ab0812345678",
        "SN0812345678",
        "DOC_0812345678",
        "550e8400-e29b-41d4-a716-446655440000",
        "https://drive.example/d/a1234567890123456b",
        "versi v4.10.2.1",
        "Telp. (021) 8123-4567",
        "Telp.(0274)512345",
        "+62 21 8123 4567",
        "call center 1500-812",
        "112, 110, 1500812",
        "NIK dan NIP tidak dimuat",
        "ppid [at] sagara.go.id",
        "layanan(at)sagara[dot]go[dot]id",
        "NPM. 2306161763",
        "Honor narasumber 5 orang@Rp1.500.000",
        "12 bulan@Rp2.500.000",
        "12 bulan@Rp.2.500.000",
        "12 bulan@rp1.500.000.Sewa",
        "3 unit@1.500.000",
        "3 unit@1.500.000.Sewa",
        "3 unit @ 1.500.000",
        "5 orang@Rp1.5jt",
        "2 kali @ 50 orang",
        "rapat @ Kominfo.Sagara",
        "checkout@v4.1",
        "node@v18.x",
        "Oracle WebLogic Server 12.2.1.4",
        "IBM WebSphere Application Server 9.0.5.1",
        "Pengadaan server (kode rekening 5.2.3.29)",
        "Belanja modal server 5.2.3.1",
        "Peladen aplikasi, lihat subbab 3.2.1.4",
        "Peladen aplikasi, lihat subbab 10.2.1.4",
        "Layanan SSH/VPN: butir 2.1.3.1",
        "Layanan IP: butir 2.1.3.1",
        "Firewall versi 10.2.3.4",
        "Segmen 2.1.1.3 peta rencana",
        "Host 4.2.1.1 kriteria",
        "Kontrak 2025-01-123456-2025",
        "Nomor 202501010001/2025",
        "Kontrak 027/123456/2025010001",
        "Kode paket 454632 2025010001",
        "padanan NIK 20250101 20251231",
        "padanan NIK 2025_2026_2027_2028",
        "KK per kecamatan: 32 15 18 21 32 14 15 16",
        "mahasiswa 8123456789",
        "Jumlah jiwa: 812 345 6789",
        "Nomor 8123456789",
        "Kode paket 8123456789",
        "WA: 8.500.000 pengguna",
        "HP 85 unit, 12 bulan",
        "08-12-2025 09-01-2026",
        "WA 08.00-16.00",
        "WA 08.15-16.30 24 jam",
        "Target layanan WA: 8 12 16 20 24",
        "Anggaran WA: 81.250.000.000",
        "| Anggaran WA | 8125000000 |",
        "Biaya gateway WA: 8125001250",
        "| WA | 812500000 |",
        "HP 812 unit, 345 titik",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert found_in(text) == []
