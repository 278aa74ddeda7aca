"""The forms of passwords, tokens and keys: as their issuers make them, and as sentences, settings and commands tell
them."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable
from typing import NamedTuple

from generator.reading.passwords import (
    is_assigned,
    is_assigned_alone,
    is_assigned_key,
    is_bearer,
    is_key,
    is_named_password,
    is_password,
    is_strong,
)


class Secret(NamedTuple):
    """What is looked for: quick signs in small letters, since most files hold none of them; a pattern; and whether a
    match is one, given the text before and after it in its line."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    is_one: Callable[[str, str, str], bool] = lambda text, before, after: True


def _is_user_and_password(text: str, before: str, after: str) -> bool:
    try:
        user, colon, password = b64decode(text, validate=True).decode().partition(":")
    except (Error, UnicodeDecodeError):
        return False
    return bool(colon and user.isprintable() and password.isprintable())


# Forms that issuers of keys use, so that their own scanners find them. The head of a signed token is bounded: in a
# text of nothing but beginnings, each would else be followed to the end.
_ISSUED = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}"
    r"|gl(?:pat|dt|rt|ptt)-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{35}|sk-(?:proj|ant|svcacct|admin|or)-[\w-]{20,}"
    r"|sk-[A-Za-z0-9]{20,}|[sr]k_(?:live|test)_\w{16,}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,}|GOCSPX-[\w-]{20,}"
    r"|(?:SB-)?Mid-server-[\w-]{10,}|xnd_(?:production|development)_\w{10,}|pypi-AgE[\w-]{20,}|dop_v1_[0-9a-f]{64}"
    r"|dapi[0-9a-f]{32}|shp(?:at|ca|pa|ss)_[0-9A-Fa-f]{32}|PuTTY-User-Key-File-\d"
    r"|ya29\.[\w-]{20,}|SG\.[\w-]{16,32}\.[\w-]{16,64}|eyJ[\w-]{8,400}\.eyJ[\w-]{8,}(?:\.[\w-]*)?)"
    r"|(?<!\d)\d{8,10}:AA[\w-]{30,}|hooks\.slack\.com/services/\w{6,20}/\w{6,20}/\w{16,}"
    r"|discord(?:app)?\.com/api/webhooks/\d{10,24}/[\w-]{30,}"
    r"|-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
)
_OF_ISSUERS = (
    *("akia", "asia", "github_pat_", "glpat-", "gldt-", "glrt-", "glptt-", "xox", "aiza", "sk-", "k_live_", "k_test_"),
    *(f"gh{kind}_" for kind in "pousr"),
    *("npm_", "hf_", "gocspx-", "ya29.", "sg.", "eyj", "mid-server-", "xnd_", "pypi-", "dop_v1_", "dapi", "shp"),
    *("putty-user-key", ":aa", "hooks.slack", "/webhooks/", "-----begin"),
)

# Names of passwords and keys, as sentences, settings and programs have them: `kata sandinya`, `DB_PASSWORD`, `apiKey`.
_PASSWORDS = r"(?:pass(?:word|wd|phrase|code)|pwd|kata[ _-]?sandi|(?<![a-z])(?:pass|sandi|pw))"
_KEYS = (
    r"(?:token|secret|kredensial|credential|passkey|(?:api|access|account|secret|private|encryption|app|auth)[ _-]?key"
    r"|kode[ _-]?akses|kunci[ _-]?(?:api|rahasia|akses|privat|wi-?fi))"
)
_EITHER = rf"(?:{_PASSWORDS}|{_KEYS})"
_ENDING = r"(?: ?nya|s)?\d{0,2}(?![^\W_])"
_MARKS = r"[\"'`*_]{0,3}"
_BLANK = r"[^\S\r\n]"  # also one of a word processor
_BLANKS = rf"{_BLANK}{{0,8}}"
_GAP = rf"{_BLANKS}(?:\r?\n{_BLANK}{{0,40}})?"
_SIGN = rf"(?:{_BLANKS}(?:=>|->|[:=→|]){_MARKS}{_GAP}|{_BLANK}{{1,8}}(?:adalah|ialah|yaitu|yakni|is){_GAP}(?<=\s))"
_LETTER = r"[^\s\"'`,;)}\]|]"
_VALUE = rf"{_MARKS}(?P<secret>{_LETTER}{{4,}})"
# The first sign within a few words counts; what follows is looked at only, and so no further than a limit, since
# another name may stand in it.
_SOON = (
    r"(?=(?:[_-]\w{1,20})?(?:[^\S\r\n]{1,8}[\w./()-]{1,20}){0,4}?"
    rf"{_MARKS}{_SIGN}{_MARKS}(?P<secret>{_LETTER}{{4,400}}))"
)
_OF_WHAT = (
    r"(?:[^\S\r\n]{1,8}"
    r"(?:default|bawaan|awal|baru|sementara|admin|root|wi-?fi|akun|kantor|server|peladen|login|user)){0,2}"
)

