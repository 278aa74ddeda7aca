"""A plan in a file that stands in no folder of plans: a draft, an attachment, an example."""

import re
from pathlib import Path

from generator.model.address import PlanAddress
from generator.reading.addresses import INSTITUTION
from generator.reading.disk import read_one
from generator.reading.library import Library
from generator.reading.nodes import Node, Scalar, find
from generator.reading.plan_files import PlanFiles, shown
from generator.reading.text import decode

EVERY_YEAR = (1900, 2199)
"""Of a plan whose period nobody tells: every date lies in it."""

_YEAR = re.compile("[0-9]{4}")


def lone_plan(path: Path, base: Path, library: Library) -> PlanFiles:
    """The file as a plan of its own, told relative to `base`.

    Its address, which a folder would give, is made of the file's name and the period that the plan itself
    tells, or one in which every date lies; nothing is published at it.
    """
    name = path.relative_to(base).as_posix()
    found, unread = read_one(path, shown(name))
    file, wrong = decode(name, found.content if found else b"")
    root = library.composed(file)[0] if not wrong else None
    years = [_text(root, "rencana", "periode", key) for key in ("mulai", "selesai")] if root else []
    if len(years) != 2 or not all(map(_YEAR.fullmatch, years)) or years[0] > years[1]:
        years = [str(year) for year in EVERY_YEAR]
    slug = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    institution = slug if INSTITUTION.fullmatch(slug) else "rencana"
    return PlanFiles(PlanAddress(institution, "-".join(years)), (found,) if found else (), unread)


def _text(root: Node, *path: str) -> str:
    node = find(root, path)
    return node if isinstance(node, Scalar) else ""
