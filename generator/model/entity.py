"""What every part of a plan has in common: frozen, no unknown keys, and fields that say everything of themselves."""

from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from generator.locale import Message
from generator.model.chapter import Chapter
from generator.model.values import Identifier


class Entity(BaseModel):
    """A group of fields in a plan; fields are read and written by their Indonesian keys only."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field says of itself beyond its annotation, title and description; see `key`."""

    says: Message | None
    unit: str
    unit_key: str
    promise: bool


def key(
    name: str,
    title: str,
    description: str,
    *examples: Any,
    default: Any = ...,
    says: Message | None = None,
    unit: str = "",
    unit_key: str = "",
    promise: bool = False,
) -> Any:
    """A field with its key and all that is said of it; `model/description` is where it is read back.

    `says` is how a sentence tells the reference (`kegiatan K-001 menutup kesenjangan G-1`), for a `Ref`. A number has
    a `unit`, or the key beside it that holds its unit. To change a `promise` after the plan came into force, or to
    take an entry out of a list that is one, is to break it.
    """
    field = Field(default, alias=name, title=title, description=description, examples=list(examples) or None)
    field.metadata.append(Meaning(says, unit, unit_key, promise))
    return field


class Item(Entity):
    """A thing with a permanent identifier, unique in its plan whatever the letter case."""

    called: ClassVar[Message]
    """What one of them is called inside a sentence."""
    told_on: ClassVar[Chapter]
    """The page of a plan on which each has its anchor."""

    id: Identifier = key(
        "id", "Id", "Tanda pengenal tetap dalam rencana; tidak diubah walau namanya berganti.", "K-001"
    )
