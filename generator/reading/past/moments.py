"""When a commit was made. Its author's computer wrote that, and nothing keeps it from writing what it likes."""

import re
from datetime import UTC, datetime, timedelta, timezone

_RAW = re.compile(r"([0-9]{1,19}) ([+-])([0-9]{2})([0-9]{2})")
_LAST_SECOND = 253_402_214_400  # the day before the end of the year 9999: in every zone there is still a calendar
_FARTHEST = timedelta(hours=14)  # Kiribati; no place on earth is further from UTC

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

FIRST = _BEGINNING.isoformat()
"""The moment of a first commit that tells none."""


def moment(raw: str, before: str) -> str:
    """ISO 8601 with time and zone of a raw date of Git, seconds since 1970 and zone.

    A zone that is nowhere on earth counts as UTC; a date that no calendar has is that of the commit `before`.
    """
    found = _RAW.fullmatch(raw)
    if found is None or int(found[1]) > _LAST_SECOND:
        return before
    away = timedelta(hours=int(found[3]), minutes=int(found[4]))
    if away > _FARTHEST or int(found[4]) > 59:
        away = timedelta(0)
    zone = timezone(-away if found[2] == "-" else away)
    then = _BEGINNING + timedelta(seconds=int(found[1]))
    try:
        return then.astimezone(zone).isoformat()
    except OverflowError:
        return then.isoformat()
