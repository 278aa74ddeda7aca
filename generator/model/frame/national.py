"""All codelists together, read once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from generator.model.frame.entries import (
    ArchitectureDomain,
    FrameCondition,
    FrameContent,
    FramePart,
    FrameSection,
    FrameStage,
    SharedApplication,
    Source,
)
from generator.model.frame.indexes import Aspect, Index, IndexDomain, IndexIndicator, Level, Predicate

INDEXES = ("spbe-59-2020", "pemdi-8-2026")


@dataclass(frozen=True, eq=False)
class NationalFrame:
    """The codelists a plan refers to, each in its national order. `sources` and `indexes` are by codelist id.

    Entries are looked up by id with `.stage`, `.section` and so on: None means that the frame has no such id.
    """

    stages: tuple[FrameStage, ...]
    conditions: tuple[FrameCondition, ...]
    contents: tuple[FrameContent, ...]
    domains: tuple[ArchitectureDomain, ...]
    parts: tuple[FramePart, ...]
    sections: tuple[FrameSection, ...]
    indexes: Mapping[str, Index]
    indicators: Mapping[str, IndexIndicator]
    shared_applications: tuple[SharedApplication, ...]
    sources: Mapping[str, Source]

    def indicator(self, reference: str) -> IndexIndicator | None:
        """The indicator a plan names, such as `pemdi-8-2026/13`."""
        return self.indicators.get(reference)

    def stage(self, id: str) -> FrameStage | None:
        return next((each for each in self.stages if each.id == id), None)

    def content(self, id: str) -> FrameContent | None:
        return next((each for each in self.contents if each.id == id), None)

    def domain(self, id: str) -> ArchitectureDomain | None:
        return next((each for each in self.domains if each.id == id), None)

    def section(self, id: str) -> FrameSection | None:
        return next((each for each in self.sections if each.id == id), None)

    def sections_of(self, part: FramePart) -> tuple[FrameSection, ...]:
        return tuple(each for each in self.sections if each.part == part.id)


@cache
def load_frame() -> NationalFrame:
    """The frame this version of the program knows; read from the package on the first call."""
    inpres, perpres, blueprint = (_read(id) for id in ("inpres-3-2003", "perpres-132-2022", "cetak-biru"))
    crosswalk, shared = _read("padanan-tahap"), _read("aplikasi-bersama")
    indexes = {id: _read(id) for id in INDEXES}
    levels = {pair["stage"]: pair["level"] for pair in crosswalk["levels"]}
    typed_indexes = {id: _index(codelist) for id, codelist in indexes.items()}
    return NationalFrame(
        stages=tuple(FrameStage(**each, service_level=levels[each["id"]]) for each in inpres["stages"]),
        conditions=tuple(FrameCondition(**each) for each in inpres["conditions"]),
        contents=tuple(FrameContent(**each) for each in perpres["contents"]),
        domains=tuple(ArchitectureDomain(**each) for each in perpres["domains"]),
        parts=tuple(FramePart(**each) for each in blueprint["parts"]),
        sections=tuple(FrameSection(**each) for each in blueprint["sections"]),
        indexes=typed_indexes,
        indicators={each.id: each for index in typed_indexes.values() for each in index.indicators},
        shared_applications=tuple(SharedApplication(**each) for each in shared["applications"]),
        sources={
            each["id"]: Source(id=each["id"], title=each["title"], **each["source"])
            for each in (inpres, perpres, *indexes.values(), crosswalk, blueprint, shared)
        },
    )


def _read(id: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath("codelists", f"{id}.json").read_text(encoding="utf-8")
    codelist: dict[str, Any] = json.loads(text, parse_float=Decimal, object_hook=_frozen)
    return codelist


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    """Lists become tuples and weights decimals, so that nothing in the frame can change or be inexact."""
    return {key: _exact(key, value) for key, value in entry.items()}


def _exact(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return Decimal(value) if key in ("weight", "at_least") else value


def _index(codelist: dict[str, Any]) -> Index:
    aspects = {each["number"]: Aspect(**each) for each in codelist["aspects"]}
    return Index(
        id=codelist["id"],
        title=codelist["title"],
        domains=tuple(IndexDomain(**each) for each in codelist["domains"]),
        aspects=tuple(aspects.values()),
        indicators=tuple(
            IndexIndicator(**{**each, "aspect": aspects[each["aspect"]]}, id=f"{codelist['id']}/{each['number']}")
            for each in codelist["indicators"]
        ),
        process_levels=tuple(Level(**each) for each in codelist["process_levels"]),
        service_levels=tuple(Level(**each) for each in codelist["service_levels"]),
        service_domain=codelist["service_domain"],
        predicates=tuple(Predicate(**each) for each in codelist["predicates"]),
    )
