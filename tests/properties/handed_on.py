"""A proposal as the form hands it on."""

from typing import Any

from generator.editing.proposal import Change, FieldEdit, Proposal, RowAdded, Written, row_name


def as_object(proposal: Proposal) -> dict[str, Any]:
    """`usulan.json`, as the script of the form writes it."""
    return {
        "usulan": 1,
        "rencana": str(proposal.plan),
        "komit": proposal.commit or None,
        "perubahan": [_object(change) for change in proposal.changes],
    }


def _object(change: Change) -> dict[str, Any]:
    if isinstance(change, FieldEdit):
        told = {"tabel": change.table, "baris": row_name(change.row), "isian": change.column}
        return told | {"lama": _listed(change.old), "baru": _listed(change.new)}
    if isinstance(change, RowAdded):
        values = {key: _listed(value) for key, value in change.values.items() if value is not None}
        return {"tabel": change.table, "di": row_name(change.parent), "tambah": values}
    seen = {key: _listed(value) for key, value in change.seen.items()}
    return {"tabel": change.table, "baris": row_name(change.row), "hapus": True, "lama": seen}


def _listed(value: Written) -> str | list[str] | None:
    return list(value) if isinstance(value, tuple) else value
