"""What every part of a plan has in common: frozen, no unknown keys, Indonesian keys beside English names."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from generator.model.values import Identifier


class Entity(BaseModel):
    """A group of fields in a plan; fields are read and written by their Indonesian keys only."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)


def key(name: str, title: str, description: str, *examples: Any, default: Any = ...) -> Any:
    """A field with its key, and the title, meaning and examples that the schema and the guide show."""
    return Field(default, alias=name, title=title, description=description, examples=list(examples) or None)


class Item(Entity):
    """A thing with a permanent identifier, unique in its plan whatever the letter case."""

    id: Identifier = key(
        "id", "Id", "Tanda pengenal tetap dalam rencana; tidak diubah walau namanya berganti.", "K-001"
    )
