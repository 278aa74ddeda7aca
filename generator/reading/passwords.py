"""Whether a word is a password or a key, or belongs to a sentence about them: plans also write *about* passwords.

A secret mixes letters with figures or signs, in a way in which no name, measure, code or standard does.
"""

import re

_AROUND = "*_`~.:!?…<>([{|\"'"
_UNITS = (
    "karakter|digit|angka|huruf|kata|hari|minggu|bulan|tahun|jam|hr|menit|detik|kali|x|kwh|[kmg]?hz|bit|byte|[kmgt]b|ribu|rb|juta|jt|m"
    "|miliar|triliun|persen|orang|akun|pengguna|user|perangkat|unit|layanan|aplikasi|paket|lisensi|nya|an|fa|d"
)
_PARTS = (
    "tahap|fase|level|lv|tingkat|tier|versi|tahun|pasal|ayat|butir|lampiran|bab|minggu|bulan|triwulan|semester|sem|langkah"
    "|lantai|kelas|tipe|opsi|nomor|no|ke|zona|kategori|kuartal|tw|smt"
)
_STANDARDS = (
    "sha|aes|rsa|md|hmac|hs|rs|es|ps|ed|des|ecdsa|oauth|fido|u2f|webauthn|ctap|pbkdf|argon|scrypt|bcrypt|tls|ssl|https?"
    "|ipv|base|iso|iec|sni|nist|sp|owasp|cwe|cve|wpa|totp|hotp|jwt|x|pkcs|fips|utf|gpt|llama|web|eal|cc|rfc|k8s"
)
_MONTHS = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    "|jan|feb|mar|apr|jun|jul|agu|sep|okt|nov|des"
)
_STANDARD = rf"(?:{_STANDARDS})(?:[-_.]?v?\d[\d.:]*)?[a-z]{{0,3}}"
_ORDINARY = re.compile(
    r"[A-Z]{1,5}-\d{1,3}(?:\.\d+)*|[A-Z]{1,5}(?:[-.][A-Z]{1,5}){1,3}[-.]\d{1,4}"  # K-001, P-2.1, SOP-KI-07
    r"|[A-Za-z]\.?\d{1,3}(?:\.\d+)*"  # X.509, v2.1
    r"|\d{4}-[TQ]\d|[TQ]\d-\d{4}|\d{1,2}-[A-Za-z]{3,9}-\d{2,4}"  # 2026-T1, 31-Des-2026
    r"|[A-Z]{1,4}\d[A-Z]{0,4}(?:-[A-Za-z]+)?|[A-Z]{1,2}\d{4}"  # SP4N-LAPOR, SP2D, RB2026
    rf"|(?:[A-Z][a-z]+-)?[A-Z]{{1,4}}v?(?:\d{{1,2}}|\d{{1,3}}(?i:{_UNITS}))"  # PMK12, Portal-SPLP2, RFID125kHz
    r"|[A-Za-z]+v?\d{1,2}\.\d{1,2}"  # SIASN2.0
    r"|(?:Per|Kep|In)(?:men|pres|da|wal|bup|gub|ban|ka)[A-Z]*\d{1,3}"  # PermenPANRB59
    r"|\d{1,2}-[a-z]+|[a-z]{3,}-\d|[a-z]-[a-z]+\d?"  # 2-faktor, lantai-2, e-office2
    rf"|(?i:(?:{_MONTHS})-\d{{2,4}}|(?:[<>≤≥±]|rp\.?|idr|us\$|usd|min\.?|maks?\.?|max\.?)?\d[\d.,x–-]*(?:{_UNITS})?|(?:{_PARTS})[-.]?\d{{1,4}}"
    rf"|{_STANDARD}(?:-[a-z\d.]{{1,12}}){{0,3}}|(?:windows|android|ios|macos)\d{{1,2}}|(?:office|microsoft|m)365)"
)
_ADDRESS = re.compile(r"(?i)(?:https?:)?/.*|[\w.+-]+@[\w.-]+\.[a-z]{2,6}|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:[/:].*)?")
_PLACE = re.compile(
    r"[$%]?[<{(\[].*|\$[A-Z_]+|%[A-Z_]+%|[xX*•.…_-]+|•.*|(?i:true|false|yes|none|null|required|optional|wajib)"
)
_NOTE = re.compile(r"\[\^?\w+$")
_TWO_WORDS = re.compile(r"(?:[A-Z]|[a-z])[a-z]{3,}(?:[A-Z][a-z]{3,})+")
_TOLD = re.compile(
    r"(?i)^(?!.*\b(?:jumlah|total|target|realisasi|aktivasi|reset|lupa|ganti|ubah|perubahan|penggantian|permintaan|pemulihan)\b).*[:=][\s\"'`*_]*$"
)
_OF_A_PRODUCT = re.compile(
    r"(?i)\b(?:manager|management|token perangkat keras|token hardware|hardware token)[\s\"'`*_]*[:=|→][\s\"'`*_]*$"
)
_USER = re.compile(r"(?i)\b(?:user|login)(?:name)?\W{1,4}([\w.@-]+)")
_SLUG = re.compile(r"(?:[A-Za-z][a-z]+|\d{1,4})(?:[-_.+](?:[A-Za-z][a-z]+|\d{1,4}))+")
"""The words of a title in an address: `peraturan-bupati-12-2025`."""

