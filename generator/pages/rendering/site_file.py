"""A file of the site that is no page: `robots.txt`, a feed, a workbook."""

from typing import NamedTuple


class SiteFile(NamedTuple):
    """Bytes at an address of the site, which is also their path below the folder of pages."""

    address: str
    content: bytes

    @classmethod
    def of_text(cls, address: str, text: str) -> "SiteFile":
        """A file of UTF-8."""
        return cls(address, text.encode("utf-8"))

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)
