"""Words for one line of a terminal or a log, from text that nobody vouches for."""

import re
import unicodedata
from itertools import cycle

from generator.diagnostics import Problem, Severity
from generator.locale import Language, Message, say

SEVERITIES: dict[Severity, Message] = {
    Severity.ERROR: say("kesalahan"),
    Severity.WARNING: say("peringatan"),
    Severity.FINDING: say("temuan"),
}
HELP = say("bantuan")
_SPACES, _SPACE = re.compile(r"\s+"), re.compile(r"\s")
_LONGEST = 2_000
"""Characters: what a message quotes may be all that a file holds, and its line is one of a log or an answer."""
_REPLACED = "\ufffd"


def message(entry: Problem, words: Language) -> str:
    """The message on one line; that of a finding, which is about an item, begins with it."""
    about = f"{one_line(entry.item)}: " if entry.severity is Severity.FINDING and entry.item else ""
    return about + said(entry, words)


def said(entry: Problem, words: Language) -> str:
    """The message alone, on one line."""
    return _cut(one_line(words.word(entry.message)))


def help_(entry: Problem, words: Language) -> str:
    """The remedy on one line, or empty."""
    return _cut(one_line(words.word(entry.help))) if entry.help else ""


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def one_line(text: str) -> str:
    """A text without line ends, and without characters that move the cursor or turn the writing around.

    White space is folded but between backticks: how far a line is indented may be all that is told.
    """
    if "  " not in text and text.isprintable():
        return text.strip()
    *quoted, last = text.split("`")
    if len(quoted) % 2:  # the last one ends nothing
        quoted[-1:], last = [], f"{quoted[-1]}`{last}"
    folded = (_SPACE.sub(" ", part) if odd else _SPACES.sub(" ", part) for part, odd in zip(quoted, cycle((0, 1))))
    line = "`".join([*folded, _SPACES.sub(" ", last)]).strip()
    return line if line.isprintable() else "".join(map(visible, line))


def visible(character: str) -> str:
    """The character, or a replacement where a terminal would obey it rather than show it."""
    return _REPLACED if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character
