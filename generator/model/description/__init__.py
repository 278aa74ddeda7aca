"""What the format says of itself, read from the entities: fields, tables, references.

Whoever lists, checks, shows, exports or edits fields asks here; nothing about a field is written a second time.
"""

from generator.model.description.field import Field, Shape, fields, keys
from generator.model.description.tables import Column, Role, Row, Table, item_lists, item_tables, single, tables

__all__ = [
    "Column",
    "Field",
    "Role",
    "Row",
    "Shape",
    "Table",
    "fields",
    "item_lists",
    "item_tables",
    "keys",
    "single",
    "tables",
]
