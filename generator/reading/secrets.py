"""`rahasia`: passwords, tokens and keys that were left in a plan."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.diagnostics import Problem
from generator.locale import say
from generator.reading.matching import MOST, matches
from generator.reading.text import TextFile

# Forms that issuers of keys use, so that their own scanners find them. The head of a signed token is bounded: in a
# text of nothing but beginnings, each would else be followed to the end.
_ISSUED = re.compile(
    r"\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}"
    r"|xox[abprs]-[\w-]{10,}|AIza[\w-]{35}|sk-[\w-]{20,}|eyJ[\w-]{8,400}\.eyJ[\w-]{8,}(?:\.[\w-]*)?)"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
)
_NAMED = re.compile(
    r"(?i)\b(?:password|passwd|passphrase|pwd|kata[ _-]?sandi|(?:access|auth|api)?[_-]?token|api[_-]?key"
    r"|client[_-]?secret|secret[_-]?key)(?:nya)?[\"']?(?P<sign> ?[:=] ?| (?:adalah|ialah|is) )[\"']?"
    r"(?P<secret>[^\s\"',;)}\]]{4,})"
)
_IN_ADDRESS = re.compile(r"(?i)[a-z0-9+.-]://[^\s/:@]+:(?P<secret>[^\s/@]+)@")
_BEARER = re.compile(r"\bBearer (?P<secret>[\w.~+/-]{20,})")

# Quick signs of each pattern, in small letters: most files hold none of them.
_OF_ISSUERS = (
    "akia",
    "asia",
    *(f"gh{kind}_" for kind in "pousr"),
    "github_pat_",
    "glpat-",
    "xox",
    "aiza",
    "sk-",
    "eyj",
)
_PATTERNS = (
    ((*_OF_ISSUERS, "-----begin"), _ISSUED),
    (("passw", "passphr", "pwd", "sandi", "token", "api_key", "api-key", "apikey", "secret"), _NAMED),
    (("@",), _IN_ADDRESS),
    (("bearer ",), _BEARER),
)


def secrets(files: Iterable[TextFile]) -> Iterator[Problem]:
    """Every password, token and private key in the files of a plan."""
    for file in files:
        small = file.text.casefold()
        for signs, pattern in _PATTERNS:
            if not any(sign in small for sign in signs):
                continue
            places = (
                place
                for place, text, before, _ in matches(pattern, file)
                if pattern is not _NAMED or _is_password(text, before)
            )
            for place in islice(places, MOST):
                yield Problem(
                    "rahasia",
                    place,
                    say("teks ini memuat kata sandi, token atau kunci"),
                    mark=say("disamarkan di sini"),
                    help=say("hapus, lalu ganti rahasia itu di tempat asalnya: siapa pun dapat membaca riwayat Git"),
                )


def _is_password(text: str, before: str) -> bool:
    """Whether a word after `kata sandi:` is one: plans also write *about* passwords in plain words."""
    text = text.rstrip(".")
    if "=" in before[-2:]:
        return True
    mixed = re.search(r"[A-Za-z]", text) and re.search(r"\d|[!@#$%^&*]", text)
    return bool(mixed or re.search(r"[a-z][A-Z]", text)) and not re.fullmatch(r"\d{4}-T\d|[\d.,]+%?", text)
