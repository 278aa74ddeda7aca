import json
import os
from pathlib import Path

import pytest

from generator.publishing.leftovers import drop_leftovers
from generator.publishing.publisher import PublishingFailed
from generator.search import index as search_index
from generator.search.index import bundles, index


def write_page(site: Path, address: str, text: str, *, searched: bool = True) -> Path:
    path = site / address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    body = " data-pagefind-body" if searched else ""
    path.write_text(f'<html lang="en"><body><article{body}><h1>{address}</h1><p>{text}</p></article></body></html>')
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for number in range(40):
        write_page(folder, f"kabupaten-{number}", f"Rencana nomor {number}")
        write_page(folder, f"kabupaten-{number}/2025-2029/anggaran", f"Anggaran nomor {number}")
        write_page(folder, f"kabupaten-{number}/2025-2029/cetak", "Semua", searched=False)
    return folder


def test_pages_of_an_institution_stay_together_and_each_is_in_one_bundle(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_PAGES_A_BUNDLE", 25)
    planned = bundles(site)
    assert [bundle.name for bundle in planned] == ["0", "1", "2", "3"]
    pages = [page for bundle in planned for page in bundle.pages]
    assert len(pages) == len(set(pages)) == 80
    assert not any("cetak" in page for page in pages)
    for bundle in planned:
        institutions = {page.partition("/")[0] for page in bundle.pages}
        assert len(bundle.pages) == 2 * len(institutions)
        assert 10 <= len(bundle.pages) <= 32


def test_a_small_site_is_one_bundle_and_an_empty_one_none(site: Path, tmp_path: Path) -> None:
    assert len(bundles(site)) == 1
    (tmp_path / "empty").mkdir()
    assert bundles(tmp_path / "empty") == ()


def test_an_edit_makes_one_bundle_anew_and_takes_the_others_over(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_PAGES_A_BUNDLE", 25)
    assert index(site, tmp_path / "work") == 4
    before = {bundle.name: bundle.fingerprint for bundle in bundles(site)}
    later = tmp_path / "later"
    for path in site.rglob("*.html"):
        copy = later / path.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, copy)
    (later / "kabupaten-7/index.html").unlink()
    write_page(later, "kabupaten-7", "Kata yang baru")
    assert index(later, tmp_path / "work", previous=site) == 1
    after = json.loads((later / "pagefind/bundles.json").read_text())
    assert sum(after[name] != before[name] for name in before) == 1
    untouched = next(name for name in before if after[name] == before[name])
    names = [sorted(file.name for file in (folder / "pagefind" / untouched).rglob("*")) for folder in (site, later)]
    assert names[0] == names[1]


def test_the_same_pages_give_the_same_index_byte_for_byte(tmp_path: Path) -> None:
    made = []
    for site in (tmp_path / "one", tmp_path / "other"):
        for number in range(30):
            filters = "".join(
                f'<meta data-pagefind-filter="{name}[content]" content="{number % most}">'
                for name, most in (("jenis", 9), ("tahun", 12), ("lembaga", 30))
            )
            write_page(site, f"kabupaten-{number}", f"Rencana {number} {filters}")
        index(site, tmp_path / "work")
        folder = site / "pagefind"
        made.append({file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()})
    assert made[0] == made[1]


def test_a_bundle_is_indonesian_whatever_the_frame_and_holds_only_what_is_loaded(site: Path, tmp_path: Path) -> None:
    index(site, tmp_path / "work")
    entry = json.loads((site / "pagefind/0/pagefind-entry.json").read_text())
    assert list(entry["languages"]) == ["id"]
    assert entry["languages"]["id"]["page_count"] == 80
    names = {path.name.partition(".")[0] for path in (site / "pagefind/0").iterdir() if path.is_file()}
    assert names == {"pagefind", "pagefind-entry", "wasm"}
    assert not list((tmp_path / "work").iterdir())


def test_only_the_first_bundle_brings_the_program(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_PAGES_A_BUNDLE", 40)
    index(site, tmp_path / "work")
    programs = sorted(path.relative_to(site).as_posix() for path in site.rglob("pagefind.js"))
    assert programs == ["pagefind/0/pagefind.js"]
    assert len(list(site.rglob("*.pagefind"))) == 1


def test_what_the_index_program_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_page(tmp_path / "site", "kabupaten-1", "Rencana")
    monkeypatch.setattr(search_index, "LEFT_OUT", "[[[")
    with pytest.raises(PublishingFailed) as failure:
        index(tmp_path / "site", tmp_path / "work")
    assert failure.value.output


def test_the_themes_leftovers_go_unless_the_frame_names_them(tmp_path: Path) -> None:
    for folder in ("javascripts", "stylesheets", "js"):
        (tmp_path / "assets" / folder).mkdir(parents=True)
    (tmp_path / "404.html").write_text('<link rel="stylesheet" href="/assets/stylesheets/own.css">')
    drop_leftovers(tmp_path)
    assert sorted(path.name for path in (tmp_path / "assets").iterdir()) == ["js", "stylesheets"]
