"""A value as YAML on one line."""

from datetime import date
from io import StringIO
from typing import TypeAlias

from ruamel.yaml import YAML

Value: TypeAlias = "str | int | bool | date | list[Value] | dict[str, Value] | None"


def as_yaml(value: Value) -> str:
    """A value on one line, quoted where YAML would otherwise read something else."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    writer = YAML(pure=True)
    writer.width = 1 << 20
    writer.default_flow_style = True
    text = StringIO()
    writer.dump(value, text)
    return text.getvalue().removesuffix("...\n").rstrip("\n")
