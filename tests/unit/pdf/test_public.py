"""What a printed file tells the public."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.pdf.public import made_public

from .files import printed

DAY = date(2026, 11, 24)


def links(content: bytes) -> list[str]:
    found: list[Any] = [each.get_object() for each in PdfReader(BytesIO(content)).pages[0]["/Annots"]]  # type: ignore[attr-defined]
    return [str(each["/A"]["/URI"]) if "/A" in each else "" for each in found]


def test_links_lead_to_the_public_site_and_no_local_path_is_left(tmp_path: Path) -> None:
    site = tmp_path / "situs é"
    given = printed(site.as_uri().removeprefix("file://"))
    made = made_public(given, site, "https://situs.example/", DAY)
    assert links(made) == [
        "https://situs.example/sagara/2025-2029/anggaran/#k-001",
        "",
        "https://lain.example/",
        "mailto:a@b",
    ]
    assert b"file:" not in made
    assert "/StructTreeRoot" in PdfReader(BytesIO(made)).trailer["/Root"], "it stays tagged"


def test_without_a_public_site_links_to_other_pages_lead_nowhere(tmp_path: Path) -> None:
    assert links(made_public(printed(str(tmp_path)), tmp_path, "", DAY)) == [
        "",
        "",
        "https://lain.example/",
        "mailto:a@b",
    ]


def test_it_is_of_a_day_and_the_same_every_time(tmp_path: Path) -> None:
    made = made_public(printed(str(tmp_path)), tmp_path, "", DAY)
    assert made == made_public(printed(str(tmp_path)), tmp_path, "", DAY)
    told = PdfReader(BytesIO(made)).metadata
    assert told
    assert told["/CreationDate"] == "D:20261124000000+00'00'"


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.4\n%%EOF\n"])
def test_what_is_no_pdf_is_told(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        made_public(content, tmp_path, "", DAY)
