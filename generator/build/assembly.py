"""One site from the pages of many institutions and of the portal."""

from collections.abc import Collection, Iterable, Mapping
from html import escape
from pathlib import Path

from generator.pages import addresses
from generator.store.files import copy_all, files

SITEMAP = "sitemap.xml"


def assemble(institutions: Mapping[str, Path], portal: Path, target: Path, last: Path) -> None:
    """Put the portal and the folder of each institution, by name, in place; the portal's own come first.

    What is the same on the site `last`, which `target` will replace, is taken from there.
    """
    target.mkdir()
    copy_all(portal, target, last)
    for slug, folder in sorted(institutions.items()):
        copy_all(folder, target / slug, last / slug)


def write_sitemap(site: Path, url: str, without: Collection[str] = ()) -> None:
    """List every page of a site but the printed ones, which repeat the others, and those `without`; whoever published
    them. A site that does not know its address has no sitemap.
    """
    pages = (path.removesuffix("index.html") for path in files(site) if path.endswith("index.html"))
    pages = (page for page in pages if not page.endswith(f"/{addresses.PRINT}"))
    for left in (SITEMAP, f"{SITEMAP}.gz"):
        (site / left).unlink(missing_ok=True)  # the publisher's own, which knows the portal only
    if url:
        pages = (page for page in pages if page not in without)
        (site / SITEMAP).write_text(sitemap(f"{url}{page}" for page in pages), encoding="utf-8")


def sitemap(addresses: Iterable[str]) -> str:
    """The text of a sitemap (sitemaps.org 0.9)."""
    lines = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in sorted(addresses))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
