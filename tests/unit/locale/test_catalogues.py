"""The catalogues: Indonesian is the source, English is complete and asks for the same arguments."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

import generator
import generator.locale
from generator.locale import language

TEMPLATES = Path(generator.__file__).parents[1] / "site_templates"
_PERCENT = re.compile(r"%\((\w+)\)s")
PO = Path(generator.locale.__file__).parent / "en" / "LC_MESSAGES" / "rencana.po"


def test_indonesian_needs_no_catalogue() -> None:
    assert language("id").gettext("belum tercatat") == "belum tercatat"
    assert language("id").ngettext("satu", "banyak", 1) == "satu"


def test_english_words_an_indonesian_source_text() -> None:
    source = "jawaban belum lengkap; tidak ada yang dibuat"
    assert language("en").gettext(source) == "the answers are incomplete; nothing was made"


def test_a_language_without_a_catalogue_is_an_error() -> None:
    with pytest.raises(KeyError, match="jv"):
        language("jv")


def test_every_word_of_the_page_templates_has_its_english() -> None:
    with PO.open("rb") as file:
        translated = {
            entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in read_po(file) if entry.string
        }
    options = {
        "extensions": "jinja2.ext.i18n,jinja2.ext.do",
        "comment_start_string": "{#-",
        "comment_end_string": "-#}",
        "silent": "false",
    }
    used: dict[str, str] = {}
    for path in TEMPLATES.rglob("*.j2"):
        with path.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ["_", "gettext", "ngettext"], [], options):
                used[message[0] if isinstance(message, tuple) else message] = path.name
    assert len(used) > 200
    assert {words: name for words, name in used.items() if words and words not in translated} == {}


def _names(text: str) -> set[str]:
    """The arguments a text asks for; one whose braces do not pair is no format, and asks for none."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set()


def test_every_translation_asks_for_the_arguments_of_its_source() -> None:
    with PO.open("rb") as file:
        entries = [entry for entry in read_po(file, locale="en") if entry.id]
    assert len(entries) > 100
    for entry in entries:
        sources = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for text in texts:
            assert _names(text) <= _names(sources[0]), sources[0]
            assert set(_PERCENT.findall(text)) <= set(_PERCENT.findall(sources[-1])), sources[0]
