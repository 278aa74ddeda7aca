"""A field that holds the id of another item, and of which kind."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from generator.model.values import Identifier

if TYPE_CHECKING:
    from generator.model.entity import Item

Target = TypeVar("Target", bound="Item", covariant=True)


class Ref(str, Generic[Target]):
    """The id of an item: `Ref[Unit]` is that of a unit. The value itself is a plain text, read as an `Identifier`.

    That the item exists is checked on the nodes (`checks/problems/references.py`), so that one run names everything.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(Identifier)
