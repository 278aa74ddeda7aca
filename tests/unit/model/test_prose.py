"""What a text in Markdown loses on its way to the page is known, and nothing else is called lost."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from generator.model.prose import DEEPEST, Loss, Lost, is_plain, lost, parsed

RICH = """\
Satu akun, **satu pintu** dan ~~dua loket~~:
1. portal
   - perizinan
   - pengaduan
2. [laporan](https://sagara.example/?a=1&b=2)

| Tahun | Layanan |
|---|--:|
| 2026 | 3 |
| 2027 |

> dikutip\\
> dari www.sagara.example atau ppid@sagara.go.id

# Judul

```sh
ls <folder>
```

Kurang dari <10 menit, a < b, `<b>` dan \\<i>; lihat [situs][1].

[1]: https://sagara.example/
"""


def losses(text: str) -> list[tuple[Loss, str, int]]:
    return [(each.loss, each.text, each.line) for each in lost(text)]


def test_what_the_forge_shows_is_not_lost() -> None:
    assert lost(RICH) == []
    assert not is_plain(RICH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("satu\n\n![peta](https://a.example/peta.png)", (Loss.PICTURE, "![peta]", 2)),
        ("a <b>tebal</b>", (Loss.HTML, "<b>", 0)),
        ("a\n\n<div>\nx\n</div>", (Loss.HTML, "<div>", 2)),
        ("a\n\n<!-- diam -->", (Loss.HTML, "<!-- diam -->", 2)),
        ("nama <nama dinas> dan alamat", (Loss.HTML, "<nama dinas>", 0)),
        ("[x](javascript:alert(1))", (Loss.LINK, "javascript:alert(1)", 0)),
        ("[x](//a.example)", (Loss.LINK, "//a.example", 0)),
        ("[x](laporan.pdf)", (Loss.LINK, "laporan.pdf", 0)),
        ("[x]()", (Loss.LINK, "", 0)),
        ("[x](#bagian)", (Loss.LINK, "#bagian", 0)),
        ("<https://admin:s@a.example/>", (Loss.LINK, "https://admin:s@a.example/", 0)),
        ("lihat https://admin@a.example/x", (Loss.LINK, "https://admin@a.example/x", 0)),
        ("[x][1]\n\n[1]: data:text/html,x", (Loss.LINK, "data:text/html,x", 0)),
        ("satu\n\n[Catatan]: menyusul", (Loss.DEFINITION, "[Catatan]:", 2)),
        ("[a][a]\n\n[a]: https://a.example\n[a]: https://b.example", (Loss.DEFINITION, "[a]:", 3)),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", (Loss.CELLS, "| 1 | 2 | 3 |", 2)),
        ("a | b\n--|--\n1 | 2 | 3", (Loss.CELLS, "1 | 2 | 3", 2)),
    ],
)
def test_what_a_page_will_not_show(text: str, expected: tuple[Loss, str, int]) -> None:
    assert losses(text) == [expected]


def test_everything_is_told_from_top_to_bottom() -> None:
    text = "[x](y)\n\n[a]: z\n\n<i>m</i> ![g](h) <u>"
    assert [each.loss for each in lost(text)] == [Loss.LINK, Loss.DEFINITION, Loss.HTML, Loss.PICTURE, Loss.HTML]


@pytest.mark.parametrize("sign", ["- ", "> ", "1. ", "- > "])
def test_nesting_has_a_limit_and_costs_no_stack(sign: str) -> None:
    layers = len(sign) // 2 if sign == "- > " else 1
    assert lost(sign * (DEEPEST // layers) + "a") == []
    for deeper in (DEEPEST // layers + 1, 400, 4000):
        assert Loss.DEPTH in {each.loss for each in lost(sign * deeper + "a")}


SIGNS = (
    "[",
    "![",
    "*a ",
    "_",
    "`",
    "<",
    ":",
    "www.",
    "a@",
    "[a](",
    "- ",
    "> ",
    "|a",
    "~",
    "http:",
    "\\",
    "&",
    "<a ",
    "\n",
)


@given(st.lists(st.sampled_from([*SIGNS, "teks", " ", "é", "\t"]), max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(each, Lost) for each in lost(text))


@pytest.mark.parametrize(
    "pattern", [":", "[:", "![:", "mailto:", "[!!!!", "![", "![a](", "a@b.c ", "<a ", "*a ", "`", "~~a*_", "www.", "&a"]
)
def test_the_longest_text_costs_no_more_than_many_short_ones(pattern: str) -> None:
    def seconds(length: int) -> float:
        begun = process_time()
        parsed((pattern * length)[:length] + f" {begun}")  # none that is kept
        return process_time() - begun

    short, long = (min(seconds(length) for _ in range(3)) for length in (1_200, 9_600))
    assert long < 4 * 8 * max(short, 0.001)


def test_a_text_has_so_many_links_at_most() -> None:
    full = "[a](https://a.example/)\n" * 350
    assert lost(full) == []
    assert losses("x\n" + "[[\n" * 251) == [(Loss.LINKS, "[[", 251)]
    assert losses("mailto:" * 501) == [(Loss.LINKS, "mailto:" * 501, 0)]
    assert {child.type for token in parsed("[a](b)" * 501) for child in token.children or ()} == {"text"}


@pytest.mark.parametrize("text", ["http://a.example", "(https://a.example)", "mailto:a@b.example", "xhttp://a", "a: b"])
def test_addresses_are_found_as_before(text: str) -> None:
    plain = MarkdownIt("commonmark").use(gfm_autolink_plugin)
    kinds = [[child.type for child in token.children or ()] for token in parsed(text)]
    assert kinds == [[child.type for child in token.children or ()] for token in plain.parse(text)]


def test_a_row_is_not_filled_up_to_a_million_cells() -> None:
    wide = "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "|\n" * 4_500
    assert [(each.loss, each.line) for each in lost(wide)] == [(Loss.TABLE, 1)]
    assert len(parsed(wide)) < 10
    within = "> " + "|a" * 200 + "|\n> " + "|-" * 200 + "|\n" + "> |\n" * 3_000
    assert [each.loss for each in lost(within)] == [Loss.TABLE]
    assert any(token.type == "table_open" for token in parsed("|a|b|\n|-|-|\n" + "|1|2|\n" * 300))
