"""Every number and word list that decides about a finding, from `thresholds.json`, with its reason."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from generator.locale import Message
from generator.model.timeliness import FRESH_FOR

_OF_THE_MODEL = {"status_fresh_days": FRESH_FOR.days}


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number as the method page prints it; `kind` is the finding it decides about.

    `kind` is empty where the number decides about a status instead: it is then the model's, and the file
    only tells its words.
    """

    id: str
    kind: str
    value: int
    unit: Message
    label: Message
    reason: Message


@dataclass(frozen=True, slots=True)
class WordList:
    """One list of words as the method page prints it; lower case, matched as whole words."""

    id: str
    kind: str
    values: tuple[str, ...]
    label: Message
    reason: Message


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers and words by name, for the rules. Units stand in the name; a share is in whole per cent."""

    baseline_age_years: int
    months_per_person: int
    stages_per_year: int
    year_money_percent: int
    last_year_percent: int
    spread_years: int
    review_years: int
    update_days: int
    pace_points: int
    smallest_rupiah: int
    unknown_percent: int
    generic_names: frozenset[str]
    capacity_words: tuple[str, ...]
    maintenance_words: tuple[str, ...]


@cache
def thresholds() -> tuple[Threshold, ...]:
    """The numbers, in the order of the data file."""
    return tuple(
        Threshold(
            id=entry["id"],
            kind=entry["kind"],
            value=entry.get("value", _OF_THE_MODEL.get(entry["id"])),
            unit=Message(entry["unit"]),
            label=Message(entry["label"]),
            reason=Message(entry["reason"]),
        )
        for entry in _file()["limits"]
    )


@cache
def word_lists() -> tuple[WordList, ...]:
    """The word lists, in the order of the data file."""
    return tuple(
        WordList(entry["id"], entry["kind"], tuple(entry["values"]), Message(entry["label"]), Message(entry["reason"]))
        for entry in _file()["words"]
    )


@cache
def limits() -> Limits:
    """What the rules decide by; a number without a rule, or a rule without its number, raises `TypeError`."""
    values: dict[str, Any] = {each.id: each.value for each in thresholds() if each.kind}
    values |= {each.id: each.values for each in word_lists()}
    return Limits(**{**values, "generic_names": frozenset(values["generic_names"])})


def _file() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("thresholds.json").read_text(encoding="utf-8")
    contents: dict[str, Any] = json.loads(text)
    return contents
