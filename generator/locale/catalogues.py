"""Message catalogues: Indonesian is the source text, every other language a `.po` file beside this module."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.locale.formats import Formats
from generator.locale.message import Message

SOURCE_LANGUAGE = "id"
LANGUAGES = ("id", "en")


class Language:
    """The words and the number, money and date forms of one language."""

    def __init__(self, code: str, translations: NullTranslations) -> None:
        self.code = code
        self.formats = Formats(code)
        self._translations = translations

    def gettext(self, msgid: str) -> str:
        """The words for an Indonesian source text."""
        return self._translations.gettext(msgid)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The words for a counted thing; Indonesian has one form, others may have two."""
        return self._translations.ngettext(singular, plural, number)

    def word(self, message: Message) -> str:
        """A message in this language, its arguments worded too.

        Where the catalogue has two forms of it, the argument `jumlah` says which.
        """
        if not message.arguments:
            return self.gettext(message.msgid)
        arguments = {
            name: self.word(value) if isinstance(value, Message) else value for name, value in message.arguments
        }
        count = arguments.get("jumlah")
        text = self.ngettext(message.msgid, message.msgid, count) if isinstance(count, int) else message.msgid
        return (self.gettext(text) if text == message.msgid else text).format_map(arguments)


@cache
def language(code: str = SOURCE_LANGUAGE) -> Language:
    """The language with this code; raises `KeyError` for one that has no catalogue."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return Language(code, NullTranslations() if code == SOURCE_LANGUAGE else _read(code))


def _read(code: str) -> GNUTranslations:
    # Compiled catalogues would be generated files in Git, so the text ones are compiled at start: some 20 ms.
    path = Path(__file__).parent / code / "LC_MESSAGES" / "rencana.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
