"""A printed file made fit for the public: where its links lead, and the day it is of."""

from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote

from pypdf import PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from generator.store.paths import real

_LOCAL = "file:"


def made_public(pdf: bytes, site: Path, url: str, day: date) -> bytes:
    """The file with links to other pages of the site below `url` (without one they lead nowhere), and of a day instead
    of the minute in which it was printed.

    `site` is the folder it was printed from: no local path is left. Raises `ValueError` for what is no PDF.
    """
    try:
        writer = PdfWriter(clone_from=BytesIO(pdf))
        for page in writer.pages:
            for annotation in page.get("/Annots", ()):
                _lead(annotation.get_object(), unquote(real(site).as_uri()) + "/", url)
        moment = f"D:{day:%Y%m%d}000000+00'00'"
        writer.add_metadata({"/CreationDate": moment, "/ModDate": moment})
        written = BytesIO()
        writer.write(written)
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError, OSError) as error:
        raise ValueError(f"not a PDF: {error}") from None
    return written.getvalue()


def _lead(annotation: DictionaryObject, site: str, url: str) -> None:
    action = annotation["/A"].get_object() if "/A" in annotation else None
    if not isinstance(action, DictionaryObject):
        return
    inside = unquote(str(action.get("/URI", "")))
    if not inside.startswith(_LOCAL):
        return
    if url and inside.startswith(site):
        rest = quote(inside.removeprefix(site), safe="/#?&=")
        action[NameObject("/URI")] = TextStringObject(url + rest)
    else:
        del annotation["/A"]