_OF_PASSWORDS = ("pass", "pwd", "sandi", "pw")
_OF_KEYS = ("token", "secret", "key", "kunci", "kredensial", "credential", *(f"kode{gap}akses" for gap in ("", *" _-")))
_OF_EITHER = (*_OF_PASSWORDS, *_OF_KEYS)
_OF_ACCOUNTS = ("login", "akun", "user", "kredensial", "credential")

SECRETS: tuple[Secret, ...] = (
    Secret((*_OF_ISSUERS,), _ISSUED),
    Secret(_OF_PASSWORDS, re.compile(rf"(?i){_PASSWORDS}{_ENDING}{_MARKS}=(?![=>]){_VALUE}"), is_assigned),
    Secret(_OF_KEYS, re.compile(rf"(?i){_KEYS}{_ENDING}{_MARKS}=(?![=>]){_VALUE}"), is_assigned_key),
    Secret(
        _OF_PASSWORDS,
        re.compile(rf"(?i){_PASSWORDS}{_ENDING}{_BLANK}{{1,8}}={_BLANK}{{1,8}}{_VALUE}"),
        is_assigned_alone,
    ),
    Secret(_OF_PASSWORDS, re.compile(rf"(?i){_PASSWORDS}{_ENDING}{_MARKS}{_SIGN}{_VALUE}"), is_named_password),
    Secret(
        ("pin ", "pin:", "pin=", "pinnya"),
        re.compile(rf"(?i)(?<![a-z])pin{_ENDING}{_OF_WHAT}{_MARKS}{_SIGN}{_MARKS}(?P<secret>\d{{6}})(?!\w)"),
        is_named_password,
    ),
    Secret(_OF_KEYS, re.compile(rf"(?i){_KEYS}{_ENDING}{_MARKS}{_SIGN}{_VALUE}"), is_password),
    Secret(
        _OF_EITHER,
        re.compile(rf"(?i){_EITHER}{_ENDING}{_SOON}"),
        is_password,
    ),
    Secret(
        _OF_PASSWORDS, re.compile(rf"(?i){_PASSWORDS}{_ENDING}{_OF_WHAT}{_MARKS}{_BLANK}{{1,8}}{_VALUE}"), is_strong
    ),
    Secret(
        _OF_KEYS,
        re.compile(rf"(?i){_KEYS}{_ENDING}{_MARKS}{_BLANK}{{1,8}}{_MARKS}(?P<secret>[\w~+/=.-]{{16,}})"),
        is_key,
    ),
    Secret(
        _OF_ACCOUNTS,
        re.compile(
            rf"(?i)(?<![a-z])(?:login|akun|user(?:name)?|kredensial|credential)s?{_SIGN}{_MARKS}(?!e-)[\w.@-]{{2,40}}"
            rf"{_MARKS}{_BLANK}{{0,3}}[/|:]{_BLANK}{{0,3}}{_VALUE}"
        ),
        is_strong,
    ),
    Secret(
        ("login ",),
        re.compile(rf"(?i)(?<![a-z])login{_BLANK}{{1,3}}[\w.@-]{{2,40}}:(?P<secret>{_LETTER}{{4,}})"),
        is_strong,
    ),
    Secret(("@",), re.compile(r"(?i)[a-z0-9+.-]://[^\s/:@]+:(?P<secret>[^\s/@]+)@")),
    Secret(
        ("key=", "sig=", "signature=", "auth=", "sid=", "session=", "sessionid=", "jwt="),
        re.compile(
            r"(?i)[?&; ][\w-]{0,20}(?:(?<!resource)key|sig|signature|auth|sid|session|sessionid|jwt)"
            r"=(?P<secret>[\w%~+/.-]{16,})"
        ),
        is_key,
    ),
    Secret(("bearer",), re.compile(r"(?i)\bbearer[^\S\r\n]{1,8}(?P<secret>[\w.~+/-]{20,}=*)"), is_bearer),
    Secret(("basic",), re.compile(r"(?i)\bbasic[^\S\r\n]{1,8}(?P<secret>[a-z0-9+/]{8,}={0,2})"), _is_user_and_password),
    Secret(
        ("authorization",),
        re.compile(
            rf"(?i)\bauthorization{_MARKS}{_SIGN}{_MARKS}(?:[\w-]{{1,20}}{_BLANK}{{1,8}})?(?P<secret>[\w.~+/=-]{{8,}})"
        ),
        is_password,
    ),
    Secret(
        ("-u", "--user"),
        re.compile(r"(?<!\S)(?:-u|--user)(?:=|[^\S\r\n])[\"']?[\w.@-]{1,40}:(?P<secret>[^\s\"']{4,})"),
        is_strong,
    ),
)
