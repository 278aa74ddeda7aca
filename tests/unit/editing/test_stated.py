"""A proposal says what it wants once and of rows that there can be, or is none."""

import json
from typing import Any

import pytest

from generator.editing.stated import NoProposal, proposal_in, proposal_in_issue

EDIT = {"tabel": "kegiatan", "baris": "K-1", "isian": "nama", "lama": "a", "baru": "b"}
GONE = {"tabel": "kegiatan", "baris": "K-1", "hapus": True, "lama": {"nama": "a"}}
NO_MILESTONE = GONE | {"tabel": "kegiatan.tonggak"}
NEW = {"tabel": "kegiatan.tonggak", "di": "K-1", "tambah": {"uraian": "a"}}


def stated(*changes: Any) -> bytes:
    return json.dumps({"usulan": 1, "rencana": "sagara/2025-2029", "perubahan": changes}).encode()


@pytest.mark.parametrize(
    "changes",
    [
        (GONE, GONE),
        (EDIT, EDIT),
        (EDIT, EDIT | {"baru": "c"}),
        (EDIT, NEW, EDIT | {"lama": "c"}),
        (NO_MILESTONE | {"baris": "K-1/tonggak/1"}, NO_MILESTONE | {"baris": "K-1/tonggak/01"}),
    ],
)
def test_what_is_changed_twice_is_no_proposal(changes: tuple[Any, ...]) -> None:
    with pytest.raises(NoProposal) as refused:
        proposal_in(stated(*changes))
    assert "lebih dari sekali" in refused.value.message.msgid


def test_new_rows_may_be_alike_and_fields_of_a_row_many() -> None:
    assert len(proposal_in(stated(NEW, NEW, EDIT, EDIT | {"isian": "unit"}, GONE | {"baris": "K-2"})).changes) == 5


@pytest.mark.parametrize(
    "change", [{"tambah": {"rencana.judul": "x"}}, {"hapus": True, "lama": {"rencana.judul": "x"}}, {"hapus": False}]
)
def test_single_fields_are_no_rows(change: dict[str, Any]) -> None:
    with pytest.raises(NoProposal):
        proposal_in(stated({"tabel": "isian"} | change))


def test_the_text_of_an_issue_holds_one_block() -> None:
    block = b"```json\n" + stated(EDIT) + b"\n```\n"
    assert proposal_in_issue(b"Usulan saya.\n\n" + block).changes
    for text in (b"", block * 2, block.removesuffix(b"```\n"), b"```json\n" * 1000):
        with pytest.raises(NoProposal):
            proposal_in_issue(text)
