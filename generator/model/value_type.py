"""The types of value a field can hold, so that forms, sheets, tables and the guide need not guess at annotations."""

from enum import Enum, StrEnum


class ValueType(StrEnum):
    """What one value of a field is; its value is what the guide and the data dictionary call it.

    A marker in the `Annotated` types of `model/values.py`; `CHOICE`, `REFERENCE` and `GROUP` come from the classes
    themselves.
    """

    TEXT = "teks"
    MARKDOWN = "teks Markdown"
    IDENTIFIER = "id"
    REFERENCE = "id rujukan"
    CHOICE = "pilihan"
    FLAG = "ya atau tidak"
    LINK = "tautan"
    VERSION = "versi format"
    COUNT = "bilangan bulat, 0 atau lebih"
    SCALE = "bilangan 1 sampai 5"
    PERCENT = "persen, 0 sampai 100"
    NUMBER = "angka"
    RUPIAH = "rupiah penuh"
    YEAR = "tahun"
    YEARS = "tahun atau rentang tahun"
    DAY = "tanggal"
    QUARTER = "triwulan"
    SPAN = "triwulan atau tahun"
    WHEN = "tanggal, triwulan, atau tahun"
    NATIONAL_FRAME = "kerangka nasional"
    NATIONAL_INDICATOR = "indikator nasional"
    GROUP = "kelompok isian"


class Alone(Enum):
    """A marker of lists that may be written as their only value."""

    ALLOWED = True
