"""`kode-lembaga` and `nama-lembaga`: the code of a region, against Kemendagri's list."""

import re
from collections.abc import Iterator

from generator.checks.problems.document import Document, Read, text
from generator.diagnostics import Label, Problem, Severity
from generator.locale import Message, say
from generator.model.regions import Region, region
from generator.model.terms import CodeScheme, InstitutionKind

_PREFIX = re.compile(r"^(?:pemerintah )?(?:provinsi|prov\.?|kabupaten|kab\.?|kota) |^pemerintah ")
_KINDS: dict[str, Message] = {
    "provinsi": InstitutionKind.PROVINCE.label,
    "kabupaten": InstitutionKind.REGENCY.label,
    "kota": InstitutionKind.CITY.label,
}


def institution(document: Document) -> Iterator[Problem]:
    """A code that Kemendagri does not have or gave to another kind of region; a name that differs is a warning."""
    scheme, code = text(document.root, "lembaga", "skema_kode"), text(document.root, "lembaga", "kode")
    if not scheme or not code or scheme.value != CodeScheme.KEMENDAGRI:
        return
    found = region(code.value)
    if found is None:
        yield _unknown(code)
        return
    kind, name = text(document.root, "lembaga", "jenis"), text(document.root, "lembaga", "nama")
    if kind and kind.value in set(InstitutionKind) and kind.value != found.kind:
        yield _of_another_kind(code, kind, found)
    elif name and _bare(name.value) != _bare(found.name):
        yield _of_another_name(code, name, found)


def _unknown(code: Read) -> Problem:
    help = say("cari kodenya dalam daftar kode wilayah Kemendagri, misalnya `11` atau `11.01`")
    if digits := re.fullmatch(r"(\d\d)(\d\d)|(\d\d)\.(\d)", code.value):
        # 1101 without its dot, or 11.1 as a spreadsheet makes of 11.10.
        candidate = f"{digits[1]}.{digits[2]}" if digits[1] else f"{digits[3]}.{digits[4]}0"
        if near := region(candidate):
            help = say('mungkin maksudnya `"{kode}"` ({nama})', kode=near.code, nama=near.name)
    return Problem(
        "kode-lembaga",
        code.place,
        say("kode `{kode}` tidak ada dalam daftar Kemendagri", kode=code.value),
        help=help,
    )


def _of_another_kind(code: Read, kind: Read, found: Region) -> Problem:
    return Problem(
        "kode-lembaga",
        code.place,
        say(
            "kode `{kode}` milik {nama} ({jenis}), sedangkan `jenis` tertulis `{tertulis}`",
            kode=code.value,
            nama=found.name,
            jenis=_KINDS[found.kind],
            tertulis=kind.value,
        ),
        help=say("perbaiki kode atau jenisnya; kode kementerian dan lembaga memakai `skema_kode: lkpp`"),
        labels=(Label(kind.place, say("jenis yang tertulis")),),
    )


def _of_another_name(code: Read, name: Read, found: Region) -> Problem:
    return Problem(
        "nama-lembaga",
        name.place,
        say("menurut Kemendagri kode `{kode}` ialah {nama}", kode=code.value, nama=found.name),
        help=say("tulis `nama: {nama}`, atau perbaiki kodenya", nama=found.name),
        labels=(Label(code.place, say("kode lembaga")),),
        severity=Severity.WARNING,
    )


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", _PREFIX.sub("", " ".join(name.casefold().split())))
