"""The reasons for a change that a commit's message gives, wherever a forge left them.

A planner writes `Alasan: …` in a commit or in the text of a proposal. It may then stand on any line: before the
trailers of a squash, once for each of several squashed commits, behind a bullet or in bold. Nothing else of a message
is read, for it may name people.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from generator.model.address import PlanAddress

LONGEST = 300
_LONGEST_OF_ALL = 5 * LONGEST
MOST_CHARACTERS, _MOST_REASONS = 50_000, 200
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


def may_give_reasons(message: str) -> bool:
    """Whether it is worth looking for reasons in a message."""
    return "alasan" in message[:MOST_CHARACTERS].casefold()


def reasons_in_message(message: str) -> tuple[Reason, ...]:
    """Every reason in a message, in order and once each; one that is too long or may name a person is left out."""
    found: dict[str, set[frozenset[str]]] = {}
    for part in _SQUASHED.split(_COMMENT.sub("", message[:MOST_CHARACTERS])):
        around = _ids(part)
        for about, text in _reasons(part.splitlines()):
            found.setdefault(text, set()).add(_ids(f"{about} {text}") or around)
    told = islice(found.items(), _MOST_REASONS)
    return tuple(Reason(text, frozenset().union(*abouts) if len(abouts) > 1 else abouts.pop()) for text, abouts in told)


class ReasonsGiven(NamedTuple):
    """The reasons of each message of some commits, and which of the messages are about a plan: what is said of one
    institution is no reason of another. An address without a period stands for every plan of its institution.
    """

    messages: tuple[tuple[Reason, ...], ...] = ()
    about: Mapping[PlanAddress, tuple[int, ...]] = MappingProxyType({})

    @classmethod
    def of(cls, messages: Iterable[tuple[tuple[Reason, ...], Iterable[PlanAddress]]]) -> "ReasonsGiven":
        """Of messages with what each is about."""
        told, about = [], dict[PlanAddress, list[int]]()
        for number, (reasons, plans) in enumerate(messages):
            told.append(reasons)
            for plan in plans:
                about.setdefault(plan, []).append(number)
        return cls(tuple(told), {plan: tuple(numbers) for plan, numbers in about.items()})

    def for_plan(self, *addresses: PlanAddress) -> tuple[Reason, ...]:
        """Those about a plan that stands, or stood before, at these addresses; each once, and no more of them than one
        message may give."""
        places = {*addresses, *(PlanAddress(address.institution, "") for address in addresses)}
        numbers = sorted({number for place in places for number in self.about.get(place, ())})
        every = dict.fromkeys(reason for number in numbers for reason in self.messages[number])
        return tuple(islice(every, _MOST_REASONS))


class ReasonsTold:
    """What some reasons say about each of the items that moved."""

    def __init__(self, reasons: Iterable[Reason], moved: Iterable[str]) -> None:
        ids = frozenset(each.lower() for each in moved)
        naming: dict[str, list[str]] = {}
        others = []
        for text, about in reasons:
            named = about & ids
            for id in named:
                naming.setdefault(id, []).append(text)
            if not named:
                others.append(text)
        self._naming = {id: _joined(texts) for id, texts in naming.items()}
        self._others = _joined(others)

    def about(self, item: str) -> str | None:
        """The reasons that name an item, else those that name no other item that moved."""
        return self._naming.get(item.lower(), self._others) or None


def _joined(texts: Iterable[str]) -> str:
    """Each once, as far as one reads for one move."""
    found: dict[str, None] = {}
    length = 0
    for text in texts:
        if text not in found:
            length += len(text)
            found[text if length <= _LONGEST_OF_ALL else "…"] = None
        if length > _LONGEST_OF_ALL:
            break
    return " ".join(found)


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
