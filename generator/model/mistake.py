"""A value that does not fit its field."""

from generator.locale import Message


class Mistake(ValueError):
    """A value that does not fit its field: the code of the problem, its message and its remedy.

    `fix` is the text that was meant, in the spelling of the format, where there is one.
    """

    def __init__(self, code: str, message: Message, help: Message, fix: str | None = None) -> None:
        super().__init__(message.msgid)
        self.code = code
        self.message = message
        self.help = help
        self.fix = fix


def shown(value: object) -> str:
    """A written value as a message quotes it: at most 60 characters."""
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
