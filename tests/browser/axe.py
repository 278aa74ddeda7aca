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


OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What another colour scheme can change; the rest was looked at in the light one."""


def violations(page: Page, only: dict[str, Any] | None = None) -> list[str]:
    """What axe finds on the open page: rule, place and reason, one a line; `only` chooses among its rules."""
    page.evaluate(_UNFOLD)
    options = _OPTIONS | (only or {})
    found: list[dict[str, Any]] = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"][:3]]
