"""Of what was made at several times only the few used last are kept."""

from collections.abc import Iterable
from pathlib import Path

_KEPT = 3
_AHEAD_NS = 24 * 3600 * 10**9
"""How far the clocks of two machines, or of a disk, may be apart."""


def outdated(places: Iterable[Path], newest: Path) -> list[Path]:
    """Those that are not among the three used last; `newest` is one of the three and was used just now.

    A time far ahead of that is none of use: a clock was wrong, or what came from elsewhere kept its times. None where
    another process tidies too.
    """
    try:
        return _in_order(places, newest)[_KEPT - 1 :]
    except OSError:
        return []


def _in_order(places: Iterable[Path], newest: Path) -> list[Path]:
    present = newest.stat().st_mtime_ns + _AHEAD_NS

    def used(place: Path) -> int:
        time = place.stat().st_mtime_ns
        return time if time <= present else 0

    return sorted((place for place in places if place != newest), key=used, reverse=True)
