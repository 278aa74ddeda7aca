"""A column of open data: what the dictionary, a CSV head, a Table Schema and a sheet say of it, said once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from generator.data.comma_separated import Value
from generator.data.listed import listed
from generator.locale import language, say
from generator.model import description
from generator.model.description import Role, Shape
from generator.model.quarter import Quarter
from generator.model.terms import Term
from generator.model.unknown import UNKNOWN
from generator.model.value_type import ValueType
from generator.model.year_range import YearRange

FLAGS = {True: "ya", False: "tidak"}
MISSING = (("", say("tidak dicatat")), (UNKNOWN.value, say("lembaga menyatakan belum mengetahuinya")))
"""What stands where there is no value, and what it means; neither is ever 0."""

_JSON_TYPES = {
    ValueType.FLAG: "boolean",
    ValueType.DAY: "date",
    ValueType.NUMBER: "number",
    **dict.fromkeys(
        (ValueType.COUNT, ValueType.SCALE, ValueType.PERCENT, ValueType.RUPIAH, ValueType.YEAR),
        "integer",
    ),
}


@dataclass(frozen=True)
class FileColumn:
    """A column. `key` is its name in files, made of the format's own keys; `refers_to` the table whose ids it holds."""

    key: str
    title: str
    description: str
    type: ValueType
    many: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    unit: str = ""
    required: bool = False
    may_be_unknown: bool = False

    @property
    def table_schema(self) -> dict[str, Any]:
        """The field descriptor of a Table Schema (Data Package v2)."""
        kind = "string" if self.many else _JSON_TYPES.get(self.type, "string")
        told: dict[str, Any] = {"name": self.key, "title": self.title, "description": self.description, "type": kind}
        if kind == "boolean":
            told |= {"trueValues": [FLAGS[True]], "falseValues": [FLAGS[False]]}
        constraints: dict[str, Any] = {}
        if self.required:
            constraints["required"] = True
        if self.choices and not self.many:
            constraints["enum"] = list(self.choices)
        return told | ({"constraints": constraints} if constraints else {})


def columns_of(table: description.Table) -> tuple[FileColumn, ...]:
    """The columns of one of the format's own tables."""
    return _all_columns()[table.name]


@cache
def _all_columns() -> dict[str, tuple[FileColumn, ...]]:
    return {table.name: tuple(map(_column, table.columns)) for table in description.tables()}


def _column(column: description.Column) -> FileColumn:
    field = column.field
    choices: type[Term] | None = field.choices
    refers_to = description.item_tables()[field.target].name if field.target else ""
    return FileColumn(
        column.key,
        column.title,
        field.description,
        field.value_type,
        many=field.shape is Shape.MANY,
        choices=tuple(term.value for term in choices) if choices else (),
        refers_to=refers_to,
        unit=field.unit,
        # What may be `tidak_diketahui` is a missing value to a reader of tables.
        required=(column.required or column.role is not Role.VALUE) and not field.unknown,
        may_be_unknown=field.unknown,
    )


def cell(value: Any) -> Value:
    """A value of the model as a cell: a number or day as itself, anything else as the format writes it."""
    if isinstance(value, bool):
        return FLAGS[value]
    if value is None or isinstance(value, int | date):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if value is UNKNOWN:
        return str(UNKNOWN.value)
    if isinstance(value, tuple) and not isinstance(value, Quarter | YearRange):
        return listed(str(cell(each)) for each in value)
    return str(value)


def plain(number: Decimal) -> Decimal:
    """A number without the noughts behind it, or a whole one without an exponent: `12`, `0.5`, never `1E+1`."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def cells(values: Sequence[Any]) -> tuple[Value, ...]:
    """A row."""
    return tuple(map(cell, values))


def table_schema(columns: Iterable[FileColumn], tables: Iterable[str] = (), key: str = "") -> dict[str, Any]:
    """A Table Schema (Data Package v2). Foreign keys lead to those of `tables` that are in the same package."""
    columns, tables = tuple(columns), frozenset(tables)
    words = language()
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [column.table_schema for column in columns],
        "missingValues": [{"value": value, "label": words.word(label)} for value, label in MISSING],
    }
    if key:
        schema["primaryKey"] = [key]
    foreign = [
        {"fields": [column.key], "reference": {"resource": column.refers_to, "fields": ["id"]}}
        for column in columns
        if column.refers_to in tables and not column.many
    ]
    return schema | ({"foreignKeys": foreign} if foreign else {})
