"""Every page of the small plan, to the letter: a change of a template shows itself as a change of these files."""

import pytest

from .pages import expected, made

RENEW = "If the new page is right: python -m tests.golden, look at `git diff`, commit."


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return made()


def test_the_same_pages_are_made_as_before(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(expected()), RENEW


@pytest.mark.parametrize("name", sorted(expected()))
def test_a_page_is_as_it_was(pages: dict[str, str], name: str) -> None:
    assert pages[name] == expected()[name], RENEW
