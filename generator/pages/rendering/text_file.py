"""A file of the site that is no page: `robots.txt`, data for a script."""

from typing import NamedTuple


class TextFile(NamedTuple):
    """A text at an address of the site, which is also its path below the folder of pages."""

    address: str
    text: str
