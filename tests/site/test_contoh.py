"""The plan of the format's documentation, as it stands, becomes a site."""

import re
from collections.abc import Callable
from pathlib import Path

from .conftest import Run
from .html import read

Build = Callable[[dict[str, str]], tuple[Path, Run]]


def test_it_builds(build: Build, contoh: str) -> None:
    site, done = build({"sagara/2025-2029.yaml": contoh})
    assert done.code == 0, done.stderr
    plan = site / "sagara" / "2025-2029"
    card = read(plan / "rencana-implementasi" / "index.html")
    assert {"k-001", "k-002"} <= set(card.ids)
    assert "Rp640.000.000" in card.text
    services = read(plan / "layanan" / "index.html")
    row = next(row for row in services.tables["Aplikasi yang tercatat"] if "SIMIZIN" in row[0])
    assert row[3] == "tidak diketahui"


def test_a_broken_plan_leaves_the_others(build: Build, contoh: str) -> None:
    site, done = build(
        {
            "sagara/2025-2029.yaml": contoh,
            "rusak/2025-2029.yaml": contoh.replace("status: berjalan", "status: berjalam"),
            "tak-terbaca/2025-2029.yaml": "lembaga: [\n",
        }
    )
    assert done.code == 1
    assert "plans/rusak/2025-2029.yaml:141:13" in done.stderr
    assert "plans/tak-terbaca/2025-2029.yaml:1:" in done.stderr
    assert (site / "sagara" / "2025-2029" / "index.html").is_file()
    assert not (site / "rusak").exists()
    assert "rusak/2025-2029" in read(site / "metode" / "index.html").text


def test_text_of_a_plan_is_never_markup(build: Build, contoh: str) -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }} {#x} [a](javascript:alert(1)) **tebal** | `k`"
    text = contoh.replace("nama: Portal perizinan usaha mikro", f"nama: '{hostile}'")
    text = text.replace("judul: Rencana Induk Pengembangan", f"judul: '{hostile}'\n  judul_lama: Rencana").replace(
        "  judul_lama: Rencana e-Government Kabupaten Sagara 2025–2029\n", ""
    )
    shown = text.replace(
        "    Layanan publik Kabupaten Sagara", "    {{ 7*7 }} {#x} **tebal** | `<script>alert(1)</script>` &"
    )
    site, done = build({"sagara/2025-2029.yaml": shown})
    assert done.code == 0, done.stderr
    for page in (site / "sagara").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script>alert" not in html, page
        assert "javascript:" not in html.replace("(javascript:", ""), page
        assert "49" not in read(page).text or "{{ 7*7 }}" in read(page).text, page


def test_markup_in_the_text_of_a_plan_is_told(build: Build, contoh: str) -> None:
    text = contoh.replace(
        "    Layanan publik Kabupaten Sagara", "    <b>Layanan</b> [a](javascript:alert(1)) ![b](c.png)"
    )
    _, done = build({"sagara/2025-2029.yaml": text})
    assert done.code == 1
    told = [line for line in done.stderr.splitlines() if "2025-2029.yaml:33:" in line]
    assert [re.findall(r"kesalahan\[(.*?)\]", line) for line in told] == [
        ["markdown-tidak-tampil"],
        ["tautan-salah"],
        ["markdown-tidak-tampil"],
    ]
