"""Telling what differs between two states of the plans: one renderer a format."""

from collections.abc import Callable

from generator.locale import Language
from generator.report.difference.json_object import json_object
from generator.report.difference.markdown import markdown
from generator.report.difference.result import Difference, Revision
from generator.report.difference.text import text

DIFFERENCE_FORMATS: dict[str, Callable[[Difference, Language], str]] = {
    "text": text,
    "markdown": markdown,
    "json": json_object,
}
"""By the name that `--format` takes; the text ends without a line end."""

__all__ = ["DIFFERENCE_FORMATS", "Difference", "Revision"]
