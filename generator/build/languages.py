"""One site of the trees of its languages: that of the first at the root, every other one in a folder of its code.

A tree is a whole site, with its own assets, search and data: pages keep their links, whatever folder they stand in.
What a host reads at the root alone is not doubled.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from pathlib import Path

from generator.build.assembly import SITEMAP
from generator.pages import addresses
from generator.publishing.configuration import Configuration

_MOVED = "_redirects"
_OF_THE_HOST = ("robots.txt", "_headers", _MOVED, SITEMAP)
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def together(trees: Mapping[str, Path], configurations: Sequence[Configuration]) -> Path:
    """The finished trees, by folder, in the folder of the root's, which is the empty text; its path."""
    site = trees[""]
    if len(trees) == 1:
        return site
    told = {tree.tree: _pages(trees[tree.tree], tree.url) for tree in configurations}
    moved = [(folder / _MOVED).read_text(encoding="utf-8") for folder in trees.values() if (folder / _MOVED).is_file()]
    if moved:
        (site / _MOVED).unlink(missing_ok=True)  # it may have a second name on the last site
        (site / _MOVED).write_text("".join(moved), encoding="utf-8")
    for name, folder in trees.items():
        if name:
            for file in _OF_THE_HOST:
                (folder / file).unlink(missing_ok=True)
            folder.rename(site / name)
    if configurations[0].url:
        (site / SITEMAP).write_text(_sitemap(told, configurations), encoding="utf-8")
    return site


def _pages(site: Path, url: str) -> set[str]:
    """The addresses in the sitemap of a tree, relative to its root; the guide is one for all."""
    file = site / SITEMAP
    listed = _LOCATION.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
    return {unescape(each).removeprefix(url) for each in listed}


def _sitemap(told: Mapping[str, set[str]], configurations: Sequence[Configuration]) -> str:
    """Every page of every tree with the same page in the others (sitemaps.org 0.9, with links of XHTML)."""
    lines = []
    for tree in configurations:
        for page in sorted(told[tree.tree]):
            if page.startswith(addresses.GUIDE):
                if not tree.tree:
                    lines.append(f"  <url><loc>{escape(tree.url + page)}</loc></url>\n")
                continue
            same = "".join(
                f'<xhtml:link rel="alternate" hreflang="{other.language}" href="{escape(other.url + page)}"/>'
                for other in configurations
                if page in told[other.tree]
            )
            lines.append(f"  <url><loc>{escape(tree.url + page)}</loc>{same}</url>\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(lines)}</urlset>\n'
    )
