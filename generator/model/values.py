"""The kinds of value a field can hold, each read from the raw text of its scalar."""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, PlainValidator, StringConstraints

from generator.model import scalars
from generator.model.mistake import Mistake, shown
from generator.model.quarter import Quarter, WholeYear, read_end, read_start, read_when
from generator.model.unknown import UNKNOWN, Known, Maybe, Unknown
from generator.model.value_type import Alone, ValueType
from generator.model.year_range import YearRange, as_written, read_years

__all__ = [
    "UNKNOWN",
    "Aside",
    "Count",
    "Day",
    "End",
    "Flag",
    "Identifier",
    "Known",
    "Link",
    "Markdown",
    "Maybe",
    "Mistake",
    "NationalFrame",
    "NationalIndicator",
    "Note",
    "Number",
    "OneOrMore",
    "OptionalLink",
    "Percent",
    "Quarter",
    "Rupiah",
    "Scale",
    "Start",
    "Statement",
    "Text",
    "Unknown",
    "When",
    "WholeYear",
    "Year",
    "YearRange",
    "Years",
    "shown",
]

_Written: TypeAlias = Annotated[
    str, BeforeValidator(scalars.read_text), StringConstraints(min_length=1, strip_whitespace=True)
]
Text: TypeAlias = Annotated[_Written, ValueType.TEXT, AfterValidator(scalars.read_name)]
"""A name, a title, a unit: a short text of one line, as it stands in a sentence, a cell of a table or a heading, and
is repeated wherever the thing is referred to."""
Statement: TypeAlias = Annotated[_Written, ValueType.TEXT, AfterValidator(scalars.read_statement)]
"""A text of one line that may be long, for it is told in one place."""
Markdown: TypeAlias = Annotated[_Written, ValueType.MARKDOWN, AfterValidator(scalars.read_prose)]
"""A text of paragraphs, lists and tables."""
NationalFrame: TypeAlias = Annotated[Text, ValueType.NATIONAL_FRAME]
"""The id of a national frame, `pemdi-8-2026`; `checks/problems/national_frame.py` looks whether it is known."""
NationalIndicator: TypeAlias = Annotated[Text, ValueType.NATIONAL_INDICATOR]
"""An indicator of one, `pemdi-8-2026/13`; likewise."""
Identifier: TypeAlias = Annotated[Text, ValueType.IDENTIFIER, AfterValidator(scalars.read_identifier)]
Link: TypeAlias = Annotated[Statement, ValueType.LINK, AfterValidator(scalars.read_link)]
Aside: TypeAlias = Annotated[Text | None, BeforeValidator(scalars.read_aside)]
"""A name that may be missing; to say that it is unknown is to leave it out."""
Note: TypeAlias = Annotated[Statement | None, BeforeValidator(scalars.read_aside)]
"""A text that explains; likewise."""
OptionalLink: TypeAlias = Annotated[Link | None, BeforeValidator(scalars.read_aside)]
"""An address of the institution; likewise."""
Count: TypeAlias = Annotated[int, ValueType.COUNT, BeforeValidator(scalars.read_count)]
Percent: TypeAlias = Annotated[int, ValueType.PERCENT, BeforeValidator(scalars.read_percent)]
Scale: TypeAlias = Annotated[int, ValueType.SCALE, BeforeValidator(scalars.read_scale)]
Number: TypeAlias = Annotated[Decimal, ValueType.NUMBER, BeforeValidator(scalars.read_number)]
Rupiah: TypeAlias = Annotated[int, ValueType.RUPIAH, BeforeValidator(scalars.read_rupiah)]
Year: TypeAlias = Annotated[int, ValueType.YEAR, BeforeValidator(scalars.read_year)]
Years: TypeAlias = Annotated[
    int | YearRange, ValueType.YEARS, PlainValidator(read_years), PlainSerializer(as_written, when_used="json")
]
"""A year, or several of which it is not told yet how much falls in each."""
Day: TypeAlias = Annotated[date, ValueType.DAY, BeforeValidator(scalars.read_day)]
Start: TypeAlias = Annotated[Quarter, ValueType.SPAN, BeforeValidator(read_start)]
"""The quarter in which something begins, or the year alone: a `WholeYear`."""
End: TypeAlias = Annotated[Quarter, ValueType.SPAN, BeforeValidator(read_end)]
When: TypeAlias = Annotated[
    date | Quarter, ValueType.WHEN, PlainValidator(read_when), PlainSerializer(str, when_used="json")
]
"""A day, or the quarter or year by whose last day something is promised."""
Flag: TypeAlias = Annotated[bool, ValueType.FLAG, BeforeValidator(scalars.read_flag)]

T = TypeVar("T")
OneOrMore: TypeAlias = Annotated[tuple[T, ...], Alone.ALLOWED, BeforeValidator(scalars.read_one_or_more)]
"""A list that may be written as its only value."""
