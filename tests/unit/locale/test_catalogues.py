"""The catalogues: Indonesian is the source, English is complete and asks for the same arguments."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import generator.locale
from generator.locale import language, say

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


def test_a_message_with_two_forms_counts() -> None:
    put_off = "{hal} diundur {jumlah} hari, dari {dari} ke {ke}"
    told = [language("en").word(say(put_off, hal="X", jumlah=days, dari="a", ke="b")) for days in (1, 2)]
    assert told == ["X put off by 1 day, from a to b", "X put off by 2 days, from a to b"]
    assert language("id").word(say(put_off, hal="X", jumlah=1, dari="a", ke="b")) == "X diundur 1 hari, dari a ke b"
