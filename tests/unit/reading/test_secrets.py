"""What is a password, a token or a key, in the spellings that people paste, and what is a sentence about them."""

import pytest

from generator.reading.secrets import secrets
from generator.reading.text import TextFile
from generator.reading.withheld import _hidden


def found_in(text: str) -> list[str]:
    file = TextFile("0.yaml", text)
    return [file.between(problem.place) for problem in secrets([file])]


_NAMES = (
    "password", "Password", "PASSWORD", "DB_PASSWORD", "MYSQL_ROOT_PASSWORD", "admin_password", "dbPassword", "passwd",
    "pwd", "pass", "user/pass", "username/password", "passphrase", "kata sandi", "Kata Sandi", "kata sandinya",
    "kata-sandi", "KATA_SANDI", "sandi", "sandinya", "passwordnya", "password admin", "kata sandi akun admin",
    "password wifi kantor", "password root MySQL", "Password Wi-Fi", "API key", "api_key", "apiKey", "API-KEY",
    "X-Api-Key", "kunci API", "kunci rahasia", "secret", "client_secret", "clientSecret", "secret key", "APP_KEY",
    "token", "access_token", "token akses", "token bot", "DB_PASSWORD_PROD", "kredensial", "**password**", "`token`",
)  # fmt: skip
_SIGNS = (
    ": ", " : ", ":", " :  ", " = ", "=", "    :    ", "\t: ", " adalah ", " ialah ", " -> ", " → ", " | ", ":\n      ",
    ': "', ": `", ": **",
)  # fmt: skip


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("sign", _SIGNS)
def test_a_name_and_a_sign_tell_it(name: str, sign: str) -> None:
    for secret in ("Rahasia123", "admin#1", "P@ssw0rd", "Kominfo-2025", "abcdEFGH1234567890", "ADMIN123"):
        for text in (
            f"Catatan: {name}{sign}{secret}",
            f"{name}{sign}{secret}, untuk admin",
            f"{{{name}{sign}{secret}}}",
        ):
            assert found_in(text) == [secret], text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("kata sandinya Rahasia125", "Rahasia125"),
        ("password Rahasia123", "Rahasia123"),
        ("| password    Rahasia123 |", "Rahasia123"),
        ("--password Rahasia123", "Rahasia123"),
        ("Password wifi kantor Kominfo2025", "Kominfo2025"),
        ("password default admin123", "admin123"),
        ("masuk sebagai admin, password Admin123!", "Admin123!"),
        ("API key abcdEFGH1234567890", "abcdEFGH1234567890"),
        ("token akses: abcdEFGH1234567890", "abcdEFGH1234567890"),
        ("**Password:** Rahasia123", "Rahasia123"),
        ("password: 123456", "123456"),
        ("Password: RahasiaKita", "RahasiaKita"),
        ("password=rahasia", "rahasia"),
        ("DB_PASSWORD=rahasia", "rahasia"),
        ("password = rahasia", "rahasia"),
        ("user/pass: admin/Rahasia123", "admin/Rahasia123"),
        ("login: admin / Rahasia123", "Rahasia123"),
        ("https://x.example/?token=abcdefgh", "abcdefgh"),
        ("https://x.example/f?sv=1&sig=AbCd1234EfGh5678IjKl", "AbCd1234EfGh5678IjKl"),
        ("https://x.example/f?X-Amz-Signature=0a1b2c3d4e5f60718293", "0a1b2c3d4e5f60718293"),
        (
            "https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage",
            "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
        ),
        ("Authorization: Basic YWRtaW46UmFoYXNpYTEyMw==", "YWRtaW46UmFoYXNpYTEyMw=="),
        ("Basic YWRtaW46cmFoYXNpYQ==", "YWRtaW46cmFoYXNpYQ=="),
        ("Authorization: Bearer Rahasia12345", "Rahasia12345"),
        ("authorization:  token  Rahasia12345", "Rahasia12345"),
        ("Bearer abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz"),
        ("curl -u admin:Rahasia123 https://x.example", "Rahasia123"),
        ("TOKEN_ghp_0123456789abcdefghijklmnopqrstuvwxyz", "ghp_0123456789abcdefghijklmnopqrstuvwxyz"),
        ("sk-proj-abcdefghijklmnopqrstuvwxyz", "sk-proj-abcdefghijklmnopqrstuvwxyz"),
        ("PW: Rahasia123", "Rahasia123"),
        ("pw=Rahasia123", "Rahasia123"),
        ("Password nya Rahasia123", "Rahasia123"),
        ("Kata sandi nya: Rahasia123", "Rahasia123"),
        ("PIN: 123456", "123456"),
        ("PIN admin: 482910.", "482910"),
        ("kata sandi pengelola: Admin123", "Admin123"),
        ("Password akun manajemen: Perkasa123", "Perkasa123"),
        ("kode akses: 8J2kLm9", "8J2kLm9"),
        ("passkey: 8J2kLm9xQ", "8J2kLm9xQ"),
        ("kunci wifi: kominfo2025", "kominfo2025"),
        ("Password wifi: BPS2025", "BPS2025"),
        ("Password wifi: BPS123", "BPS123"),
        ("login admin:Rahasia123", "Rahasia123"),
        ("user: admin, password: admin", "admin"),
        ("username=root; password: root", "root"),
        ("Mid-server-abcDEF1234567890", "Mid-server-abcDEF1234567890"),
        ("kunci SB-Mid-server-abcDEF1234567890", "SB-Mid-server-abcDEF1234567890"),
        ("xnd_production_abcdefghij1234567890", "xnd_production_abcdefghij1234567890"),
        ("AccountName=a;AccountKey=abcd1234efgh5678ijkl==", "abcd1234efgh5678ijkl=="),
        ("pypi-AgEIcHlwaS5vcmcCJDEyMzQ1Njc4", "pypi-AgEIcHlwaS5vcmcCJDEyMzQ1Njc4"),
        (f"dop_v1_{'0123abcd' * 8}", f"dop_v1_{'0123abcd' * 8}"),
        (f"dapi{'0123abcd' * 4}", f"dapi{'0123abcd' * 4}"),
        (f"shpat_{'0123abcd' * 4}", f"shpat_{'0123abcd' * 4}"),
        ("PuTTY-User-Key-File-3: ssh-ed25519", "PuTTY-User-Key-File-3"),
        ("-----BEGIN PGP PRIVATE KEY BLOCK-----", "-----BEGIN PGP PRIVATE KEY BLOCK-----"),
    ],
)
def test_a_secret(text: str, hidden: str) -> None:
    assert found_in(text) == [hidden]


