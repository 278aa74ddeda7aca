"""Everything a reader may see has English words, and they say the same things with the same names in them."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.checks.findings import KINDS, thresholds, word_lists
from generator.cli import COMMANDS, command, main
from generator.cli.words import paragraphs
from generator.locale import Message, language
from generator.model.frame import load_frame

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "generator/locale/en/LC_MESSAGES/rencana.po"
# As the environment of the templates reads them (generator.pages.rendering.templates).
JINJA = {
    "comment_start_string": "{#-",
    "comment_end_string": "-#}",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "extensions": "jinja2.ext.i18n,jinja2.ext.do",
    "trimmed": "true",
    "silent": "false",
}
KEYWORDS = {"say": None, "_": None, "gettext": None, "ngettext": (1, 2)}


def entries() -> dict[str, Entry]:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="en", abort_invalid=True)
    return {entry.id[0] if isinstance(entry.id, tuple) else entry.id: entry for entry in catalogue if entry.id}


def said() -> Iterator[tuple[str, str]]:
    """Every source text with the file that says it."""
    for folder, method, options in (
        ("generator", ("**.py", "python"), {}),
        ("site_templates", ("**.j2", "jinja2.ext:babel_extract"), {"**.j2": JINJA}),
    ):
        found = extract_from_dir(ROOT / folder, [method], options, KEYWORDS)
        for file, _, text, _, _ in found:
            yield (text[0] if isinstance(text, tuple) else text), f"{folder}/{file}"
    for each in (main, *map(command, COMMANDS)):
        options = [option for option in each.params if isinstance(option, click.Option)]
        helps = [each.help, each.epilog, *(option.help for option in options)]
        for text in [part for told in helps for part in paragraphs(told or "") if part]:
            yield text, f"generator/cli: {each.name}"
        yield from ((option.metavar, f"generator/cli: {each.name}") for option in options if option.metavar)


def test_every_text_has_english_words() -> None:
    known = entries()
    found = list(said())
    assert len({text for text, _ in found}) > 500
    assert {file for _, file in found} >= {"site_templates/portal/metode.md.j2", "generator/pages/words/values.py"}
    assert [(file, text) for text, file in found if text not in known] == []


def of_data_files() -> list[Message]:
    told = [message for kind in KINDS for message in (kind.label, kind.meaning)]
    told += [message for each in thresholds() for message in (each.label, each.reason, each.unit)]
    told += [message for words in word_lists() for message in (words.label, words.reason)]
    return [*told, *(Message(each.title) for each in (*load_frame().parts, *load_frame().stages))]


def test_texts_of_data_files_have_english_words() -> None:
    known = entries()
    assert [message.msgid for message in of_data_files() if message.msgid not in known] == []


def test_no_text_is_kept_that_nobody_says_any_more() -> None:
    used = {text for text, _ in said()} | {message.msgid for message in of_data_files()}
    assert [text for text in entries() if text not in used] == []


def test_no_text_stands_twice() -> None:
    texts = re.findall(r'^msgid "(.+)"$', CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(texts) == sorted(set(texts))


def test_no_translation_is_empty() -> None:
    empty = [text for text, entry in entries().items() if not all(_forms(entry))]
    assert empty == []


def test_translations_use_names_that_the_text_has() -> None:
    """A name may be left out of one plural form ("one plan"), never invented."""
    wrong = [text for text, entry in entries().items() for form in _forms(entry) if not _names(form) <= _names(text)]
    assert wrong == []
    lost = [
        text
        for text, entry in entries().items()
        if isinstance(entry.id, str) and _names(text) - _names(_forms(entry)[0])
    ]
    assert lost == []


@pytest.mark.parametrize(("count", "words"), [(1, "1 institution"), (2, "2 institutions")])
def test_english_tells_one_from_many(count: int, words: str) -> None:
    text = "%(shown)s lembaga"
    assert language("en").ngettext(text, text, count) % {"shown": count} == words


def _forms(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.string) if isinstance(entry.string, (tuple, list)) else (entry.string,)


def _names(text: str) -> set[str]:
    named = set(re.findall(r"%\((\w+)\)s", text))
    try:
        return named | {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return named
