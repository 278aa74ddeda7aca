"""One site from many folders, and the list of its pages."""

from pathlib import Path

from generator.build.assembly import assemble, sitemap, write_sitemap


def page(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_site_is_its_parts_and_what_is_the_same_on_the_last_is_not_written_again(tmp_path: Path) -> None:
    page(tmp_path / "portal" / "index.html", "baru")
    page(tmp_path / "sagara" / "2025-2029" / "index.html", "sama")
    page(tmp_path / "last" / "index.html", "lama")
    page(tmp_path / "last" / "sagara" / "2025-2029" / "index.html", "sama")
    assemble({"sagara": tmp_path / "sagara"}, tmp_path / "portal", tmp_path / "site", tmp_path / "last")
    made = tmp_path / "site" / "sagara" / "2025-2029" / "index.html"
    assert made.samefile(tmp_path / "last" / "sagara" / "2025-2029" / "index.html")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "baru"
    assert (tmp_path / "last" / "index.html").read_text(encoding="utf-8") == "lama"


def test_the_sitemap_lists_pages_once_and_no_printed_ones(tmp_path: Path) -> None:
    for name in ("", "sagara/2025-2029/", "sagara/2025-2029/cetak/", "lembaga/"):
        page(tmp_path / name / "index.html")
    page(tmp_path / "404.html")
    page(tmp_path / "sitemap.xml.gz")
    write_sitemap(tmp_path, "https://rencana.example/")
    text = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert [line.split("<loc>")[1].split("<")[0] for line in text.splitlines() if "<loc>" in line] == [
        "https://rencana.example/",
        "https://rencana.example/lembaga/",
        "https://rencana.example/sagara/2025-2029/",
    ]
    assert not (tmp_path / "sitemap.xml.gz").exists()


def test_an_address_is_escaped() -> None:
    assert "<loc>https://x.example/?a&amp;b</loc>" in sitemap(["https://x.example/?a&b"])
