"""The kinds of value a field can hold, each read from the raw text of its scalar.

A mistake is raised as `Mistake`, which carries the code and the words of the diagnostic; the reader
of plans (`generator.model.reading`) finds the place.
"""

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import reduce
from operator import or_
from typing import Annotated, Any, NamedTuple, TypeAlias, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from generator.locale import Message, say


class Mistake(ValueError):
    """A value that does not fit its field: the code of the problem, its message and its remedy."""

    def __init__(self, code: str, message: Message, help: Message) -> None:
        super().__init__(message.msgid)
        self.code = code
        self.message = message
        self.help = help


class Unknown(Enum):
    """The value `tidak_diketahui`: the office says that it does not know."""

    UNKNOWN = "tidak_diketahui"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown.UNKNOWN

T = TypeVar("T")


class _OrUnknown:
    """Lets a field hold `UNKNOWN`; errors of any other text are those of the field's own type."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        known = reduce(or_, (kind for kind in get_args(source) if kind is not Unknown))
        return core_schema.no_info_wrap_validator_function(
            lambda value, read: UNKNOWN if value == UNKNOWN.value or value is UNKNOWN else read(value),
            handler.generate_schema(known),
            serialization=core_schema.wrap_serializer_function_ser_schema(
                lambda value, write: UNKNOWN.value if value is UNKNOWN else write(value)
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": UNKNOWN.value}]}


Known: TypeAlias = Annotated[T | Unknown, _OrUnknown()]
"""A fact that may be `tidak_diketahui`."""

Maybe: TypeAlias = Annotated[T | Unknown, _OrUnknown()] | None
"""A fact that may be `tidak_diketahui`, or not be recorded at all (`None`)."""


class Quarter(NamedTuple):
    """A quarter of a year, written `2026-T2`; quarters are ordered."""

    year: int
    number: int

    @property
    def ordinal(self) -> int:
        """Quarters since the year 0: differences are counted in quarters."""
        return self.year * 4 + self.number - 1

    @property
    def first_day(self) -> date:
        """1 January, April, July or October."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """31 March, 30 June, 30 September or 31 December."""
        return date(self.year, self.number * 3, 31 if self.number in (1, 4) else 30)

    @classmethod
    def at(cls, ordinal: int) -> "Quarter":
        """The quarter with this `ordinal`."""
        return cls(ordinal // 4, ordinal % 4 + 1)

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year}-T{self.number}"

    @classmethod
    def read(cls, text: Any) -> "Quarter":
        """`2026-T2`; raises `Mistake`."""
        match = re.fullmatch(r"([0-9]{4})-T([1-4])", text) if isinstance(text, str) else None
        if match:
            return cls(int(match[1]), int(match[2]))
        if isinstance(text, Quarter):
            return text
        raise _mistake("triwulan-salah", say("`{teks}` bukan triwulan", teks=shown(text)),
                       say("tulis tahun dan triwulan, misalnya `2026-T2` untuk April–Juni 2026"))  # fmt: skip

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^[0-9]{4}-T[1-4]$"}


def _mistake(code: str, message: Message, help_: Message) -> Mistake:
    return Mistake(code, message, help_)


def shown(value: Any) -> str:
    """A written value as a message quotes it: at most 60 characters."""
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _plain(value: Any, code: str, message: Message, help_: Message) -> str:
    if not isinstance(value, str):
        raise _mistake(code, message, help_)
    return value.strip()


def _digits(text: str) -> str:
    return text.replace("_", "") if re.fullmatch(r"[+-]?[0-9]+(?:_[0-9]+)*", text) else text


def _read_text(value: Any) -> Any:
    if isinstance(value, list | dict):
        raise _mistake("bentuk-salah", say("di sini diharapkan sebuah teks, bukan daftar atau kelompok isian"),
                       say("tulis teksnya sesudah titik dua; teks yang memuat `: ` atau diawali `[` atau `{kurung}` diberi tanda kutip", kurung="{"))  # fmt: skip
    return value


def _read_whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    help_ = say("tulis angka saja, tanpa titik pemisah dan tanpa satuan, misalnya `12`")
    text = _digits(_plain(value, "angka-salah", say("di sini diharapkan sebuah bilangan bulat"), help_))
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise _mistake("angka-salah", say("`{teks}` bukan bilangan bulat", teks=shown(value)), help_)
    return int(text)


def _read_count(value: Any) -> Any:
    number = _read_whole(value)
    if number < 0:
        raise _mistake(
            "angka-salah",
            say("`{teks}` kurang dari nol", teks=shown(value)),
            say("tulis bilangan 0 atau lebih"),
        )
    return number


def _read_percent(value: Any) -> Any:
    number = _read_whole(value)
    if not 0 <= number <= 100:
        raise _mistake("angka-salah", say("`{teks}` di luar 0 sampai 100", teks=shown(value)), say("tulis persen sebagai bilangan 0 sampai 100"))  # fmt: skip
    return number


def _read_scale(value: Any) -> Any:
    number = _read_whole(value)
    if not 1 <= number <= 5:
        raise _mistake("angka-salah", say("`{teks}` di luar 1 sampai 5", teks=shown(value)), say("tulis 1 (paling kecil) sampai 5 (paling besar)"))  # fmt: skip
    return number


def _read_number(value: Any) -> Any:
    if isinstance(value, Decimal | int):
        return Decimal(value)
    help_ = say("tulis angka dengan titik desimal dan tanpa satuan, misalnya `12` atau `3.5`")
    text = _digits(_plain(value, "angka-salah", say("di sini diharapkan sebuah angka"), help_))
    if not re.fullmatch(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,9})?", text):
        raise _mistake("angka-salah", say("`{teks}` bukan angka", teks=shown(value)), help_)
    return Decimal(text)


def _read_rupiah(value: Any) -> Any:
    if isinstance(value, int):
        return value
    help_ = say("tulis rupiah penuh tanpa `Rp` dan tanpa titik, misalnya `750000000` atau `750_000_000`")
    text = _digits(_plain(value, "rupiah-salah", say("di sini diharapkan jumlah rupiah"), help_))
    if re.fullmatch(r"\+?[0-9]{1,18}", text):
        return int(text)
    if re.fullmatch(r"-[0-9]+", text):
        raise _mistake("rupiah-salah", say("jumlah `{teks}` kurang dari nol", teks=shown(value)), say("tulis jumlah 0 atau lebih; pengurangan ditulis sebagai fase `dpa_perubahan` dengan jumlah barunya"))  # fmt: skip
    if re.fullmatch(r"-?[0-9]+\.[0-9]{1,2}", text):
        raise _mistake(
            "rupiah-salah", say("jumlah `{teks}` memuat pecahan rupiah", teks=shown(value)), help_
        )
    raise _mistake("rupiah-salah", say("`{teks}` bukan jumlah rupiah", teks=shown(value)), help_)


def _read_year(value: Any) -> Any:
    if isinstance(value, int):
        return value
    help_ = say("tulis tahun dengan empat angka, misalnya `2026`")
    text = _plain(value, "tahun-salah", say("di sini diharapkan sebuah tahun"), help_)
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}", text):
        raise _mistake("tahun-salah", say("`{teks}` bukan tahun", teks=shown(value)), help_)
    return int(text)


def _read_day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    help_ = say("tulis tahun-bulan-tanggal, misalnya `2026-09-30`")
    text = _plain(value, "tanggal-salah", say("di sini diharapkan sebuah tanggal"), help_)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise _mistake("tanggal-salah", say("`{teks}` bukan tanggal", teks=shown(value)), help_) from None


_FLAGS = {"true": True, "ya": True, "false": False, "tidak": False}


def _read_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    raise _mistake(
        "pilihan-salah",
        say("`{teks}` bukan `ya` atau `tidak`", teks=shown(value)),
        say("tulis `ya` atau `tidak`"),
    )


def _read_link(value: str) -> str:
    if re.fullmatch(r"https?://[^\s/?#\\@]+\.?(?:[/?#][^\s\\]*)?|mailto:[^\s@:/]+@[^\s@:/]+", value):
        return value
    raise _mistake("tautan-salah", say("`{teks}` bukan tautan yang boleh dipakai", teks=shown(value)),
                   say("tulis alamat lengkap yang diawali `https://`, `http://` atau `mailto:`"))  # fmt: skip


def _read_identifier(value: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", value) and value != UNKNOWN.value:
        return value
    raise _mistake("id-salah", say("`{teks}` tidak dapat menjadi id", teks=shown(value)),
                   say("id hanya memuat huruf, angka, titik, garis bawah dan tanda hubung, misalnya `K-014`"))  # fmt: skip


Text: TypeAlias = Annotated[
    str, BeforeValidator(_read_text), StringConstraints(min_length=1, strip_whitespace=True)
]
Markdown: TypeAlias = Annotated[
    Text, WithJsonSchema({"type": "string", "minLength": 1, "contentMediaType": "text/markdown"})
]
Identifier: TypeAlias = Annotated[Text, AfterValidator(_read_identifier)]
Link: TypeAlias = Annotated[
    Text, AfterValidator(_read_link), WithJsonSchema({"type": "string", "pattern": "^(https?://|mailto:)"})
]
Whole: TypeAlias = Annotated[int, BeforeValidator(_read_whole)]
Count: TypeAlias = Annotated[
    int, BeforeValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 0})
]
Percent: TypeAlias = Annotated[
    int, BeforeValidator(_read_percent), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})
]
Scale: TypeAlias = Annotated[
    int, BeforeValidator(_read_scale), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5})
]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(_read_number), WithJsonSchema({"type": "number"})]
Rupiah: TypeAlias = Annotated[
    int, BeforeValidator(_read_rupiah), WithJsonSchema({"type": "integer", "minimum": 0})
]
Year: TypeAlias = Annotated[
    int, BeforeValidator(_read_year), WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2199})
]
Day: TypeAlias = Annotated[
    date, BeforeValidator(_read_day), WithJsonSchema({"type": "string", "format": "date"})
]
Flag: TypeAlias = Annotated[
    bool, BeforeValidator(_read_flag), WithJsonSchema({"enum": [True, False, "ya", "tidak"]})
]
