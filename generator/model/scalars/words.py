"""Words of a fixed form: ids, addresses, yes and no."""

import re

from generator.locale import Message, say
from generator.model.mistake import Mistake, misspelt, shown
from generator.model.scalars.hosts import is_host
from generator.model.scalars.texts import within
from generator.model.spelling.amounts import QUOTES
from generator.model.unknown import UNKNOWN

_FLAGS = {"true": True, "ya": True, "false": False, "tidak": False}
_MEANT_FLAGS = {
    **dict.fromkeys(("y", "yes", "on", "1", "ada", "benar", "sudah"), "ya"),
    **dict.fromkeys(("n", "no", "off", "0", "tidak ada", "salah", "belum", "bukan"), "tidak"),
}

_LINK = re.compile(
    r"https?://(?P<web>[^\s/?#\\@]+)(?:[/?#][^\s\\]*)?|mailto:[^\s@:/]+@(?P<mail>[^\s@:/?]+)(?:\?[^\s@:/]*)?"
)


_WITHIN = re.compile(r"https?://[^\s<>()\[\]\"'`“”]+")
_LONGEST_LINK = 2_000
_ON_DISK = re.compile(r"[A-Za-z]:\\|file:|\.{0,2}/")
_OF_OFFICES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".jpg", ".jpeg", ".png")


def read_identifier(value: str) -> str:
    """An id: it becomes an anchor, so it has letters, digits, `.`, `_` and `-` only, 64 at most."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", value) and value != UNKNOWN.value:
        return value
    told = say("`{teks}` tidak dapat menjadi id", teks=shown(value))
    if unseen := next((each for each in value if not each.isprintable()), None):
        told = say("id ini memuat karakter yang tidak terlihat ({kode})", kode=f"U+{ord(unseen):04X}")
    right = re.sub(r"[^A-Za-z0-9._-]+", "-", "".join(each for each in value if each.isprintable()).strip(QUOTES))
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}", right) and right[-1].isalnum() and right != UNKNOWN.value:
        raise Mistake("id-salah", told, say("tulis `{benar}`", benar=right), right)
    general = say("id hanya memuat huruf, angka, titik, garis bawah dan tanda hubung, misalnya `K-014`")
    raise Mistake("id-salah", told, general)


def is_link(text: str) -> bool:
    """Whether a text is a whole address of the web or of a mailbox, without a user name in it."""
    found = _LINK.fullmatch(text)
    return found is not None and is_host(found["web"] or found["mail"])


def has_form_of_a_link(text: str) -> bool:
    """Whether a text is one but for its host: until browsers were asked about that, it was a link."""
    return _LINK.fullmatch(text) is not None


def way_to_a_link(text: str) -> Message:
    """What to do about a text that is no link."""
    if found := _LINK.fullmatch(text):
        host = shown(found["web"] or found["mail"])
        return say("peramban tidak mengenal `{nama}` dalam alamat ini; salin alamatnya dari peramban", nama=host)
    return say("tulis alamat lengkap yang diawali `https://`, `http://` atau `mailto:`")


def read_link(value: str) -> str:
    """An address to which a plan may lead: see `is_link`."""
    if is_link(within(value, _LONGEST_LINK)):
        return value
    told = say("`{teks}` bukan tautan yang boleh dipakai", teks=shown(value))
    inside = [link for link in _WITHIN.findall(value) if is_link(link)]
    if len(inside) == 1 and value.count("://") == 1:
        raise Mistake("tautan-salah", told, say("tulis `{benar}`", benar=shown(inside[0])), inside[0])
    help_ = way_to_a_link(value)
    if len(inside) > 1:
        help_ = say("tulis satu alamat saja, misalnya `{benar}`", benar=shown(inside[0]))
    elif _ON_DISK.match(value) or (value.lower().endswith(_OF_OFFICES) and "//" not in value):
        help_ = say("pembaca tidak dapat membuka berkas di komputer ini; unggah ke situs lembaga, lalu tulis alamatnya")
    raise Mistake("tautan-salah", told, help_)


def read_flag(value: object) -> bool:
    """`ya`, `tidak`, `true` or `false`, in any case."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    right = _MEANT_FLAGS.get(str(value).strip().lower())
    told = say("`{teks}` bukan `ya` atau `tidak`", teks=shown(value))
    raise misspelt("pilihan-salah", told, say("tulis `ya` atau `tidak`"), [right] if right else [])
