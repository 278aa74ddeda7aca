"""What Chromium is given to print."""

import codecs
import re

import pytest

from generator.locale import language
from generator.pdf.paper import PrintingFailed, for_paper, with_page_numbers

BEGINS = codecs.BOM_UTF8 + b'<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\';'


def refused(content: bytes) -> str:
    with pytest.raises(PrintingFailed) as told:
        for_paper(content)
    return language().word(told.value.reason)


@pytest.mark.parametrize("before", ["", "\n", " \t\r\n\f"], ids=ascii)
def test_a_page_begins_with_its_encoding_and_a_policy_of_its_own(before: str) -> None:
    paper = for_paper(f"{before}<!doctype html><html lang=id><p>é".encode())
    assert paper.startswith(BEGINS)
    assert paper.endswith('"><html lang=id><p>é'.encode())


@pytest.mark.parametrize(
    "before",
    [
        "\u00a0",
        "\u3000",
        "\u0085",
        "\u2028",
        "\x0b",
        "\x1c",
        "\x1d",
        "\x1e",
        "\x1f",
        "\0",
        "\ufeff",
        "x",
        "<p>",
        "<!-- -->",
    ],
    ids=ascii,
)
def test_nothing_else_stands_before_the_doctype(before: str) -> None:
    assert "bukan seperti yang dibuat" in refused(f"{before}<!doctype html><p>a".encode())


@pytest.mark.parametrize("content", [b"", b"<h1>Rencana</h1>", b"<!doctype html public>", b"<!doctype html>\xff\xfe"])
def test_a_page_of_another_kind_is_told(content: bytes) -> None:
    assert "bukan seperti yang dibuat" in refused(content)


def test_a_page_that_fills_the_memory_is_told() -> None:
    assert "terlalu besar untuk dijadikan PDF" in refused(b"<!doctype html>" + b"<li>a" * 80_000)


@pytest.mark.parametrize(
    "inside",
    [
        '<meta HTTP-EQUIV="&#114;efresh" content="0;url=file:///etc/passwd">',
        "<meta http-equiv =refresh content=0>",
        "<svg><meta/Http-Equiv=refresh content=0></svg>",
        '<meta http-equiv="Content-Security-Policy" content="img-src *">',
    ],
)
def test_no_page_leads_on_by_itself(inside: str) -> None:
    paper = for_paper(f"<!doctype html>{inside}".encode())
    assert len(re.findall(rb"http-equiv", paper, re.IGNORECASE)) == 1
    assert paper.startswith(BEGINS)


def test_a_text_that_says_the_word_reads_the_same() -> None:
    """An institution's name, too, stands on the pages of its neighbours."""
    page = "<!doctype html><p title='Badan http-equiv'>Aplikasi bernama sama tercatat di Badan HTTP-Equiv"
    paper = for_paper(page.encode())
    assert paper.endswith(b"<p title='Badan http&#45;equiv'>Aplikasi bernama sama tercatat di Badan HTTP&#45;Equiv")


def test_numbers_go_into_the_contents_only() -> None:
    page = b'<a href="#x"><span class="leaf" data-leaf="x"></span></a><span class="leaf" data-leaf="y"></span><p>x</p>'
    numbered = with_page_numbers(page, {"x": 12})
    assert re.findall(rb">(\d*)</span>", numbered) == [b"12", b""]
    assert numbered.replace(b"12", b"") == page
