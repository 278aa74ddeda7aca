"""Words that citizens and plans use for the same thing, and the words of a question that say nothing of what is asked.

The search finds a text under either word. The glossary explains official terms; these are explained nowhere.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Pair:
    """Names of one thing, that of the plans first, and what the pair rests on."""

    names: tuple[str, ...]
    source: str


@cache
def pairs() -> tuple[Pair, ...]:
    """Every pair in the order of the file."""
    told = _told()
    return tuple(Pair(tuple(entry["names"]), told["sources"][entry["source"]]) for entry in told["pairs"])


def asking() -> tuple[str, ...]:
    """Words that only ask: *bagaimana*, *cara*, *untuk*."""
    return tuple(_told()["asking"])


def meaning() -> tuple[str, ...]:
    """How a question for the meaning of a word begins: *apa itu*."""
    return tuple(_told()["meaning"])


def light() -> tuple[str, ...]:
    """Words that narrow a question little: *pengaduan online* is about *pengaduan*."""
    return tuple(_told()["light"])


def kinds() -> tuple[str, ...]:
    """Words for a kind of institution: its name without them is still its name."""
    return tuple(_told()["kinds"])


@cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(files("generator.locale").joinpath("pairs.json").read_text(encoding="utf-8"))
    return told
