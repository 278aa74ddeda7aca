from pathlib import Path

import pytest

from generator.locale import language
from generator.model.address import PlanAddress
from generator.pdf.unprinted import leave_unprinted, without_link

PLAN = PlanAddress("sagara", "2025-2029")
FILE = "sagara-2025-2029.pdf"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A summary and a printed page that link to the PDF."""
    for part, link in (("", f"cetak/{FILE}"), ("cetak/", FILE)):
        page = tmp_path / "situs" / "sagara" / "2025-2029" / part / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f'<p>a <a class="b" href="{link}">Unduh PDF</a> <a href="x">x</a></p>', encoding="utf-8")
    return tmp_path / "situs"


def pages(site: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(site.rglob("index.html"))]


def test_without_an_earlier_one_the_links_become_words(site: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "lama" / "sagara" / "2025-2029" / "cetak"
    earlier.mkdir(parents=True)
    (earlier / FILE).write_text("bukan PDF")
    shelf = tmp_path / "rak.html"
    shelf.hardlink_to(site / "sagara" / "2025-2029" / "index.html")
    leave_unprinted(PLAN, site, [tmp_path / "lama", tmp_path / "tidak-ada"], language())
    assert pages(site) == ['<p>a <span>PDF tidak dapat dibuat</span> <a href="x">x</a></p>'] * 2
    assert "Unduh PDF" in shelf.read_text(encoding="utf-8")


def test_the_last_one_is_kept(site: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "lama" / "sagara" / "2025-2029" / "cetak"
    earlier.mkdir(parents=True)
    (earlier / FILE).write_bytes(b"%PDF-1.4 kemarin")
    before = pages(site)
    leave_unprinted(PLAN, site, [tmp_path / "lama"], language())
    assert (site / "sagara" / "2025-2029" / "cetak" / FILE).read_bytes() == b"%PDF-1.4 kemarin"
    assert pages(site) == before


def test_a_page_without_the_link_stays() -> None:
    assert without_link(b"<p>a</p>", FILE, "x") == b"<p>a</p>"


def test_every_link_of_a_page_becomes_words() -> None:
    page = b'<a href="b">b</a><a href="a">1</a> <a class="c" href="a">2</a>.'
    assert without_link(page, "a", "x") == b'<a href="b">b</a><span>x</span> <span>x</span>.'


@pytest.mark.parametrize("page", [b'x href="a"', b'<a href="a">', b'<a href="a"' * 50_000, b"\xff<a"], ids=range(4))
def test_a_page_of_another_shape_stays(page: bytes) -> None:
    assert without_link(page, "a", "x") == page


def test_a_page_that_is_missing_or_of_another_shape_stops_nothing(site: Path) -> None:
    plan = site / "sagara" / "2025-2029"
    (plan / "index.html").unlink()
    (plan / "cetak" / "index.html").write_bytes(b'\xff x href="' + FILE.encode() + b'"')
    (plan / "cetak" / FILE).mkdir()
    leave_unprinted(PLAN, site, [], language())
    assert sorted(path.name for path in plan.rglob("*")) == ["cetak", "index.html"]
    assert (plan / "cetak" / "index.html").read_bytes().startswith(b"\xff")


def test_a_pdf_that_stood_there_takes_the_place_of_none(site: Path) -> None:
    """A share may have brought it."""
    file = site / "sagara" / "2025-2029" / "cetak" / FILE
    file.write_bytes(b"%PDF-1.4 lain")
    leave_unprinted(PLAN, site, [], language())
    assert not file.exists()
