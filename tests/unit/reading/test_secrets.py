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
