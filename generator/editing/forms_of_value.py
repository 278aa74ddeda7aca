"""One value in its three forms: as the format writes it, as a sheet shows it, and whether two of them say the same."""

from math import isnan, nan
from typing import Any

from generator.data.column import FLAGS, cell
from generator.data.layout import too_long
from generator.data.listed import listed, parted
from generator.editing.proposal import Written
from generator.editing.sheet import CellProblem
from generator.editing.typed import Cell
from generator.locale import language
from generator.model.description import Column, Shape
from generator.model.unknown import UNKNOWN
from generator.model.value_type import ValueType


def written(column: Column, value: Any) -> Written:
    """A value of the model as the format writes it."""
    if column.field.shape is Shape.MANY and value is not UNKNOWN:
        return tuple(str(cell(each)) for each in value or ()) or None
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = cell(value)
    return None if shown is None else str(shown)


def chosen(column: Column, value: str) -> str:
    """The format's own word for a word of it or its label: in any letter case, a space for `_`, a full stop behind."""
    words, wanted = language(), _alike(value)
    for term in column.field.choices or ():
        if wanted in (_alike(term.value), _alike(words.word(term.label))):
            return str(term.value)
    return value


def _alike(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").rstrip(". ").split())


def is_same(column: Column, one: Written, other: Written) -> bool:
    return plainest(column, one) == plainest(column, other)


def plainest(column: Column, value: Written) -> object:
    """What is equal, and hashed alike, for any two values that say the same."""
    if not isinstance(value, str):
        return value
    if column.field.value_type is ValueType.NUMBER and not isnan(number := _float(value)):
        return number
    return value.strip()


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return nan


def is_same_text(cell: Cell, value: object) -> bool:
    return str(cell).strip() == str(value).strip()


def as_written(column: Column, shown: object) -> Written:
    """A cell as `ListSheet.rows` gives it, as the format writes it."""
    if shown is None:
        return None
    if column.field.value_type is ValueType.FLAG:
        return {FLAGS[True]: "true", FLAGS[False]: "false"}.get(str(shown), str(shown))
    text = str(shown)
    if column.field.shape is Shape.MANY and text != UNKNOWN.value:
        return parted(text) or None
    return text


def on_sheet(column: Column, value: Written | CellProblem) -> object:
    """What is written, as the workbook shows it."""
    if value is None or isinstance(value, CellProblem):
        return None
    if column.field.value_type is ValueType.FLAG:
        return {"true": FLAGS[True], "false": FLAGS[False]}.get(str(value), value)
    return value if isinstance(value, str) else listed(value)


def as_shown(column: Column, value: object) -> str:
    return too_long(str(value)) if isinstance(value, str) and len(value) > 1000 else str(value)
