"""What one entry of each codelist holds; `title`, `gloss` and `purpose` are Indonesian, for readers."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """Where a codelist comes from, for the page that prints it.

    `confidence` is `primary` (read in the official text), `secondary` (read elsewhere) or `own` (ours, no
    regulation); `retrieved` is a month, `2026-11`.
    """

    id: str
    title: str
    citation: str
    confidence: Literal["primary", "secondary", "own"]
    retrieved: str
    note: str


@dataclass(frozen=True, slots=True)
class FrameStage:
    """One of the four national stages of Inpres 3/2003, numbered 1 to 4.

    `service_level` is the SPBE service level it matches, by a crosswalk of ours (`padanan-tahap`).
    """

    id: str
    number: int
    title: str
    english: str
    gloss: str
    contents: tuple[str, ...]
    service_level: int


@dataclass(frozen=True, slots=True)
class FrameCondition:
    """One of the four conditions to which an institution adjusts its staging."""

    id: str
    title: str
    english: str


@dataclass(frozen=True, slots=True)
class FrameContent:
    """One of the seven contents (`muatan`) of a Peta Rencana."""

    id: str
    title: str
    english: str


@dataclass(frozen=True, slots=True)
class ArchitectureDomain:
    """One of the six domains of the SPBE architecture, with its national and local reference codes."""

    id: str
    title: str
    english: str
    reference_code: str
    local_code: str


@dataclass(frozen=True, slots=True)
class FramePart:
    """One of the four groups into which the blueprint's sections fall."""

    id: str
    number: int
    title: str
    english: str


@dataclass(frozen=True, slots=True)
class FrameSection:
    """One of the blueprint's 17 sections; `part` is the id of its `FramePart`."""

    id: str
    number: int
    title: str
    part: str


@dataclass(frozen=True, slots=True)
class SharedApplication:
    """A national application that institutions use together instead of building their own.

    `aliases` are other names of the application itself; `signs` are words of another application's name or
    use that hint at the same work. Both are lower case, to be matched as whole words. `indicator` is the SPBE
    indicator that scores this work.
    """

    id: str
    name: str
    full_name: str
    purpose: str
    aliases: tuple[str, ...]
    signs: tuple[str, ...]
    indicator: str
