"""What the frame shows around a page of the portal."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.locale import Language
from generator.pages import addresses
from generator.pages.plan.front_matter import breadcrumbs


def portal_front_matter(
    kind: str, steps: Sequence[tuple[str, str]], description: str, as_of: date, words: Language, **more: object
) -> dict[str, Any]:
    """The front matter of a page of the portal.

    `steps` lead to the page by title and address, the page itself last; the portal's own page has no breadcrumbs.
    """
    title, address = steps[-1]
    return {
        "title": title,
        "description": description,
        "kind": kind,
        "as_of": words.formats.date(as_of),
        "breadcrumbs": breadcrumbs(words, *steps) if address != addresses.PORTAL else [],
        **more,
        "canonical": True,
    }
