"""The national frame: codelists that change by regulation, one file each in `codelists/`, with its source.

The files are JSON: the standard library reads it in well under a millisecond a file, and every weight
as the exact decimal that was written.
"""

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
from generator.model.frame.national import NationalFrame, load_frame

__all__ = [
    "ArchitectureDomain",
    "Aspect",
    "FrameCondition",
    "FrameContent",
    "FramePart",
    "FrameSection",
    "FrameStage",
    "Index",
    "IndexDomain",
    "IndexIndicator",
    "Level",
    "NationalFrame",
    "Predicate",
    "SharedApplication",
    "Source",
    "load_frame",
]
