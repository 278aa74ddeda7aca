"""What a template wrote, divided at its marks, once."""

import pytest

from generator.pages.rendering.blocks import Heading, Html, Medium, SourceLine, WrongMark, blocks


def test_headings_stand_apart_from_the_html_between_them() -> None:
    assert blocks('<p>a</p><heading id="satu">1. Satu</heading><p>b</p>') == (
        Html("<p>a</p>"),
        Heading(2, "1. Satu", "satu"),
        Html("<p>b</p>"),
    )


def test_a_heading_in_an_element_has_a_level_and_needs_no_anchor() -> None:
    written = '<section><heading level="3">Sasaran <b>kini</b></heading></section>'
    assert blocks(written) == (Html("<section>"), Heading(3, "Sasaran <b>kini</b>"), Html("</section>"))


def test_what_is_for_one_medium_says_so_headings_too() -> None:
    written = '<p>a<screen>b</screen><paper>c</paper></p><screen><heading id="d">D</heading></screen>'
    assert blocks(written) == (
        Html("<p>a"),
        Html("b", Medium.SCREEN),
        Html("c", Medium.PAPER),
        Html("</p>"),
        Heading(2, "D", "d", Medium.SCREEN),
    )


def test_what_the_search_finds_says_so() -> None:
    written = '<p>a</p><unsearched><tr id="b"><searched id="b">B</searched>c</tr><heading>D</heading></unsearched>'
    assert blocks(written) == (
        Html("<p>a</p>"),
        Html('<tr id="b">', None, False),
        Html("B", None, True, "b"),
        Html("c</tr>", None, False),
        Heading(2, "D", "", None, False),
    )


def test_a_line_is_a_link_where_it_has_an_address() -> None:
    line, name = blocks(
        '<source-line href="https://a.example/#L9">a.yaml:9</source-line><source-line href="">b.yaml:1</source-line>'
    )
    assert (line, name) == (SourceLine("a.yaml:9", "https://a.example/#L9"), SourceLine("b.yaml:1"))
    assert line.html == '<a class="source" href="https://a.example/#L9">a.yaml:9</a>'
    assert name.html == ""
    assert not line.searched


def test_a_mark_may_lie_inside_its_like() -> None:
    assert [block.shown_on for block in blocks("<screen>a<screen>b</screen>c</screen>d")] == [
        *3 * [Medium.SCREEN],
        None,
    ]


def test_a_mark_on_a_line_of_its_own_takes_the_line_along() -> None:
    assert "".join(block.text for block in blocks("<tr>\n<screen>\n<td>1</td>\n</screen>\n</tr>")) == (
        "<tr>\n<td>1</td>\n</tr>"
    )


@pytest.mark.parametrize(
    "written",
    [
        "<screen>a",
        "a</screen>",
        "<screen>a</paper>",
        "<screen><paper>a</paper></screen>",
        '<heading id="a">a',
        "a</heading>",
        '<heading id="a"><heading id="b">b</heading></heading>',
        '<heading id="a">a <screen>b</screen></heading>',
        "<unsearched>a",
        "a</unsearched>",
        "<searched>a</searched>",
        '<searched id="a"><source-line href="">a</source-line></searched>',
        '<source-line href="a">a',
    ],
)
def test_a_mark_that_is_not_closed_or_shows_nowhere_is_a_mistake_of_the_template(written: str) -> None:
    with pytest.raises(WrongMark):
        blocks(written)


def test_the_plans_own_words_are_no_marks() -> None:
    told = "<p>&lt;screen&gt; &lt;heading id=&#34;x&#34;&gt;</p>"
    assert blocks(told) == (Html(told),)
