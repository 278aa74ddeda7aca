"""What an answer of `rencana new` must be like; each check raises `Refusal` with the reason."""

import re
from collections.abc import Callable, Sequence

from generator.locale import Message, say
from generator.model.regions import region
from generator.model.terms import CodeScheme
from generator.publishing.shapes import ADDRESS
from generator.reading.addresses import INSTITUTION, PERIOD, RESERVED
from generator.reading.windows_names import is_device


class Refusal(ValueError):
    """An answer that cannot be used, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid)
        self.message = message


_TYPED_YEAR = re.compile(r"(?:tahun|thn?\.?)?\s*(\d{4})", re.IGNORECASE)
_TYPED_PERIOD = re.compile(
    r"(?:tahun|thn?\.?)?\s*(\d{4})\s*(?:-|–|—|/|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|ke)\s*(\d{4})",
    re.IGNORECASE,
)

Check = Callable[[str], None]


def code_of(scheme: CodeScheme, kind: str) -> Check:
    """A code of that list; one of Kemendagri must exist and be of that kind of region."""

    def check(code: str) -> None:
        some_text(code)
        found = region(code) if scheme is CodeScheme.KEMENDAGRI else None
        if scheme is CodeScheme.KEMENDAGRI and found is None:
            raise Refusal(say("kode `{kode}` tidak ada dalam daftar Kemendagri", kode=code))
        if found and found.kind != kind:
            raise Refusal(
                say("kode `{kode}` adalah {nama}, bukan sebuah {jenis}", kode=code, nama=found.name, jenis=kind)
            )

    return check


def one_of(words: Sequence[str]) -> Check:
    """One of these words."""

    def check(word: str) -> None:
        if word not in words:
            raise Refusal(say("`{kata}` tidak dikenal; pilih: {daftar}", kata=word, daftar=", ".join(words)))

    return check


def some_text(text: str) -> None:
    """Anything but nothing."""
    if not text:
        raise Refusal(say("jawaban tidak boleh kosong"))


def period_of(text: str) -> str:
    """A period as people type it (`2025–2029`, `2025 s.d. 2029`, `Tahun 2025/2029`) as `2025-2029`; else the text."""
    typed = _TYPED_PERIOD.fullmatch(text.strip())
    return f"{typed[1]}-{typed[2]}" if typed else text


def year_of(text: str) -> str:
    """A year as people type it (`Tahun 2025`, `th. 2025`) as `2025`; else the text."""
    typed = _TYPED_YEAR.fullmatch(text.strip())
    return typed[1] if typed else text


def an_address(text: str) -> None:
    """Nothing, or an address of the web that the settings take."""
    try:
        ADDRESS.read(text)
    except ValueError:
        told = say("`{teks}` bukan alamat; tulis misalnya `https://rencana.sagara.example/`", teks=text)
        raise Refusal(told) from None


def a_period(text: str) -> None:
    """`2025-2029`, or as people type it."""
    match = PERIOD.fullmatch(period_of(text))
    if not match or match[1] > match[2]:
        raise Refusal(say("`{teks}` bukan masa rencana; tulis misalnya `2025-2029`", teks=text))


def a_folder(text: str) -> None:
    """A folder name that can be the first part of an address."""
    if text in RESERVED:
        raise Refusal(say("nama folder `{nama}` dipakai oleh portal; pilih nama lain", nama=text))
    if is_device(text):
        raise Refusal(say("nama `{nama}` tidak dapat dipakai di Windows", nama=text))
    if not INSTITUTION.fullmatch(text):
        raise Refusal(say("nama folder `{nama}` hanya boleh huruf kecil, angka dan tanda hubung", nama=text))
