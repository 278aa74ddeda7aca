"""What a template of the repository's own did wrong, at its line.

Of an error of the template engine its words are told, which are about the template; of any other its name alone, for
what it says of itself may repeat a plan's text.
"""

import traceback
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.diagnostics.template_mistake import TemplateMistake
from generator.locale import Message, say
from generator.pages.rendering.blocks import WrongMark
from generator.reading.plan_files import shown

MISTAKES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""Errors that a template can make."""

_FOLDER = "site_templates"
_ENGINE = ("jinja2", "markupsafe")


class _Line(NamedTuple):
    """A line of a template: the template's name and file."""

    name: str
    file: Path
    number: int


def mistake(error: Exception, name: str, own: Path) -> TemplateMistake | None:
    """The mistake that ended the template `name`, if it is one of a template in the folder `own`."""
    line = _line(error) or (_Line(name, own / name, 0) if isinstance(error, WrongMark) else None)
    if line is None or not line.file.is_relative_to(own) or not line.file.is_file():
        return None
    place = f"{_FOLDER}/{line.name}" + (f":{line.number}" if line.number else "")
    return TemplateMistake(say("{tempat}: {sebab}", tempat=place, sebab=_cause(error)))


def said(words: str) -> Message:
    """What the engine says of a template."""
    first = next(iter(words.splitlines()), "")
    return say("templat ini tidak dapat dipakai; Jinja berkata `{kata}`", kata=shown(first[:200]))


def _cause(error: Exception) -> Message:
    match error:
        case WrongMark():
            return say(
                "tanda `{tanda}` tidak ditutup, tidak dibuka, atau berdiri di dalam tanda lain", tanda=str(error)
            )
        case TemplateNotFound():
            return say("templat `{nama}` tidak ada", nama=shown(str(error.name)))
        case TemplateError():
            return said(error.message or type(error).__name__)
        case _:
            return say("templat ini tidak dapat dipakai ({jenis})", jenis=type(error).__name__)


def _line(error: Exception) -> _Line | None:
    """The innermost line of a template that an error passed through; of another error than the engine's only where
    the template itself made it, and not what it called.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _Line(error.name or "", Path(error.filename), error.lineno)
    found, is_its_own = None, isinstance(error, TemplateError | RecursionError)
    for frame, number in traceback.walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and template.filename:
            found = _Line(template.name, Path(template.filename), template.get_corresponding_lineno(number))
        is_inner = template is not None or frame.f_globals.get("__name__", "").startswith(_ENGINE)
    return found if found and (is_its_own or is_inner) else None
