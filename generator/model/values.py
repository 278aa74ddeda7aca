"""The kinds of value a field can hold, each read from the raw text of its scalar."""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic.json_schema import WithJsonSchema

from generator.model import scalars
from generator.model.mistake import Mistake, shown
from generator.model.quarter import Quarter
from generator.model.unknown import UNKNOWN, Known, Maybe, Unknown
from generator.model.value_type import ValueType

__all__ = [
    "UNKNOWN",
    "Aside",
    "Count",
    "Day",
    "Flag",
    "Identifier",
    "Known",
    "Link",
    "Markdown",
    "Maybe",
    "Mistake",
    "Number",
    "OptionalLink",
    "Percent",
    "Quarter",
    "Rupiah",
    "Scale",
    "Text",
    "Unknown",
    "Whole",
    "Year",
    "shown",
]

_Written: TypeAlias = Annotated[
    str, BeforeValidator(scalars.read_text), StringConstraints(min_length=1, strip_whitespace=True)
]
Text: TypeAlias = Annotated[_Written, ValueType.TEXT, AfterValidator(scalars.read_line)]
"""A text of one line, as it stands in a sentence, a cell of a table or a heading."""
Markdown: TypeAlias = Annotated[
    _Written,
    ValueType.MARKDOWN,
    AfterValidator(scalars.read_prose),
    WithJsonSchema({"type": "string", "minLength": 1, "contentMediaType": "text/markdown"}),
]
"""A text of paragraphs, lists and tables."""
Identifier: TypeAlias = Annotated[Text, ValueType.IDENTIFIER, AfterValidator(scalars.read_identifier)]
Link: TypeAlias = Annotated[
    Text,
    ValueType.LINK,
    AfterValidator(scalars.read_link),
    WithJsonSchema({"type": "string", "pattern": "^(https?://|mailto:)"}),
]
Aside: TypeAlias = Annotated[Text | None, BeforeValidator(scalars.read_aside)]
"""A text that explains or shortens; to say that it is unknown is to leave it out."""
OptionalLink: TypeAlias = Annotated[
    Link | None,
    BeforeValidator(scalars.read_aside),
    WithJsonSchema({"type": "string", "pattern": f"^(https?://|mailto:|{UNKNOWN.value}$)"}),
]
"""An address of the institution; likewise."""
Whole: TypeAlias = Annotated[int, ValueType.WHOLE, BeforeValidator(scalars.read_whole)]
Count: TypeAlias = Annotated[
    int, ValueType.COUNT, BeforeValidator(scalars.read_count), WithJsonSchema({"type": "integer", "minimum": 0})
]
Percent: TypeAlias = Annotated[
    int,
    ValueType.PERCENT,
    BeforeValidator(scalars.read_percent),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100}),
]
Scale: TypeAlias = Annotated[
    int,
    ValueType.SCALE,
    BeforeValidator(scalars.read_scale),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5}),
]
Number: TypeAlias = Annotated[
    Decimal, ValueType.NUMBER, BeforeValidator(scalars.read_number), WithJsonSchema({"type": "number"})
]
Rupiah: TypeAlias = Annotated[
    int, ValueType.RUPIAH, BeforeValidator(scalars.read_rupiah), WithJsonSchema({"type": "integer", "minimum": 0})
]
Year: TypeAlias = Annotated[
    int,
    ValueType.YEAR,
    BeforeValidator(scalars.read_year),
    WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2199}),
]
Day: TypeAlias = Annotated[
    date, ValueType.DAY, BeforeValidator(scalars.read_day), WithJsonSchema({"type": "string", "format": "date"})
]
Flag: TypeAlias = Annotated[
    bool, ValueType.FLAG, BeforeValidator(scalars.read_flag), WithJsonSchema({"enum": [True, False, "ya", "tidak"]})
]
