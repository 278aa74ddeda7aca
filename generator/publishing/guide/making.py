"""The guide as HTML: MkDocs with Material's own theme in our colours, and no more freedom than any other page.

Material writes a few scripts into its pages, which the site's content policy refuses; they become files. Nothing
is fetched from elsewhere: no typeface, no source of a repository, no version.
"""

import re
import shutil
from hashlib import blake2b
from pathlib import Path
from posixpath import relpath
from typing import Any

from generator.pages import addresses
from generator.pages.portal.host_files import CONTENT_POLICY
from generator.publishing.configuration import Configuration
from generator.publishing.guide.documents import documents, navigation, pictures
from generator.publishing.publisher import made_with, run

_HERE = Path(__file__).parent
_PUBLISHER = "mkdocs"
_BORROWED = ("assets/css/tokens.css", "assets/js/scheme.js", "assets/img/favicon.svg")
"""Of the public pages' theme: the guide has their colours, and light or dark as the reader chose there."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_UNUSED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets/javascripts/lunr", "assets/images")


def guide_mark(configuration: Configuration) -> str:
    """Changes with anything that shapes a byte of the guide."""
    digest = blake2b(f"{made_with(_PUBLISHER)} {_settings(configuration)}".encode(), digest_size=16)
    files = (path for path in _HERE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    own = {path.relative_to(_HERE).as_posix(): path.read_bytes() for path in files}
    for name, content in sorted((own | _sources(configuration)).items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def publish_guide(configuration: Configuration, work: Path) -> Path:
    """Make the guide in the empty folder `work`; the folder of HTML. Raises `PublishingFailed`."""
    for name, content in _sources(configuration).items():
        path = work / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    site = run(_PUBLISHER, _settings(configuration) | {"nav": navigation(documents())}, work)
    for left in (site / name for name in _UNUSED):
        shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
    for left in site.glob("assets/**/*.map"):
        left.unlink()
    for page in site.rglob("*.html"):
        page.write_text(_without_scripts(page, site), encoding="utf-8")
    return site


def _settings(configuration: Configuration) -> dict[str, Any]:
    url = configuration.at_root.url  # the same guide in every language of the site
    return {
        "INHERIT": str(_HERE / "mkdocs.yml"),
        "site_url": f"{url}{addresses.GUIDE}" if url else "",
        "theme": {"custom_dir": str(_HERE / "theme")},
        "extra": {"policy": CONTENT_POLICY, "site": configuration.name},
    }


def _sources(configuration: Configuration) -> dict[str, bytes]:
    """What MkDocs reads, by its path."""
    texts = documents()
    encoded = {path: text.encode() for path, text in texts.items()}
    return (
        encoded
        | pictures(texts.values())
        | {name: content for name in _BORROWED if (content := _read(configuration.theme / name))}
    )


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""  # a theme of one's own need not have it


def _without_scripts(page: Path, site: Path) -> str:
    """The text of a page whose scripts are in files of their own, which this writes."""
    way = relpath(site, page.parent)

    def in_file(script: re.Match[str]) -> str:
        name = f"assets/javascripts/{blake2b(script[1].encode(), digest_size=8).hexdigest()}.js"
        (site / name).write_text(script[1], encoding="utf-8")
        return f'<script src="{way}/{name}"></script>'

    return _SCRIPT.sub(in_file, page.read_text(encoding="utf-8"))
