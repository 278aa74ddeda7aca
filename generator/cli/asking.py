"""How questions reach a person at a terminal; elsewhere nobody is asked, and what has no usual answer is told."""

import sys
from collections.abc import Callable, Sequence

import click

from generator.locale import Language, Message, say
from generator.scaffold import Ask, Refusal


def at_a_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def asking(words: Language) -> Ask:
    """Asks until an answer passes its check."""

    def ask(
        question: Message,
        *,
        option: str,
        default: str = "",
        choices: Sequence[str] = (),
        check: Callable[[str], None],
    ) -> str:
        def accepted(text: str) -> str:
            try:
                check(text)
            except Refusal as refusal:
                raise click.BadParameter(words.word(refusal.message)) from None
            return text

        hint = f" [{'/'.join(choices)}]" if choices else ""
        return str(
            click.prompt(
                words.word(question) + hint,
                default=default,  # an empty one too: the check says why that is no answer
                show_default=bool(default),
                value_proc=accepted,
            )
        )

    return ask


def taking_defaults(
    question: Message, *, option: str, default: str = "", choices: Sequence[str] = (), check: Callable[[str], None]
) -> str:
    """Answers with what is usual; raises `Refusal` with the option where nothing is."""
    if not _passes(check, default):
        raise Refusal(say("`{pilihan}` belum disebut: {pertanyaan}", pilihan=option, pertanyaan=question))
    return default


def _passes(check: Callable[[str], None], text: str) -> bool:
    try:
        check(text)
    except Refusal:
        return False
    return True
