"""Questions and answers: what was given beforehand, and how the rest is asked and checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.locale import Message
from generator.scaffold.acceptable import Check


class Ask(Protocol):
    """Asks a person until `check` accepts the answer."""

    def __call__(
        self, question: Message, *, option: str, default: str = "", choices: Sequence[str] = (), check: Check
    ) -> str:
        """The answer, or the default when nothing was typed; `option` of the command would have given it."""


@dataclass(frozen=True)
class GivenAnswers:
    """Answers given beforehand, as typed; an empty one is asked when it is needed."""

    institution: str = ""
    name: str = ""
    kind: str = ""
    code: str = ""
    province: str = ""
    site: str = ""
    information_officer: str = ""
    period: str = ""
    title: str = ""
    document_kind: str = "rencana_induk_egov"
    status: str = ""
    decree_form: str = ""
    decree_number: str = ""
    decree_year: str = ""
    decree_link: str = ""
    licence: str = "CC-BY-4.0"
    example: bool = False
    forge: str = ""
    site_url: str = ""
    repo_url: str = ""
    install: str = ""


class Answers:
    """Asks for what was not given, and checks either; what is typed becomes one line."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def __call__(
        self, option: str, value: str, question: Message, check: Check, default: str = "", choices: Sequence[str] = ()
    ) -> str:
        def checked(text: str) -> None:
            check(one_line(text))

        value = value or self._ask(question, option=option, default=default, choices=choices, check=checked)
        checked(value)
        return one_line(value)


def one_line(text: str) -> str:
    """A typed text on one line, without control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
