"""What the documents say is there: files, anchors, commands, options, headers."""

import re

import click
import pytest

from generator.cli import COMMANDS
from generator.cli import command as command_of
from generator.pages.portal.host_files import HEADERS

from .tables import ROOT

DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
}
_FENCE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def prose(text: str) -> str:
    """A document without its blocks and spans of code: what looks like a link there is none."""
    return re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text))


def anchors(text: str) -> set[str]:
    """The anchors that a forge gives to headings."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_to_a_file_and_its_anchor(name: str) -> None:
    for target in _LINK.findall(prose(DOCUMENTS[name])):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent.joinpath(path).resolve() if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), target


def test_links_and_anchors_are_seen() -> None:
    assert _LINK.findall(prose("[a](b.md#c) ![d](e.png) `[f](g)`\n```\n[h](i)\n```\n")) == ["b.md#c", "e.png"]
    assert anchors("# Satu dua\n```\n# bukan\n```\n## Isi (sekali lagi)") == {"satu-dua", "isi-sekali-lagi"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_and_option_that_is_named_exists(name: str) -> None:
    for command, rest in re.findall(r"`rencana ([a-z]+)([^`\n]*)`", DOCUMENTS[name]):
        assert command in COMMANDS, command
        options = {each for one in command_of(command).params if isinstance(one, click.Option) for each in one.opts}
        assert set(re.findall(r"(?<!\S)--[\w-]+", rest)) <= options, f"rencana {command}{rest}"


def test_every_command_stands_in_the_readme() -> None:
    assert set(re.findall(r"`rencana ([a-z]+)", DOCUMENTS["README.md"])) >= set(COMMANDS)


def test_the_headers_to_set_by_hand_are_those_the_site_carries() -> None:
    text = DOCUMENTS["docs/penerbitan.md"]
    for name, value in HEADERS.items():
        assert text.count(f'{name} "{value}"') == 2, name


def test_the_index_of_decisions_is_whole() -> None:
    index = DOCUMENTS["docs/decisions/README.md"]
    for path in sorted((ROOT / "docs/decisions").glob("*.md")):
        assert path.name == "README.md" or f"({path.name})" in index, path.name
        assert re.fullmatch(r"README|[a-z]+(-[a-z]+)*", path.stem), path.name
