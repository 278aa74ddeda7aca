"""Words for one line of a terminal or a log, from text that nobody vouches for."""

import unicodedata

from generator.diagnostics import Problem, Severity
from generator.locale import Language, Message, say

SEVERITIES: dict[Severity, Message] = {
    Severity.ERROR: say("kesalahan"),
    Severity.WARNING: say("peringatan"),
    Severity.FINDING: say("temuan"),
}
HELP = say("bantuan")
_REPLACED = "\ufffd"


def message(entry: Problem, words: Language) -> str:
    """The message on one line; that of a finding, which is about an item, begins with it."""
    about = f"{entry.item}: " if entry.severity is Severity.FINDING and entry.item else ""
    return one_line(about + words.word(entry.message))


def help_(entry: Problem, words: Language) -> str:
    """The remedy on one line, or empty."""
    return one_line(words.word(entry.help)) if entry.help else ""


def one_line(text: str) -> str:
    """A text without line ends, and without characters that move the cursor or turn the writing around."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(visible, line))


def visible(character: str) -> str:
    """The character, or a replacement where a terminal would obey it rather than show it."""
    return _REPLACED if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character
