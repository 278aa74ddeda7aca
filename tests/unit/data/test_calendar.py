"""A calendar read back by another library."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.data.calendar import Event, calendar

AS_OF = date(2026, 11, 24)


def read(*events: Event, plan: str = "sagara/2025-2029") -> list[Any]:
    content = calendar("Rencana", "rencana.example", plan, events, AS_OF)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_an_event_is_a_whole_day_that_keeps_nobody_busy() -> None:
    (event,) = read(Event("K-1 selesai", date(2026, 12, 31), "K-1 selesai: Portal", url="https://a.example/#k-1"))
    assert event.decoded("dtstart") == date(2026, 12, 31)
    assert event.decoded("dtend") == date(2027, 1, 1)
    assert (event["transp"], event["url"]) == ("TRANSPARENT", "https://a.example/#k-1")
    assert "status" not in event


def test_a_promise_that_slips_moves_and_is_not_doubled() -> None:
    before, after = (read(Event("K-1 selesai", day, "K-1"))[0] for day in (date(2026, 1, 1), date(2027, 1, 1)))
    assert before["uid"] == after["uid"]
    assert before["uid"] != read(Event("K-2 selesai", date(2026, 1, 1), "K-2"))[0]["uid"]
    assert before["uid"] != read(Event("K-1 selesai", date(2026, 1, 1), "K-1"), plan="lain/2025-2029")[0]["uid"]


def test_what_is_cancelled_leaves_the_calendars_it_stands_in() -> None:
    assert read(Event("K-1 selesai", date(2026, 1, 1), "K-1", cancelled=True))[0]["status"] == "CANCELLED"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1, max_size=200))
def test_any_words_are_kept(words: str) -> None:
    (event,) = read(Event("K-1 selesai", date(2026, 1, 1), words))
    assert str(event["summary"]).strip() == words.strip()


def test_a_line_end_in_words_begins_no_line_of_the_file() -> None:
    (event,) = read(Event("K-1", date(2026, 1, 1), "a\r\nEND:VCALENDAR\rb\x07"))
    assert str(event["summary"]) == "a\nEND:VCALENDARb"
