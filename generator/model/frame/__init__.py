"""The national frame: codelists that change by regulation, one file each in `codelists/`, with its source.

The files are JSON: the standard library reads it in well under a millisecond a file, and every weight
as the exact decimal that was written.
"""

from generator.model.frame.entries import (
    ArchitectureDomain,
    Condition,
    Content,
    Part,
    Section,
    SharedApplication,
    Source,
    Stage,
)
from generator.model.frame.indexes import Aspect, Index, IndexDomain, Indicator, Level, Predicate
from generator.model.frame.national import NationalFrame, load_frame

__all__ = [
    "ArchitectureDomain",
    "Aspect",
    "Condition",
    "Content",
    "Index",
    "IndexDomain",
    "Indicator",
    "Level",
    "NationalFrame",
    "Part",
    "Predicate",
    "Section",
    "SharedApplication",
    "Source",
    "Stage",
    "load_frame",
]
