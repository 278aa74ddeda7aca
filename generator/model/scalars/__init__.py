"""Reading the raw text of a scalar as what its field holds; a text that does not fit raises `Mistake`.

They are validators, so that a value read already passes as it is.
"""

from generator.model.scalars.numbers import read_count, read_number, read_percent, read_rupiah, read_scale, read_whole
from generator.model.scalars.texts import (
    LONGEST_NAME,
    LONGEST_PROSE,
    LONGEST_STATEMENT,
    read_aside,
    read_name,
    read_one_or_more,
    read_prose,
    read_statement,
    read_text,
)
from generator.model.scalars.times import read_day, read_year
from generator.model.scalars.words import is_link, read_flag, read_identifier, read_link

__all__ = [
    "LONGEST_NAME",
    "LONGEST_PROSE",
    "LONGEST_STATEMENT",
    "is_link",
    "read_aside",
    "read_count",
    "read_day",
    "read_flag",
    "read_identifier",
    "read_link",
    "read_name",
    "read_number",
    "read_one_or_more",
    "read_percent",
    "read_prose",
    "read_rupiah",
    "read_scale",
    "read_statement",
    "read_text",
    "read_whole",
    "read_year",
]
