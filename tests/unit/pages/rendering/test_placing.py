"""A page gets its place on the screen."""

from generator.pages.rendering.blocks import Heading, blocks
from generator.pages.rendering.placing import placed


def on_screen(written: str, address: str = "sagara/2025-2029/temuan/") -> list[Heading | str]:
    return list(placed(blocks(written), address))


def test_links_are_relative_to_the_page_they_stand_on() -> None:
    written = '<a href="site:sagara/2025-2029/temuan/#x">x</a><a href="site:metode/#m">m</a><a href="https://a.example/">a</a>'
    assert on_screen(written) == [written.replace("site:sagara/2025-2029/temuan/", "").replace("site:", "../../../")]
    assert on_screen('<form action="site:cari/"></form>', "") == ['<form action="cari/"></form>']


def test_only_headings_of_the_contents_stand_between_stretches_of_html() -> None:
    written = '<p>a</p><heading id="b">B</heading><div><heading level="3" id="c">C</heading></div>'
    assert on_screen(written) == ["<p>a</p>", Heading(2, "B", "b"), '<div><h3 id="c">C</h3></div>']


def test_what_is_for_paper_is_not_there() -> None:
    assert on_screen("<details<paper> open</paper>><screen>a</screen></details>") == ["<details>a</details>"]
    assert on_screen('<paper><heading id="b">B</heading></paper>') == []
