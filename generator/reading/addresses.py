"""Which plan a file belongs to: `<root>/<institution>/<start>-<end>/*.yaml`, or the single file `<start>-<end>.yaml`.

Addresses come from here and nowhere else, so that a plan's text is never part of a path.
"""

import re

from generator.model.address import PlanAddress
from generator.reading.windows_names import is_device

INSTITUTION = re.compile(r"(?!.{101})[a-z0-9]+(?:-[a-z0-9]+)*")
"""The folder of an institution: at most 100 signs, as names of files are made of it and a system takes 255."""
DEEPEST = 3
"""Parts of the path of a plan's file below the folder of plans: institution, period, file."""
PERIOD = re.compile(r"([0-9]{4})-([0-9]{4})")

# First part of an address that the portal keeps for itself (and what the publisher writes beside it).
RESERVED = frozenset(
    {
        "lembaga",
        "perbandingan",
        "perubahan",
        "terlambat",
        "provinsi",
        "en",
        "id",
        "data",
        "metode",
        "cari",
        "assets",
        "pagefind",
        "sitemap",
        "search",
        "panduan",
    }
)


def address_of(parts: tuple[str, ...]) -> PlanAddress | None:
    """The plan that a file belongs to, by the parts of its path below the folder of plans; none where it cannot be."""
    if len(parts) == 2:
        institution, period = parts[0], parts[1].rsplit(".", 1)[0]
    elif len(parts) == 3:
        institution, period = parts[:2]
    else:
        return None
    match = PERIOD.fullmatch(period)
    if not match or not INSTITUTION.fullmatch(institution) or match[1] > match[2]:
        return None
    if institution in RESERVED or is_device(institution):
        return None
    return PlanAddress(institution, period)


def plan_around(parts: tuple[str, ...]) -> PlanAddress | None:
    """The plan in whose folder something stands, however deep, by the parts of its path."""
    return address_of((*parts[:2], "x.yaml")) if len(parts) > 2 else None
