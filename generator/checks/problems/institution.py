"""`kode-lembaga` and `nama-lembaga`: the code of a region, against Kemendagri's list."""

from collections.abc import Iterator

from generator.checks.problems.document import Document
from generator.checks.problems.fields import Read, text
from generator.diagnostics import Label, Problem, Severity
from generator.locale import Message, say
from generator.model.plan import Plan
from generator.model.regions import Region, bare_name, region, region_named
from generator.model.terms import CodeScheme, InstitutionKind

_KINDS: dict[str, Message] = {
    "provinsi": InstitutionKind.PROVINCE.label,
    "kabupaten": InstitutionKind.REGENCY.label,
    "kota": InstitutionKind.CITY.label,
}


def institution(document: Document) -> Iterator[Problem]:
    """A code that Kemendagri does not have or gave to another region; a name that is spelt otherwise is a warning.

    The name decides: a code of the statistics office (BPS) is often that of another region with Kemendagri.
    """
    scheme, code, kind, name = (
        text(document.root, Plan, "institution", field) for field in ("code_scheme", "code", "kind", "name")
    )
    if not scheme or not code or scheme.value != CodeScheme.KEMENDAGRI:
        return
    found, named = region(code.value), _named(code, name, kind)
    if found is None:
        yield _unknown(code, named)
    elif kind and kind.value in set(InstitutionKind) and kind.value != found.kind:
        yield _of_another_kind(code, kind, found, named)
    elif name and bare_name(name.value) != bare_name(found.name):
        other = named if named and named.code != found.code else None
        yield _of_another_region(code, name, found, other) if other else _of_another_name(code, name, found)


def _named(code: Read, name: Read | None, kind: Read | None) -> Region | None:
    """The one region that the name means, or the code if a name stands there."""
    meant = (region_named(written, kind.value if kind else "") for written in (name.value if name else "", code.value))
    return next(filter(None, meant), None)


def _unknown(code: Read, named: Region | None) -> Problem:
    if named is None and (cut := region(f"{code.value}0")):  # 11.1, as a spreadsheet makes of 11.10
        named = cut
    return Problem(
        "kode-lembaga",
        code.place,
        say("kode `{kode}` tidak ada dalam daftar Kemendagri", kode=code.value[:60]),
        help=_code_of(named)
        if named
        else say("cari kodenya dalam daftar kode wilayah Kemendagri, misalnya `11` atau `11.01`"),
        fix=f'"{named.code}"' if named else None,
    )


def _code_of(named: Region) -> Message:
    return say('tulis `"{kode}"` ({nama})', kode=named.code, nama=named.name)


def _of_another_region(code: Read, name: Read, found: Region, named: Region) -> Problem:
    return Problem(
        "kode-lembaga",
        code.place,
        say("kode `{kode}` milik {nama}, bukan {tertulis}", kode=code.value, nama=found.name, tertulis=named.name),
        help=_code_of(named),
        labels=(Label(name.place, say("nama yang tertulis")),),
        fix=f'"{named.code}"',
    )


def _of_another_kind(code: Read, kind: Read, found: Region, named: Region | None) -> Problem:
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
        help=_code_of(named)
        if named
        else say("perbaiki kode atau jenisnya; kode kementerian dan lembaga memakai `skema_kode: lkpp`"),
        labels=(Label(kind.place, say("jenis yang tertulis")),),
        fix=f'"{named.code}"' if named else None,
    )


def _of_another_name(code: Read, name: Read, found: Region) -> Problem:
    return Problem(
        "nama-lembaga",
        name.place,
        say("menurut Kemendagri kode `{kode}` ialah {nama}", kode=code.value, nama=found.name),
        help=say("tulis `nama: {nama}`, atau perbaiki kodenya", nama=found.name),
        labels=(Label(code.place, say("kode lembaga")),),
        severity=Severity.WARNING,
        fix=found.name,
    )
