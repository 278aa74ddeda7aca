"""Milestones and ends of a plan as a calendar (RFC 5545): a program that subscribes sees a promise move.

An event's UID does not hold its day, so that a milestone that slips moves in the reader's calendar and is not doubled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

_LINE = 75  # octets of a line without its end (RFC 5545, 3.1)


@dataclass(frozen=True)
class Event:
    """A whole day. `identity` names the promise for good, within the calendar's plan; `url` may be empty."""

    identity: str
    day: date
    summary: str
    description: str = ""
    url: str = ""
    cancelled: bool = False


def calendar(name: str, domain: str, plan: str, events: Iterable[Event], as_of: date) -> bytes:
    """The file, stamped with the day `as_of`. `domain` is the site's own lasting name, `plan` the plan's address."""
    return b"".join(_folded(line) for line in _lines(name, domain, plan, events, as_of))


def _lines(name: str, domain: str, plan: str, events: Iterable[Event], as_of: date) -> Iterator[str]:
    stamp = f"{as_of:%Y%m%d}T000000Z"
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rencana-induk//tonggak//ID", "CALSCALE:GREGORIAN")
    yield f"NAME:{_text(name)}"
    yield f"X-WR-CALNAME:{_text(name)}"
    yield from ("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D")
    for event in sorted(events, key=lambda each: (each.day, each.identity)):
        yield "BEGIN:VEVENT"
        yield f"UID:{sha256(f'{plan} {event.identity}'.encode()).hexdigest()[:16]}@{domain}"
        yield f"DTSTAMP:{stamp}"
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{_text(event.summary)}"
        if event.description:
            yield f"DESCRIPTION:{_text(event.description)}"
        if event.url:
            yield f"URL:{event.url}"
        if event.cancelled:
            yield "STATUS:CANCELLED"
        yield from ("TRANSP:TRANSPARENT", "END:VEVENT")
    yield "END:VCALENDAR"


def _text(value: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11); what is no line end but a control character has no place in one."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n")
    return "".join(sign for sign in escaped.replace("\n", "\\n") if sign >= " " and sign != "\x7f")


def _folded(line: str) -> bytes:
    """A line of at most 75 octets, continued on the next ones; no character is cut."""
    parts: list[bytes] = []
    part = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(part) + len(octets) > _LINE:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join((*parts, part)) + b"\r\n"