_END = re.compile(r"[\s\"'`*_.,;!?)}\]|]*$")


def is_password(word: str, before: str = "", after: str = "") -> bool:
    """Whether a word that is told as a password, or as a key, is one."""
    if _PLACE.fullmatch(word) or _OF_A_PRODUCT.search(before):
        return False
    word = _NOTE.sub("", word).strip(_AROUND)
    if not re.search(r"[A-Za-z]", word) or _ADDRESS.fullmatch(word):
        return False
    return any(map(_is_mixed, re.split(r"[/+&|]", word)))


def is_named_password(word: str, before: str, after: str) -> bool:
    """The same of what stands right behind `password:`, where a number, two words in one or the name of
    the user may be it too."""
    if is_password(word, before):
        return True
    if not _TOLD.search(before):
        return False
    word = word.strip(_AROUND)
    weak = _TWO_WORDS.fullmatch(word) or (re.fullmatch(r"\d{5,}", word) and not word.endswith("000"))
    return bool((weak or word in _USER.findall(before)) and _END.match(after))


def is_assigned(word: str, before: str, after: str) -> bool:
    """The same of `password=…`, where every word is one that does not hold the place of another."""
    return not _PLACE.fullmatch(word)


def is_assigned_key(word: str, before: str, after: str) -> bool:
    """The same of `token=…`, where a number is how many."""
    return not word.isdigit() and not _PLACE.fullmatch(word)


def is_assigned_alone(word: str, before: str, after: str) -> bool:
    """The same of `password = …`, as settings have it: a sentence goes on."""
    return is_password(word) or bool(_END.match(after) and not _PLACE.fullmatch(word) and not re.match(r"\d", word))


def is_strong(word: str, before: str = "", after: str = "") -> bool:
    """Whether a word is a password though no sign says so: `kata sandinya Rahasia125`."""
    signs = re.findall(r"[\d!@#$%^&*]", word.rstrip(_AROUND))
    told = re.match(r"[\d(]|[^:=]+[:=].", word)  # how much, or what another sign tells
    return len(word) >= 6 and len(signs) > 1 and not told and is_password(word)


def is_key(word: str, before: str = "", after: str = "") -> bool:
    """Whether a word is drawn by lot, as keys and tokens are."""
    if re.match(r"[^=]+=[^=]", word) or _SLUG.fullmatch(word):
        return False
    return len(re.findall(r"\d", word)) > 2 and len(re.findall(r"[A-Za-z]", word)) > 5 and is_password(word)


def is_bearer(word: str, before: str = "", after: str = "") -> bool:
    """Whether what stands behind `Bearer` is a key: so long a word is none of a language."""
    return word.isalpha() or is_password(word)


def _is_mixed(word: str) -> bool:
    word = word.strip(_AROUND)
    if not re.search(r"[A-Za-z]", word) or _ORDINARY.fullmatch(word):
        return False
    return bool(re.search(r"[\d!@#$%^&*]", word))
