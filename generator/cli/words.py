"""The words of the command line in the language of the run: ours from the catalogue, click's own from a list.

Click asks `gettext` for its words, which follows the language of the machine. A plan's office reads Indonesian
whatever its computer speaks, and the language may be an option: so click's modules are given this room's words.
"""

from copy import copy
from typing import TYPE_CHECKING, TypeVar

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from generator.cli.indonesian import CLICK

if TYPE_CHECKING:
    from generator.locale import Language, Message

Command = TypeVar("Command", bound=click.Command)

_MODULES = (core, decorators, exceptions, formatting, parser, termui, types)
LANGUAGES = ("id", "en")
_language = "id"


def speak(code: str) -> None:
    """Say everything in a language from here on: of one process, one language."""
    global _language
    _language = code


def asked(arguments: list[str]) -> str:
    """The language that arguments ask for, before they are parsed: what is wrong with them is told in it too."""
    given = arguments[: arguments.index("--")] if "--" in arguments else arguments
    pairs = zip(given, (*given[1:], ""), strict=False)
    named = [each.partition("=")[2] or after for each, after in pairs if each.partition("=")[0] == "--lang"]
    return named[-1] if named and named[-1] in LANGUAGES else LANGUAGES[0]


def spoken() -> str:
    """The code of the language of this run."""
    return _language


def speech() -> "Language":
    """The language of this run. Help in Indonesian must not wait for the catalogues, so they are loaded here."""
    from generator.locale import language

    return language(_language)


def told(message: "Message") -> str:
    """A message in the language of this run."""
    return speech().word(message)


def worded(command: Command) -> Command:
    """A command with its help in the language of this run."""
    own = copy(command)
    own.help, own.epilog = ours(command.help or ""), ours(command.epilog or "")
    own.options_metavar = text("[OPTIONS]")
    if isinstance(own, click.Group):
        own.subcommand_metavar = text("COMMAND [ARGS]...")
    own.params = [_worded(each) for each in command.params]
    return own


def paragraphs(text: str) -> list[str]:
    """The source texts that a help consists of."""
    return [" ".join(each.split()) for each in text.split("\n\n")]


def _worded(param: click.Parameter) -> click.Parameter:
    own = copy(param)
    if isinstance(kind := copy(own.type), click.Path):
        kind.name = text("file" if not kind.dir_okay else "path" if kind.file_okay else "directory")
        own.type = kind
    if not isinstance(own, click.Option):
        return own
    own.help = ours(own.help or "")
    if own.metavar:
        own.metavar = ours(own.metavar)
    elif isinstance(own.type, click.IntRange | click.types.StringParamType) and not own.is_flag:
        own.metavar = text(own.type.name.upper())
    return own


def ours(said: str) -> str:
    """What the help of a command says, in the language of this run."""
    if _language == "id" or not said:
        return said
    return "\n\n".join(speech().gettext(each) for each in paragraphs(said))


def text(said: str) -> str:
    """What click says, in the language of this run."""
    return CLICK.get(said, said) if _language == "id" else said


def _ngettext(singular: str, plural: str, number: int) -> str:
    text = singular if number == 1 else plural
    return CLICK.get(text, CLICK.get(singular, text)) if _language == "id" else text


for _module in _MODULES:
    vars(_module).update(_=text, ngettext=_ngettext)


LANG = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=spoken,
    expose_value=False,
    help="Bahasa keluaran; bawaan: id.",
)
"""Of every command, and of `rencana` itself: `speech` gives what it chose."""
