import os
from pathlib import Path

import pytest

from generator.build.from_disk import open_from_disk


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("lembaga/", "lembaga/index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("a/b/#k-001", "a/b/index.html#k-001"),
        (".&#x2f;lembaga&#x2f;", "./lembaga/index.html"),
        ("..&#x2f;#k-001", "../index.html#k-001"),
        ("&#x2f;mutlak&#x2f;", "&#x2f;mutlak&#x2f;"),
        ("cari/?q=x", "cari/index.html?q=x"),
        ("#isi", "#isi"),
        ("data/rencana.json", "data/rencana.json"),
        ("https://forge.example/x/", "https://forge.example/x/"),
        ("mailto:x", "mailto:x"),
        ("/mutlak/", "/mutlak/"),
    ],
)
def test_a_link_to_a_folder_names_its_page(tmp_path: Path, link: str, named: str) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text(f'<a class="x" href="{link}">a</a>', encoding="utf-8")
    open_from_disk(tmp_path)
    assert page.read_text(encoding="utf-8") == f'<a class="x" href="{named}">a</a>'


def test_the_other_name_of_a_page_keeps_its_text(tmp_path: Path) -> None:
    shelf = tmp_path / "rak.html"
    shelf.write_text('<a href="x/">x</a>', encoding="utf-8")
    (tmp_path / "situs").mkdir()
    os.link(shelf, tmp_path / "situs" / "index.html")
    open_from_disk(tmp_path / "situs")
    assert shelf.read_text(encoding="utf-8") == '<a href="x/">x</a>'


@pytest.mark.parametrize(("language", "words"), [("id", "pencarian baru bekerja setelah"), ("en", "the search works")])
def test_the_page_of_the_search_says_that_there_is_none(tmp_path: Path, language: str, words: str) -> None:
    page = tmp_path / "index.html"
    form = '<form class="filters search-page" id="cari">'
    page.write_text(f'<html lang="{language}">{form}</form>', encoding="utf-8")
    open_from_disk(tmp_path)
    text = page.read_text(encoding="utf-8")
    assert words in text.partition(form)[0]
    assert "<code>rencana serve</code>" in text


def test_a_folder_that_is_named_like_a_page_is_none(tmp_path: Path) -> None:
    page = tmp_path / "lama.html" / "index.html"
    page.parent.mkdir()
    page.write_text('<a href="x/">x</a>', encoding="utf-8")
    open_from_disk(tmp_path)
    assert page.read_text(encoding="utf-8") == '<a href="x/index.html">x</a>'
