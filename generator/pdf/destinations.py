"""On which page of a PDF each named destination lies."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def destinations(pdf: bytes) -> dict[str, int]:
    """Page numbers, from 1, by the name of the destination; nothing for a file that cannot be read."""
    try:
        reader = PdfReader(BytesIO(pdf))
        sheets = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
        found = (
            (name.removeprefix("/"), sheets.get(each.raw_get("/Page")))
            for name, each in reader.named_destinations.items()
        )
        return {name: number for name, number in found if number}
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError):
        return {}
