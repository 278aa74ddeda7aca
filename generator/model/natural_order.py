"""The order in which a person counts ids: K-2 before K-10."""

import re

Natural = tuple[tuple[int, int, str], ...]


def natural(id: str) -> Natural:
    """Sorts ids by their numbers as numbers; ids that differ only in noughts or letter case by their text."""
    parts = re.findall(r"[0-9]+|[^0-9]+", id.casefold())
    return (*((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts), (-1, 0, id))
