"""A cause of an unreadable file, as the one change that takes it away: it is believed only if it does."""

from typing import Any, NamedTuple

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.reading.events import first_error
from generator.reading.text import TextFile

End = tuple[int, int]
"""Line and column, from 1."""

NOWHERE: End = (1 << 60, 0)


class Cure(NamedTuple):
    """What stands from `start` to `end` (exclusive) and should be `text`, why, and how a planner does it."""

    start: End
    end: End
    text: str
    cause: Message
    remedy: Message
    code: str = "yaml-tidak-terbaca"

    def applied(self, file: TextFile) -> str:
        """The text of the file with this change."""
        return file.text[: _offset(file, self.start)] + self.text + file.text[_offset(file, self.end) :]

    def problem(self, path: str) -> Problem:
        """The cause as it is told."""
        return Problem(
            self.code,
            Place(path, *self.start, *self.end),
            say("berkas tidak terbaca: {sebab}", sebab=self.cause),
            help=self.remedy,
            fix=self.text,
        )


def stops_at(error: Any) -> End:
    """Where a parser gives up: for a quotation that never ends, where it begins."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if context is not None and "quoted scalar" in str(getattr(error, "context", "")):
        mark = context
    mark = mark or context
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def stop_of(text: str) -> End:
    """Where the parser stops in a text; `NOWHERE` if it reads it all."""
    error = first_error(text)
    return NOWHERE if error is None else stops_at(error)


def _offset(file: TextFile, at: End) -> int:
    return file.offset(at[0]) + at[1] - 1
