"""A page of the site, before it has a place on a screen or on paper."""

from dataclasses import dataclass, field
from typing import Any

from generator.pages.rendering.blocks import Body


@dataclass(frozen=True)
class Page:
    """The page at an address. `front_matter` is the contract with the theme, described in `docs/theme.md`."""

    address: str
    front_matter: dict[str, Any] = field(hash=False)
    body: Body
