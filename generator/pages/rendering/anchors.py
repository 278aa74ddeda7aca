"""Whose an anchor is: an item's id is its anchor, whatever word it is, and one of ours that it takes gives way.

A template marks an item's: `id="item:k-014"`, `href="#item:k-014"`. Ours keep the names that readers know
(`#terlambat`) until an item of the plan is called so; then they begin with a sign that no id begins with.
"""

import re
from collections.abc import Set

ITEM = "item:"
"""Begins an item's anchor in a template. Only a template writes a quotation mark: those of a plan are escaped."""

# `<searched>` stands at an item always. A colon only follows the mark, so that nothing marked is found here.
_OURS = re.compile(
    r'(?<!<searched)( id="| aria-labelledby="| aria-describedby="| data-leaf="|href="#|url\(#)([^":)]+)(?=["\)])'
)


def own_anchor(anchor: str, taken: Set[str]) -> str:
    """An anchor of ours on the pages of a plan whose items take some."""
    return f"_{anchor}" if anchor in taken else anchor


def apart(written: str, taken: Set[str]) -> str:
    """What a template wrote, with the anchors that stand on the page."""
    if any(name in taken for _, names in _OURS.findall(written) for name in names.split(" ")):
        written = _OURS.sub(lambda found: found[1] + _all(found[2], taken), written)
    return written.replace(f'"{ITEM}', '"').replace(f'"#{ITEM}', '"#')


def _all(names: str, taken: Set[str]) -> str:
    return " ".join(own_anchor(name, taken) for name in names.split(" "))
