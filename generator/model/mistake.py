"""A value that does not fit its field."""

from generator.locale import Message, say


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


def plain(value: object, code: str, message: Message, help_: Message) -> str:
    """The text of a scalar without white space around it; raises `Mistake` for what is none."""
    if not isinstance(value, str):
        raise Mistake(code, message, help_)
    return value.strip()


def misspelt(code: str, told: Message, general: Message, right: list[str]) -> Mistake:
    """The mistake with the spelling that was meant, if it is known; with both where there are two."""
    if len(right) == 1:
        return Mistake(code, told, say("tulis `{benar}`", benar=right[0]), right[0])
    if len(right) == 2:
        return Mistake(code, told, say("tulis `{satu}` atau `{dua}`", satu=right[0], dua=right[1]))
    return Mistake(code, told, general)
