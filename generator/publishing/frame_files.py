"""What a publisher puts on a site beside the pages: the files of the frame, which no file of anybody else replaces.

A publisher lets whatever stands beside the pages win over its theme; a script there would be that of every page.
"""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from importlib.metadata import files as files_of
from pathlib import Path

from generator.publishing.publisher import PUBLISHERS
from generator.store.files import files

_STATIC = ("404.html", "sitemap.xml", "sitemap.xml.gz")


def frame_files(theme: Path) -> list[str]:
    """The paths on a site of the files of a theme's folder, and of what the publishers that are installed bring."""
    return [*files(theme), *_STATIC, *(path for names in PUBLISHERS.values() for path in _brought(names))]


def _brought(distributions: tuple[str, ...]) -> Iterator[str]:
    """The files in the folders of templates of these, but for the templates themselves."""
    for name in distributions:
        try:
            listed = files_of(name) or ()
        except PackageNotFoundError:
            continue
        for file in listed:
            _, *below = file.parts
            if below[:1] == ["templates"] and file.suffix != ".html":
                yield "/".join(below[1:])
