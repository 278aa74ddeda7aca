"""`usulan.json`: a proposal as the form writes it. Text of strangers: only the fields of a proposal are looked at."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.editing.proposal import (
    Change,
    FieldEdit,
    Path,
    Proposal,
    RowAdded,
    RowRemoved,
    Written,
    row_name,
    row_path,
)
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.description import single, tables
from generator.reading.addresses import INSTITUTION, PERIOD

LARGEST = 500_000
"""Bytes of a proposal at most."""
MOST_CHANGES = 500
LONGEST_TEXT = 20_000


class NoProposal(Exception):
    """The text is no proposal; `message` says at which point."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid)
        self.message = message


_COMMIT = re.compile(r"[0-9a-f]{7,64}")  # no name of a branch, which is another version tomorrow
_FENCED = re.compile(rb"^```json[ \t]*\r?\n((?:(?!```).*\n)*)```[ \t\r]*$", re.MULTILINE)


def proposal_in_issue(text: bytes) -> Proposal:
    """The proposal that stands in the text of an issue, as a block of JSON between fences. Raises `NoProposal`."""
    blocks = _FENCED.findall(text[: 2 * LARGEST])
    if len(blocks) != 1:
        raise NoProposal(say("teks ini tidak memuat tepat satu usulan di antara ```json dan ```"))
    return proposal_in(blocks[0])


def proposal_in(content: bytes) -> Proposal:
    """The proposal that a file states. Raises `NoProposal`; nothing of the file is used but what a proposal has."""
    if len(content) > LARGEST:
        raise NoProposal(say("usulan ini lebih besar dari {batas} kB", batas=LARGEST // 1000))
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NoProposal(say("berkas ini bukan usulan.json yang utuh")) from None
    if not isinstance(told, dict) or told.get("usulan") != 1:
        raise NoProposal(say("berkas ini bukan usulan dari situs ini"))
    changes = told.get("perubahan")
    if not isinstance(changes, list) or not 0 < len(changes) <= MOST_CHANGES:
        raise NoProposal(say("usulan memuat 1 sampai {batas} perubahan", batas=MOST_CHANGES))
    commit = told.get("komit")
    return Proposal(
        _address(told.get("rencana")),
        tuple(_each_once(map(_change, changes))),
        commit if isinstance(commit, str) and _COMMIT.fullmatch(commit) else "",
    )


def _address(value: Any) -> PlanAddress:
    institution, _, period = value.partition("/") if isinstance(value, str) else ("", "", "")
    if not INSTITUTION.fullmatch(institution) or not PERIOD.fullmatch(period):
        raise NoProposal(say("usulan tidak menyebut rencananya, misalnya `kabupaten-sagara/2025-2029`"))
    return PlanAddress(institution, period)


def _each_once(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes. Raises `NoProposal` where two are of one field or remove one row: which is meant, nobody knows."""
    seen: set[tuple[str, Path, str]] = set()
    for change in changes:
        if not isinstance(change, RowAdded):
            column = change.column if isinstance(change, FieldEdit) else ""
            if (change.table, change.row, column) in seen:
                name = "/".join(filter(None, (row_name(change.row), column)))
                raise NoProposal(say("usulan mengubah `{isian}` lebih dari sekali", isian=name))
            seen.add((change.table, change.row, column))
        yield change


def _change(value: Any) -> Change:
    table = value.get("tabel") if isinstance(value, dict) else None
    if not isinstance(table, str) or table not in {each.name for each in tables()}:
        raise NoProposal(say("sebuah perubahan tidak menyebut tabel yang dikenal"))
    if table == single().name and ("tambah" in value or "hapus" in value):
        raise NoProposal(say("baris `{tabel}` tidak dapat ditambah atau dihapus", tabel=table))
    if "tambah" in value:
        given = value["tambah"]
        if not isinstance(given, dict) or not given:
            raise NoProposal(say("baris baru di `{tabel}` tanpa isi", tabel=table))
        return RowAdded(table, _row(value.get("di", "")), {_text(key): _written(each) for key, each in given.items()})
    row = _row(value.get("baris", ""))
    if value.get("hapus") is True:
        seen = value.get("lama")
        if not isinstance(seen, dict) or not seen:
            raise NoProposal(say("penghapusan `{baris}` tidak menyebut isi yang dihapus", baris=row_name(row)))
        return RowRemoved(table, row, {_text(key): _written(each) for key, each in seen.items()})
    return FieldEdit(table, row, _text(value.get("isian")), _written(value.get("lama")), _written(value.get("baru")))


def _row(value: Any) -> Path:
    text = _text(value) if value else ""
    path = row_path(text)
    if len(path) > 6:
        raise NoProposal(say("sebuah perubahan tidak menyebut barisnya"))
    return path


def _written(value: Any) -> Written:
    if value is None or isinstance(value, str):
        return _text(value).strip() or None if value is not None else None
    if isinstance(value, list) and len(value) <= MOST_CHANGES:
        return tuple(_text(each).strip() for each in value) or None
    raise NoProposal(say("sebuah isian bukan teks dan bukan daftar teks"))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise NoProposal(say("sebuah isian bukan teks, atau lebih panjang dari {batas} huruf", batas=LONGEST_TEXT))
    if any(
        (sign < " " and sign not in "\n\t") or "\x7f" <= sign <= "\x9f" or "\ud800" <= sign <= "\udfff"
        for sign in value
    ):
        raise NoProposal(say("sebuah isian memuat karakter yang tidak terlihat"))
    return value