@pytest.mark.parametrize(
    "text",
    [
        "kata sandi minimal 12 karakter",
        "Kata sandi: minimal 12 karakter alfanumerik, kedaluwarsa 90 hari",
        "kata sandi: 12-karakter",
        "kata sandi: 12karakter",
        "panjang kata sandi: min.12 karakter",
        "kata sandi = 12-16 karakter, berganti tiap 90 hari",
        "kata sandi: wajib!",
        "kata sandi: **wajib** diganti",
        "kata sandi: `wajib` diganti",
        "kata sandi: wajib[^1]",
        "kata sandi: dienkripsi, lalu dikelola",
        "password: lihat brankas",
        "Password: lihat vault (K-001)",
        "password: <isi sendiri>",
        "password=<isi>",
        "password=${DB_PASSWORD}",
        "password=********",
        "require_password=true",
        "password: ••••••••",
        "API key disimpan di vault",
        "API key: disimpan di vault",
        "kunci API: dikelola Pusdatin",
        "kunci rahasia: disimpan dalam HSM",
        "kunci privat: pada BSrE",
        "token: SP4N-LAPOR!",
        "token keamanan: FIDO2/WebAuthn",
        "Penerapan token: OAuth2.0, OIDC",
        "token JWT RS256",
        "max_token=4096",
        "token per bulan: 10juta",
        "biaya token: Rp1.500/1000",
        "kata sandi: SHA256",
        "kata sandi SHA-256/AES-256-GCM",
        "hash kata sandi: Argon2id, bcrypt",
        "kata sandi PBKDF2-HMAC-SHA256",
        "kata sandi NIST800-63B",
        "WPA2-PSK",
        "kata sandi ISO27001:2022",
        "kata sandi: K-001",
        "kata sandi: L-12/K-003",
        "kata sandi: 2026-T1",
        "kata sandi: T1-2026",
        "kata sandi: SOP-KI-07",
        "kata sandi: SOP.KI.07/2024",
        "Kredensial: NIP/NIK",
        "kata sandi: 2025-2029",
        "kata sandi: tahap-2",
        "kata sandi: 100%",
        "Reset kata sandi: 15250",
        "| Reset kata sandi | 15250 |",
        "| Kata sandi | WhatsApp |",
        "| Kebijakan kata sandi | Ada |\n|---|---|\n| Sandi | 2FA |",
        "Reset kata sandi: bantuan@sagara.go.id",
        "Reset kata sandi: https://akun2.sagara.go.id/reset/1",
        "reset kata sandi: akun2.sagara.go.id",
        "Lupa kata sandi: SiCantik",
        "kata sandi: R&D",
        "Badan Siber dan Sandi Negara: PBSSN-8/2021",
        "Persandian: Indeks KAMI5",
        "Persandian: Tata2kelola",
        "bypass: Jalur2",
        "Sandiaga: No2a",
        "pass rate: 95%",
        "secretariat: Gedung2b",
        "Tokenisasi: Data2b",
        "Kata sandi yang kuat harus memenuhi standar: ISO27001",
        "Login: SSO/SP4N-LAPOR!",
        "akun: layanan@sagara.go.id",
        "Login: https://sso2.sagara.go.id",
        "Authorization: berbasis peran",
        "Authorization: menggunakan OAuth2.0/JWT",
        "Basic authentication ditutup",
        "Bearer token dipakai antarlayanan",
        "https://jdih.sagara.go.id/sk-bupati-nomor-12-tahun-2025-tentang-spbe",
        "https://drive.example/f?resourcekey=0-AbCd1234EfGh5678IjKl",
        "https://sagara.go.id/?halaman=2&id=1234567890123456",
        "Jumlah kata sandi yang diganti: 12.500 akun",
        "secret sharing dan kriptografi",
        "Token perangkat keras: YubiKey5",
        "Token: 2-faktor",
        "Password manager: KeePass2",
        "Password manager: Bitwarden2024",
        "Manajemen kata sandi: KeePassXC2.7",
        "Secret management: k8s/Vault2",
        "Secret: K8s-secrets",
        "Bearer token: RFC6750",
        "Kata sandi: PMK12/2025",
        "Kata sandi: PermenPANRB59/2020",
        "| Token | Lv.2 | Lv.3 |",
        "Token: IKU2.1",
        "Token: P-2.1",
        "Token: RB2026",
        "Token: Sem-1/2026",
        "Akun: e-office/SIMPEG2024",
        "Kredensial: SIASN2.0",
        "Kredensial: e-office2",
        "Kunci API: SPLPv2",
        "Kunci API: Portal-SPLP2",
        "Kunci akses: RFID125kHz",
        "Kunci akses: pintu-2",
        "Token: Juni-2026",
        "Token listrik: 100kWh",
        "Kata sandi: 90hr",
        "Kata sandi: 3x90hari",
        "Password: OTP6digit",
        "https://jdih.sagara.go.id/unduh?key=peraturan-bupati-12-2025",
        "https://peraturan.go.id/unduh?session=2025-lampiran-perpres-95",
        "PIN: 6 digit",
        "PIN: 123456 pengguna",
        "PIN: 250000",
        "Jumlah PIN: 123456",
        "Target aktivasi PIN: 125400",
        "Hardware token: YubiKey5",
        "Reset PIN: 152500",
        "pinjaman: 123456",
        "Passkey: FIDO2/WebAuthn",
        "Passkey: 12 layanan",
        "Passkey: iOS17/Android14",
        "User training:Batch2025",
        "Kode akses: K-001",
        "Kode akses: 6-digit",
        "Kunci wifi: WPA3",
        "Login SSO: 35 aplikasi",
        "login SIMPEG2:2026",
        "Akun Instagram: kominfo2025",
        "User: ASN, kata sandi: wajib",
        "Power 12 PW: 30 unit",
    ],
)
def test_a_sentence_about_secrets(text: str) -> None:
    assert found_in(text) == []


def test_a_secret_that_two_rules_see_is_told_once() -> None:
    assert found_in("API key: AKIAABCDEFGHIJKLMNOP") == ["AKIAABCDEFGHIJKLMNOP"]


@pytest.mark.parametrize(
    "text",
    [
        "API key ialah Rahasia123 dan token: Rahasia124",
        "password: Rahasia123, kata sandi wifi: Rahasia124; token = Rahasia125",
        "client_secret | Rahasia123/passwd:Rahasia124",
        "password:Rahasia123|sandi=Rahasia124|token: Rahasia125",
        "kata sandi adalah Rahasia123/password:\n  Rahasia124",
    ],
)
def test_none_of_several_is_left(text: str) -> None:
    file = TextFile("0.yaml", text)
    assert "Rahasia" not in _hidden(file, [problem.place for problem in secrets([file])])
