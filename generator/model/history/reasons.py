"""The reasons for a change that a commit's message gives, wherever a forge left them.

A planner writes `Alasan: …` in a commit or in the text of a proposal. It may then stand on any line: before the
trailers of a squash, once for each of several squashed commits, behind a bullet or in bold. Nothing else of a message
is read, for it may name people.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST = 300
_BEGINS = re.compile(
    r"[\s>*•–-]*(?:\d+[.)]\s*)?(?:\*\*|__)?alasan\b\s*(?P<about>[^:\n]{0,80}?)\s*(?:\*\*|__)?\s*:(?:\*\*|__)?(?P<text>.*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*$|\s*(?:[*•-]|#+|\d+[.)])\s|[A-Z][A-Za-z]*(?:-[A-Za-z]+)+:\s|\(cherry picked from ")
_SQUASHED = re.compile(r"^\* ", re.MULTILINE)  # how a forge begins the message of each commit that it squashed
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ID = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)+|[A-Za-z]+[0-9]+)")
_MAY_NAME_A_PERSON = re.compile(r"@|\d{10}")


class Reason(NamedTuple):
    """A reason, and what may be ids among the words around it, in small letters."""

    text: str
    about: frozenset[str]


def reasons_in_message(message: str) -> tuple[Reason, ...]:
    """Every reason in a message, in order and once each; one that is too long or may name a person is left out."""
    found: dict[str, set[str]] = {}
    for part in _SQUASHED.split(_COMMENT.sub("", message)):
        around = {word.lower() for word in _ID.findall(part)}
        for about, text in _reasons(part.splitlines()):
            own = {word.lower() for word in _ID.findall(f"{about} {text}")}
            found.setdefault(text, set()).update(own or around)
    return tuple(Reason(text, frozenset(about)) for text, about in found.items())


def reason_for(item: str, reasons: Iterable[Reason], moved: Iterable[str]) -> str | None:
    """What is said about an item: the reasons that name it, else those that name no other item that moved."""
    ids = frozenset(each.lower() for each in moved)
    told = tuple(reasons)
    fitting = [each.text for each in told if item.lower() in each.about]
    fitting = fitting or [each.text for each in told if not each.about & ids]
    return " ".join(dict.fromkeys(fitting)) or None


def _reasons(lines: list[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines):
        begun = _BEGINS.fullmatch(line)
        if begun is None:
            continue
        words = [begun["text"]]
        for following in lines[number + 1 :]:
            if _ENDS.match(following) or _BEGINS.fullmatch(following):
                break
            words.append(following)
        text = "".join(sign if sign.isprintable() else " " for sign in " ".join(words))
        text = " ".join(text.replace("**", "").split()).strip()
        if text and len(text) <= LONGEST and not _MAY_NAME_A_PERSON.search(text):
            yield begun["about"], text
