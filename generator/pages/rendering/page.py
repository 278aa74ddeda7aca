"""A page of the site, before it has a place on a screen, on paper, or in the search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.pages.rendering.blocks import Body


class SearchFields(NamedTuple):
    """What the search knows of a page beside its text.

    `words` find the page though it does not hold them. `filters` have the names that stand in an address
    (`?tahap=pemantapan`) and values that never change with the language. `facts` are stage, status and years of
    each activity, by its anchor: the search filters whole pages, and an activity is a place on one. `asked_by` are
    words of the questions that the page answers, in whatever language its frame is: they count as much as its title.
    """

    words: str
    filters: Mapping[str, Sequence[str]]
    facts: str = ""
    asked_by: str = ""


@dataclass(frozen=True)
class Page:
    """The page at an address. `front_matter` is the contract with the theme, described in `docs/theme.md`.

    `search` is nothing for a page that the search does not know.
    """

    address: str
    front_matter: dict[str, Any] = field(hash=False)
    body: Body
    search: SearchFields | None = field(default=None, hash=False)

    @property
    def size(self) -> int:
        """Characters of its body."""
        return sum(len(block.text) for block in self.body)
