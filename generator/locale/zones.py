"""The zone by which a day is a day: Indonesia's three by their short names, others by that of the tz database."""

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

# Indonesia knows no summer time, so these need no database, which a small machine may not have.
_INDONESIA = {
    **dict.fromkeys(("WIB", "Asia/Jakarta", "Asia/Pontianak"), timezone(timedelta(hours=7), "WIB")),
    **dict.fromkeys(("WITA", "Asia/Makassar"), timezone(timedelta(hours=8), "WITA")),
    **dict.fromkeys(("WIT", "Asia/Jayapura"), timezone(timedelta(hours=9), "WIT")),
}

WIB: tzinfo = _INDONESIA["WIB"]
"""The zone of the capital, where none is configured."""


# What begins otherwise is the machine's own (`localtime`), or counts leap seconds on one machine and not on another.
_OF_A_PLACE = re.compile(r"[A-Z][\w+-]*(/[A-Z][\w+-]*){0,2}", re.ASCII)


def zone(name: str) -> tzinfo:
    """The zone of a name; raises `ValueError` for one that nobody knows, or that is another on another machine."""
    if not _OF_A_PLACE.fullmatch(name):
        raise ValueError(name)
    try:
        return _INDONESIA.get(name) or ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a name that is a folder of the database is an OSError
        raise ValueError(name) from None
