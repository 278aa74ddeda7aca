"""No link of the published site leads nowhere: MkDocs' strict mode misses links in HTML and exits 0 on a broken one."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from .html import read

ORIGIN = "https://situs.example/"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_internal_link_and_anchor_exists(example_site: Path) -> None:
    assert not broken_links(example_site)


def broken_links(site: Path) -> list[str]:
    broken = []
    for page in pages(site):
        here = ORIGIN + page.relative_to(site).as_posix().removesuffix("index.html")
        for link in read(page).links:
            address, anchor = urldefrag(urljoin(here, link))
            if not address.startswith(ORIGIN):
                assert urlsplit(address).scheme in ("https", "http", "mailto"), f"{page}: {link}"
                continue
            target = site / unquote(address.removeprefix(ORIGIN).partition("?")[0])
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                broken.append(f"{page.relative_to(site)}: {link}")
            elif address.endswith("/usul/"):
                continue  # what follows names an item to its script
            elif anchor and unquote(anchor) not in read(target).ids:
                broken.append(f"{page.relative_to(site)}: {link} (no such anchor)")
    return broken[:40]


def test_no_id_stands_twice_on_a_page(example_site: Path) -> None:
    for page in pages(example_site):
        ids = read(page).ids
        twice = {identifier for identifier in ids if ids.count(identifier) > 1}
        assert not twice, f"{page.relative_to(example_site)}: {sorted(twice)[:10]}"


def test_nothing_is_loaded_from_outside(example_site: Path) -> None:
    for page in pages(example_site):
        for resource in read(page).resources:
            assert not urlsplit(resource).netloc, f"{page.relative_to(example_site)}: {resource}"
