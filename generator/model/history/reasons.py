"""The reasons for a change that a commit's message gives, wherever a forge left them.

A planner writes `Alasan: …` in a commit or in the text of a proposal. It may then stand on any line: before the
trailers of a squash, once for each of several squashed commits, behind a bullet or in bold. Nothing else of a message
is read, for it may name people.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

LONGEST = 300
_MOST_CHARACTERS, _MOST_REASONS = 50_000, 200
"""What is read of a message, and how many reasons it may give: a forge squashes no more into one."""

_BEGINS = re.compile(
    r"[\s>*•–-]*(?:\d+[.)]\s{0,3})?(?:\*\*|__)?alasan\b(?P<about>[^:\n]{0,90}):(?:\*\*|__)?(?P<text>.*)", re.IGNORECASE
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
    found: dict[str, set[frozenset[str]]] = {}
    for part in _SQUASHED.split(_COMMENT.sub("", message[:_MOST_CHARACTERS])):
        around = _ids(part)
        for about, text in _reasons(part.splitlines()):
            found.setdefault(text, set()).add(_ids(f"{about} {text}") or around)
    told = islice(found.items(), _MOST_REASONS)
    return tuple(Reason(text, frozenset().union(*abouts) if len(abouts) > 1 else abouts.pop()) for text, abouts in told)


def reason_for(item: str, reasons: Iterable[Reason], moved: Iterable[str]) -> str | None:
    """What is said about an item: the reasons that name it, else those that name no other item that moved."""
    ids = frozenset(each.lower() for each in moved)
    told = tuple(reasons)
    fitting = [each.text for each in told if item.lower() in each.about]
    fitting = fitting or [each.text for each in told if each.about.isdisjoint(ids)]
    return " ".join(dict.fromkeys(fitting)) or None


def _ids(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _ID.findall(text))


def _reasons(lines: list[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines):
        begun = _BEGINS.fullmatch(line)
        if begun is None:
            continue
        words = [begun["text"]]
        for at in range(number + 1, len(lines)):
            if _ENDS.match(lines[at]) or _BEGINS.fullmatch(lines[at]):
                break
            words.append(lines[at])
        text = "".join(sign if sign.isprintable() else " " for sign in " ".join(words))
        text = " ".join(text.replace("**", "").split()).strip()
        if text and len(text) <= LONGEST and not _MAY_NAME_A_PERSON.search(text):
            yield begun["about"], text
