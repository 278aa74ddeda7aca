"""Facts that may be unknown: `tidak_diketahui` is a value, and what is not recorded is another."""

from enum import Enum
from functools import reduce
from operator import or_
from typing import Annotated, Any, TypeAlias, TypeVar, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


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


Known: TypeAlias = Annotated[T | Unknown, _OrUnknown()]
"""A fact that may be `tidak_diketahui`."""

Maybe: TypeAlias = Annotated[T | Unknown, _OrUnknown()] | None
"""A fact that may be `tidak_diketahui`, or not be recorded at all (`None`)."""
