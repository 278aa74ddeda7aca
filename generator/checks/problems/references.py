"""`rujukan-tidak-dikenal` and `rujukan-salah-jenis`: an id that is referred to, and is not what it should be."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.checks.problems.document import Definition, Document, PlacedScalar
from generator.checks.problems.fields import Read, inside, reference
from generator.diagnostics import Label, Problem
from generator.locale import Message, say
from generator.model.entity import Item
from generator.model.value_type import ValueType
from generator.reading.nodes import Listing, find

_LISTED = 6


def references(document: Document) -> Iterator[Problem]:
    """Every reference that does not lead to an item of the right kind.

    What a file that could not be read defines, or a list that is none, is not known to be missing: then only
    references to a thing of another kind are told.
    """
    for written in document.of_type(ValueType.REFERENCE):
        if target := reference(written.scalar):
            item = document.by_id.get(target.value)
            if item is None and document.complete and document.is_list(_kind(written)):
                yield _unknown(document, written, target)
            elif item is not None and item.kind is not _kind(written):
                yield _of_another_kind(document, written, target, item)


def _kind(written: PlacedScalar) -> type[Item]:
    assert written.column.field.target
    return written.column.field.target


def _unknown(document: Document, written: PlacedScalar, target: Read) -> Problem:
    kind = _kind(written)
    return Problem(
        "rujukan-tidak-dikenal",
        target.place,
        say("{asal} {hubungan} `{id}`, yang tidak ada dalam rencana ini", **_sentence(written, target)),
        mark=say("tidak ada {jenis} dengan id ini", jenis=kind.called),
        help=_nearest(document, kind, target) or _others(document, written, target),
        labels=inside(written.item, written.table.within) if written.item and written.table.within else (),
        item=written.id,
    )


def _of_another_kind(document: Document, written: PlacedScalar, target: Read, item: Definition) -> Problem:
    kind = _kind(written)
    return Problem(
        "rujukan-salah-jenis",
        target.place,
        say("{asal} {hubungan} `{id}`, padahal itu {jenis}", jenis=item.kind.called, **_sentence(written, target)),
        mark=say("di sini diharapkan id {jenis}", jenis=kind.called),
        help=_nearest(document, kind, target)
        or say("tulis id {jenis}, bukan id {lain}", jenis=kind.called, lain=item.kind.called),
        labels=(Label(item.place, say("{jenis} dengan id ini", jenis=item.kind.called)),),
        item=written.id,
    )


def _sentence(written: PlacedScalar, target: Read) -> dict[str, Message | str]:
    """The words of "kegiatan `K-001` menutup kesenjangan `G-1`"."""
    assert written.column.field.says
    return {"asal": _subject(written), "hubungan": written.column.field.says, "id": target.value}


def _subject(written: PlacedScalar) -> Message:
    kind, id = written.table.within, written.id
    if kind:
        return say("{jenis} `{id}`", jenis=kind.called, id=id) if id else say("{jenis} tanpa id", jenis=kind.called)
    if written.table.field is None:
        return say("bagian `{kunci}`", kunci=written.column.path[0])
    return say("baris `{daftar}`", daftar=written.table.name)


def _others(document: Document, written: PlacedScalar, target: Read) -> Message:
    """The items that there are, and the way out where none is meant: what must be written cannot be removed."""
    kind, field = _kind(written), written.column.field
    own = written.id
    known = list(islice((id for id in document.names.ids(kind) if id != own), _LISTED + 1))
    add = say("tambahkan {jenis} dengan id `{id}`", jenis=kind.called, id=target.value)
    if field.required and not _is_one_of_several(written):
        if not known:
            return say("tulis `tidak_diketahui`, atau {tambah}", tambah=add)
        return say("tulis {id} atau `tidak_diketahui`, atau {tambah}", id=_known(kind, known), tambah=add)
    if not known:
        return say("hapus rujukan ini, atau {tambah}", tambah=add)
    return say("tulis {id}, hapus rujukan ini, atau {tambah}", id=_known(kind, known), tambah=add)


def _is_one_of_several(written: PlacedScalar) -> bool:
    """Whether others of a list stay when this one is removed."""
    listed = find(written.item, written.column.path) if written.item and written.table.item else None
    return isinstance(listed, Listing) and len(listed) > 1


def _known(kind: type[Item], ids: Sequence[str]) -> Message:
    if len(ids) > _LISTED:
        return say("id {jenis} yang ada dalam rencana", jenis=kind.called)
    return say("id {jenis} yang ada ({daftar})", jenis=kind.called, daftar=", ".join(ids))


def _nearest(document: Document, kind: type[Item], target: Read) -> Message | None:
    """The item that was meant: by its id in another spelling or with two neighbours that changed places, or by its
    name; never one with another number."""
    item = _meant(document, kind, target.value)
    if item is None:
        return None
    if item.place.path == target.place.path:
        return say("gunakan `{id}`, baris {baris}", id=item.id, baris=item.place.line)
    file = item.place.path.rsplit("/", 1)[-1]
    return say("gunakan `{id}`, baris {baris} ({berkas})", id=item.id, baris=item.place.line, berkas=file)


def _meant(document: Document, kind: type[Item], written: str) -> Definition | None:
    if named := document.names.id_of(kind, written):
        return document.by_id.get(named)
    numbers = _numbers(written)
    near = document.guesses.nearest(
        written, document.names.ids(kind), 0.7, lambda id: _numbers(id) == numbers or _is_swapped(id, written)
    )
    return document.by_id.get(near) if near else None


def _is_swapped(id: str, written: str) -> bool:
    """Whether two neighbouring characters changed places: `G-71` for `G-17`."""
    if len(id) != len(written):
        return False
    apart = [at for at, (one, other) in enumerate(zip(id, written, strict=True)) if one != other]
    at = apart[0] if apart else 0
    return apart == [at, at + 1] and id[at : at + 2] == written[at : at + 2][::-1]


def _numbers(id: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"[0-9]+", id)]
