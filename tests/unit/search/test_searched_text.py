"""The index program reads a part of each page and finds what it would find in the whole."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator.search.searched_text import LEFT_OUT, reading

HEAD = '<html lang="id"><head><meta name="kata" data-pagefind-meta="kata[content]" content="akar"></head>'
SEARCHED = """
<h1>Rencana <a class="headerlink" href="#a">#</a></h1><p>Kata satu</p>
<figure class="chart chart--roadmap"><figcaption>Peta</figcaption><svg><svg><text>bar</text></svg></svg></figure>
<h2 id="dua">Dua</h2><details id="unit"><summary>Unit</summary><ul><li>Isi</li></ul></details><p>Sesudah rincian</p>
<form class="filters"><label>Cari <input></label></form>
<table id="tabel"><caption>Tabel</caption><tbody><tr><th>Jumlah</th><td>1</td></tr></tbody></table>antara
<table><thead><tr><th>Nama</th></tr></thead><tbody><tr id="l-01"><th>L-01 Pajak</th><td>9</td></tr></tbody></table>
<article class="card" id="k-001"><h3>Portal</h3><p>Uraian <span class="tag">Selesai</span></p></article><p>Akhir</p>
"""
PAGE = (
    f'{HEAD}<body><nav>Menu</nav><main><article class="page" data-pagefind-body>{SEARCHED}</article></main>'
    "<footer>Kaki</footer></body></html>"
)


def fragment(folder: Path, html: str) -> dict[str, Any]:
    """What the index holds of a page."""
    folder.mkdir()
    (folder / "index.html").write_text(html, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--exclude-selectors", LEFT_OUT, "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    (found,) = (folder / "pagefind" / "fragment").iterdir()
    told = gzip.decompress(found.read_bytes())
    return dict(json.loads(told[told.index(b"{") :]))


def test_the_index_of_what_is_read_is_that_of_the_page(tmp_path: Path) -> None:
    whole, read = fragment(tmp_path / "whole", PAGE), fragment(tmp_path / "read", reading(PAGE))
    anchors = {each["id"] for each in read["anchors"]}
    assert anchors == {"dua", "l-01", "k-001"}
    assert read == whole | {"anchors": [each for each in whole["anchors"] if each["id"] in anchors]}
    assert "L-01 Pajak" in read["content"]
    assert read["meta"]["kata"] == "akar"


def test_what_is_left_out_is_not_read() -> None:
    read = reading(PAGE)
    for word in ("Menu", "Kaki", "Peta", "Unit", "Jumlah"):
        assert word in PAGE
        assert word not in read


def test_a_page_that_is_not_searched_stays_as_it_is() -> None:
    assert reading("<html><body><p>Teks</p></body></html>") == "<html><body><p>Teks</p></body></html>"
