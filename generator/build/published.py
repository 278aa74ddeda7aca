"""The portrait of an institution beside its pages, which may come from anywhere: another machine, an earlier site."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
from pydantic import TypeAdapter, ValidationError

from generator.store.opening import LARGEST, content
from generator.views.portrait import Portrait

FILE = "lembaga.json"
"""Beside the page of each institution: its portrait, for machines and for later builds."""

_LARGEST_NUMBER = 10**18
"""Above any sum in rupiah of a country, and below where sums of hundreds of them lose digits."""


@dataclass(frozen=True)
class Published:
    """The portrait of an institution, the day its pages are of, and the commit if that is how its plans stood there."""

    as_of: date
    portrait: Portrait
    commit: str = ""


_FORM = TypeAdapter(Published)


def write_portrait(published: Published, folder: Path) -> None:
    """Put the portrait beside the pages."""
    (folder / FILE).write_bytes(_FORM.dump_json(published) + b"\n")


def read_portrait(folder: Path) -> Published | None:
    """The portrait beside pages; `None` where there is none of use."""
    try:
        found = _FORM.validate_json(content(folder / FILE, LARGEST))
    except (OSError, ValidationError):
        return None
    return found if found.portrait.is_whole else None


def own_portrait(slug: str, folder: Path) -> Published | None:
    """The portrait of an institution beside its pages; `None` where it is none of use."""
    told = read_portrait(folder)
    return told if told and told.portrait.slug == slug and _is_countable(folder / FILE) else None


def _is_countable(portrait: Path) -> bool:
    """Whether its numbers are some that can be added up over a country."""
    try:
        waiting, counted = [msgspec.json.decode(content(portrait, LARGEST))], True
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError, RecursionError):  # `NaN` is read by others
        return False
    while waiting and counted:
        value = waiting.pop()
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        counted = not isinstance(value, int | float) or abs(value) <= _LARGEST_NUMBER
    return counted
