"""A page gets its place on the screen."""

from generator.pages.rendering.blocks import Heading, Html, blocks
from generator.pages.rendering.placing import apart, on_screen, placed, text_of


def shown(written: str, address: str = "sagara/2025-2029/temuan/") -> list[Heading | str]:
    return list(placed(blocks(written), address))


def test_links_are_relative_to_the_page_they_stand_on() -> None:
    written = '<a href="site:sagara/2025-2029/temuan/#x">x</a><a href="site:metode/#m">m</a><a href="https://a.example/">a</a>'
    assert shown(written) == [written.replace("site:sagara/2025-2029/temuan/", "").replace("site:", "../../../")]
    assert shown('<form action="site:cari/"></form>', "") == ['<form action="cari/"></form>']


def test_only_headings_of_the_contents_stand_between_stretches_of_html() -> None:
    written = '<p>a</p><heading id="b">B</heading><div><heading level="3" id="c">C</heading></div>'
    assert shown(written) == ["<p>a</p>", Heading(2, "B", "b"), '<div><h3 id="c">C</h3></div>']


def test_what_is_for_paper_is_not_there() -> None:
    assert shown("<details<paper> open</paper>><screen>a</screen></details>") == ["<details>a</details>"]
    assert shown('<paper><heading id="b">B</heading></paper>') == []


def test_a_screen_needs_few_blocks() -> None:
    body = blocks(
        '<p>a<source-line href="https://a.example/">b</source-line></p><heading level="3">C</heading><paper>d</paper>'
        '<unsearched><b>e</b><searched id="f">F</searched></unsearched><heading id="g">G</heading><screen>h</screen>'
    )
    assert on_screen(body, is_searched=True) == (
        Html("<p>a"),
        Html('<a class="source" href="https://a.example/">b</a>', None, False),
        Html("</p><h3>C</h3>"),
        Html("<b>e</b>", None, False),
        Html("F", None, True, "f"),
        Heading(2, "G", "g"),
        Html("h"),
    )
    few = on_screen(body, is_searched=False)
    assert [block.searched for block in few] == [False, True, False]
    assert list(placed(few, "")) == list(placed(body, ""))


def test_the_words_of_elements_that_touch_stay_apart() -> None:
    assert apart("<dt>Visi</dt><dd>Kota</dd>") == "<dt>Visi</dt> <dd>Kota</dd>"
    assert text_of('<p class="lead">a &amp; b</p><ul><li>c</li></ul>') == "a & b c"
    assert text_of("<b>T1 &lt;2026&gt;</b>") == "T1 <2026>"
