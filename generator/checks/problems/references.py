"""`rujukan-tidak-dikenal` and `rujukan-salah-jenis`: an id that is referred to, and is not what it should be."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from generator.checks.problems.document import (
    KINDS,
    Document,
    Item,
    Read,
    elements,
    identifier,
    inside,
    reference,
    scalars,
)
from generator.diagnostics import Label, Problem
from generator.locale import Message, say
from generator.reading.nodes import Group, find


class Field(NamedTuple):
    """A field that holds ids: in which list, under which keys, of which kind, and how a sentence says it."""

    list: str
    path: tuple[str, ...]
    kind: str
    verb: Message


FIELDS: tuple[Field, ...] = (
    Field("kegiatan", ("program",), "program", say("termasuk program")),
    Field("kegiatan", ("menutup",), "kesenjangan", say("menutup kesenjangan")),
    Field("kegiatan", ("mendukung_strategi",), "strategi", say("mendukung strategi")),
    Field("kegiatan", ("layanan",), "layanan", say("menghasilkan layanan")),
    Field("kegiatan", ("penanggung_jawab",), "unit", say("menjadi tanggung jawab unit")),
    Field("kegiatan", ("pendukung",), "unit", say("didukung unit")),
    Field("kegiatan", ("bergantung_pada",), "kegiatan", say("bergantung pada")),
    Field("kegiatan", ("memerlukan_peraturan",), "peraturan", say("memerlukan peraturan")),
    Field("kegiatan", ("klirens", "oleh"), "unit", say("mendapat klirens dari unit")),
    Field("program", ("strategi",), "strategi", say("melayani strategi")),
    Field("layanan", ("pemilik",), "unit", say("dimiliki unit")),
    Field("aplikasi", ("pemilik",), "unit", say("dimiliki unit")),
    Field("aplikasi", ("layanan",), "layanan", say("mendukung layanan")),
    Field("infrastruktur", ("pemilik",), "unit", say("dimiliki unit")),
    Field("data", ("produsen",), "unit", say("dihasilkan unit")),
    Field("data", ("walidata",), "unit", say("diasuh unit")),
    Field("sdm", ("unit",), "unit", say("menghitung pegawai unit")),
    Field("peraturan", ("penyusun",), "unit", say("disusun unit")),
    Field("indikator_kinerja", ("kegiatan",), "kegiatan", say("diukur pada kegiatan")),
    Field("risiko", ("kegiatan",), "kegiatan", say("mengancam kegiatan")),
    Field("perubahan", ("unit",), "unit", say("dilaksanakan unit")),
)
_MAIN_SERVICES = Field("kerangka_pemikiran", ("layanan_utama",), "layanan", say("menyebut layanan utama"))


def references(document: Document) -> Iterator[Problem]:
    """Every reference that does not lead to an item of the right kind.

    What a file that could not be read defines is not known to be missing: then only references to a thing
    of another kind are told.
    """
    for field in FIELDS:
        for element in elements(document.root, field.list):
            yield from _wrong(document, field, element)
    framework = find(document.root, (_MAIN_SERVICES.list,))
    if isinstance(framework, Group):
        yield from _wrong(document, _MAIN_SERVICES, framework)


def _wrong(document: Document, field: Field, element: Group) -> Iterator[Problem]:
    for scalar in scalars(element, *field.path):
        target = reference(scalar)
        if target is None:
            continue
        item = document.by_id.get(target.value)
        if item is None and document.complete:
            yield _unknown(document, field, element, target)
        elif item is not None and item.kind != field.kind:
            yield _of_another_kind(document, field, element, target, item)


def _unknown(document: Document, field: Field, element: Group, target: Read) -> Problem:
    kind = KINDS[field.kind][1]
    own = identifier(element, "id")
    return Problem(
        "rujukan-tidak-dikenal",
        target.place,
        say(
            "{asal} {hubungan} `{id}`, yang tidak ada dalam rencana ini",
            asal=_subject(field, own),
            hubungan=field.verb,
            id=target.value,
        ),
        mark=say("tidak ada {jenis} dengan id ini", jenis=kind),
        help=_nearest(document, field.kind, target)
        or say("tulis id {jenis} yang ada dalam rencana, atau tambahkan {jenis} ini", jenis=kind),
        labels=inside(element, KINDS[field.list][1]) if field.list in KINDS else (),
        item=own.value if own else "",
    )


def _of_another_kind(document: Document, field: Field, element: Group, target: Read, item: Item) -> Problem:
    own = identifier(element, "id")
    kind, other = KINDS[field.kind][1], KINDS[item.kind][1]
    return Problem(
        "rujukan-salah-jenis",
        target.place,
        say(
            "{asal} {hubungan} `{id}`, padahal itu {jenis}",
            asal=_subject(field, own),
            hubungan=field.verb,
            id=target.value,
            jenis=other,
        ),
        mark=say("di sini diharapkan id {jenis}", jenis=kind),
        help=_nearest(document, field.kind, target) or say("tulis id {jenis}, bukan id {lain}", jenis=kind, lain=other),
        labels=(Label(item.place, say("{jenis} dengan id ini", jenis=other)),),
        item=own.value if own else "",
    )


def _subject(field: Field, own: Read | None) -> Message:
    kind = KINDS[field.list][1] if field.list in KINDS else None
    if kind and own:
        return say("{jenis} `{id}`", jenis=kind, id=own.value)
    if kind:
        return say("{jenis} tanpa id", jenis=kind)
    return say("kerangka pemikiran") if field is _MAIN_SERVICES else say("baris `{daftar}`", daftar=field.list)


def _nearest(document: Document, kind: str, target: Read) -> Message | None:
    ids = {id.casefold(): item for id, item in document.by_id.items() if item.kind == kind}
    near = get_close_matches(target.value.casefold(), ids, n=1, cutoff=0.7)
    if not near:
        return None
    item = ids[near[0]]
    if item.place.path == target.place.path:
        return say("gunakan `{id}`, baris {baris}", id=item.id, baris=item.place.line)
    file = item.place.path.rsplit("/", 1)[-1]
    return say("gunakan `{id}`, baris {baris} ({berkas})", id=item.id, baris=item.place.line, berkas=file)
