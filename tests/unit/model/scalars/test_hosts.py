"""What is taken for the name of a computer, a browser takes too."""

import pytest

from generator.model.scalars.words import is_link
from generator.pages.rendering.plan_text import formatted


@pytest.mark.parametrize(
    "host",
    [
        *("a.go.id", "Data.GO.ID", "a_b.go.id", "a.go.id.", "localhost", "a.go.id:8443", "a.go.id:", "1.2.3.4"),
        *("[2001:db8::1]", "[::1]:80", "bücher.example", "xn--bcher-kva.example", "-a.go.id", "ab--c.id"),
    ],
)
def test_a_link_that_is_taken_stands_on_the_page(host: str) -> None:
    assert is_link(f"https://{host}/x")
    assert "href" in formatted(f"[t](https://{host}/x)")


@pytest.mark.parametrize(
    "host",
    [
        *("data\u2011laut.go.id", "a\u3002go.id", "a\u2100.id", "x\u00b2.id", "\u115f.id", "BÜCHER.example"),
        *("a.go.id:65536", "a.go.id:99999", "a.go.id:x", "[v1.x]", "[", "[::1", "1.2.3", "1.2.3.4.5", "a.1"),
        *("xn--a.go.id", "a..id", ".id", f"{'a' * 64}.id", "a." * 130 + "id"),
    ],
)
def test_one_that_a_browser_would_not_take_is_none(host: str) -> None:
    assert not is_link(f"https://{host}/x")
    assert ":" in host or not is_link(f"mailto:a@{host}")


def test_every_letter_that_a_name_may_have_leads_there() -> None:
    letters = [chr(number) for number in range(0x80, 0x3000) if is_link(f"https://a{chr(number)}b.id/")]
    assert len(letters) > 1_000
    assert [each for each in letters if "href" not in formatted(f"[t](https://a{each}b.id/)")] == []
