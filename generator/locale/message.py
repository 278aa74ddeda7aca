"""A sentence that has not chosen its language yet."""

from typing import NamedTuple, TypeAlias

Argument: TypeAlias = "str | int | Message"


class Message(NamedTuple):
    """An Indonesian sentence with `{names}` in it, and the values of those names.

    Values are inserted as they are, never read as a format: a plan's text may hold braces. A value
    may itself be a `Message`, which is then worded in the same language.
    """

    msgid: str
    arguments: tuple[tuple[str, Argument], ...] = ()


def say(msgid: str, /, **arguments: Argument) -> Message:
    """Make a `Message`; the name is what catalogue extraction looks for."""
    return Message(msgid, tuple(sorted(arguments.items())))
