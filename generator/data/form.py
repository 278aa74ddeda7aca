"""`data/isian.json`: what a form for a plan must know of the format, the same for every plan."""

from functools import cache
from typing import Any

import msgspec

from generator.locale import language
from generator.model.description import Column, Role, Shape, Table, item_tables, tables
from generator.model.unknown import UNKNOWN

_NOT_PROPOSED = ("id", "versi_format")
"""What names a row or the format is changed in the file: everything that refers to it must change with it."""


@cache
def form_fields() -> bytes:
    """Every table with its fields. A form finds rows and values in `rencana.json` by them, without knowing the format.

    Of a table `langkah` are the keys from an entry of the table around it (`induk`, or from the plan) to its list; of a
    field `jalur` are its keys in an entry.
    """
    told = {"tidak_diketahui": UNKNOWN.value, "tabel": [_table(table) for table in tables()]}
    return msgspec.json.encode(told) + b"\n"


def _table(table: Table) -> dict[str, Any]:
    return {
        "nama": table.name,
        "judul": table.title,
        "induk": table.parent.name if table.parent else "",
        "langkah": list(table.steps),
        "ber_id": table.item is not None,
        "per_tahun": bool(table.field) and table.entity is None,
        "isian": [
            _field(column) for column in table.columns if column.role is Role.VALUE and column.key not in _NOT_PROPOSED
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    field, words = column.field, language()
    choices = [[term.value, words.word(term.label)] for term in field.choices or ()]
    told = {
        "kunci": column.key,
        "judul": column.title,
        "arti": field.description,
        "jenis": field.value_type.name.lower(),
        "jalur": list(column.path),
        "banyak": field.shape is Shape.MANY,
        "pilihan": choices,
        "rujukan": item_tables()[field.target].name if field.target else "",
        "satuan": field.unit,
        "wajib": column.required,
        "boleh_tidak_diketahui": field.unknown,
    }
    return {key: value for key, value in told.items() if value}
