"""axe-core, as a Python package brings it: what it finds on a page against WCAG 2.0 to 2.2, levels A and AA."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"], "preload": False, "elementRef": False}


def add_axe(page: Page) -> None:
    """Bring axe into every document the page opens from now on; the site's content policy keeps no test out."""
    page.add_init_script(AXE_SCRIPT)


_UNFOLD = """() => {
  const drop = (all, enough) => [...all].slice(enough).forEach((each) => each.remove());
  document.querySelectorAll('details').forEach((each) => { each.open = true; });
  document.querySelectorAll('tbody').forEach((body) => drop(body.rows, 5));
  document.querySelectorAll('svg').forEach((picture) => drop(picture.querySelectorAll('a'), 10));
  drop(document.querySelectorAll('.card'), 12);
}"""
"""Unfolds what is folded. Of what one template draws a hundred times, some are enough: axe takes a minute otherwise."""


_ALIKE = """() => {
  const seen = {};
  const alike = (each, above) => {
    const kind = `${above} ${each.tagName}.${each.getAttribute('class')}.${each.getAttribute('style')}`;
    const all = [...each.children].map((inner) => alike(inner, kind));
    seen[kind] = (seen[kind] || 0) + 1;
    return seen[kind] > 3 && all.every(Boolean) && each.toggleAttribute('data-alike', true);
  };
  alike(document.body, '');
}"""
"""Marks what three others stand for, of the same kind in the same place: they have its colours."""

_OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""Rules that another colour scheme can change. They take most of the time, by the number of texts."""


def violations(page: Page, *, only_colour: bool = False) -> list[str]:
    """What axe finds on the open page: rule, place and reason, one a line."""
    page.evaluate(_UNFOLD)
    page.evaluate(_ALIKE)
    found = _found(page, "{ exclude: ['[data-alike]'] }", {"runOnly": {"type": "rule", "values": _OF_COLOUR}})
    if not only_colour:
        found += _found(page, "document", {"rules": {rule: {"enabled": False} for rule in _OF_COLOUR}})
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"][:3]]


def _found(page: Page, where: str, options: dict[str, Any]) -> list[dict[str, Any]]:
    answer: dict[str, Any] = page.evaluate(f"(options) => axe.run({where}, options)", _OPTIONS | options)
    violations: list[dict[str, Any]] = answer["violations"]
    return violations
