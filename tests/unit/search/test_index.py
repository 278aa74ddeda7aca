import json
import os
import sys
from pathlib import Path

import pytest

from generator.pages.rendering.blocks import blocks
from generator.pages.rendering.page import Page, SearchFields
from generator.publishing.leftovers import drop_leftovers
from generator.publishing.publisher import PublishingFailed
from generator.search import index as search_index
from generator.search.documents import FILE, write_documents
from generator.search.index import bundles, index
from generator.store.shelf import Shelf


def write_pages(site: Path, slug: str, **texts: str) -> None:
    """The documents of an institution: its own page, and more by the last part of their address."""
    pages = [
        Page(f"{slug}/{part}", {"title": text}, blocks(f"<p>{text}</p>"), SearchFields("", {}))
        for part, text in texts.items()
    ]
    (site / slug).mkdir(parents=True, exist_ok=True)
    write_documents(pages, site / slug)


def files(site: Path) -> dict[str, Path]:
    return {path.parent.name: path for path in site.rglob(FILE)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for number in range(40):
        write_pages(folder, f"kabupaten-{number}", rencana=f"Rencana nomor {number}", anggaran=f"Anggaran {number}")
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "rak")


@pytest.fixture
def divided(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, in four bundles."""
    size = sum(path.stat().st_size for path in site.rglob(FILE))
    monkeypatch.setattr(search_index, "_DIVIDED_FROM", 0)
    monkeypatch.setattr(search_index, "_BYTES_A_BUNDLE", size // 3)
    return site


def test_a_pagefind_that_does_not_end_is_ended_and_told(
    site: Path, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the system starts some of its threads, and it waits for the others."""
    begun = tmp_path / "nomor"
    script = f"import os, time; open({str(begun)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    monkeypatch.setattr(search_index, "python", lambda *_: [sys.executable, "-c", script])
    monkeypatch.setattr(search_index, "_LONGEST", 3)
    with pytest.raises(PublishingFailed, match=r"pagefind dihentikan.*ulimit -u"):
        index(files(site), tmp_path / "cari", shelf)
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


def test_pages_of_an_institution_stay_together_and_each_is_in_one_bundle(divided: Path) -> None:
    planned = bundles(files(divided))
    assert [bundle.name for bundle in planned] == ["0", "1", "2", "3"]
    members = [file for bundle in planned for file in bundle.files]
    assert len(members) == len(set(members)) == 40
    assert all(4 <= len(bundle.files) <= 17 for bundle in planned)


def test_a_small_site_is_one_bundle_and_an_empty_one_none(site: Path) -> None:
    assert len(bundles(files(site))) == 1
    assert bundles({}) == ()


def test_a_small_country_is_divided_in_two_long_before_a_large_one_in_four(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(path.stat().st_size for path in site.rglob(FILE))
    monkeypatch.setattr(search_index, "_DIVIDED_FROM", size)
    assert len(bundles(files(site))) == 2


def test_an_edit_makes_one_bundle_anew_and_takes_the_others_over(divided: Path, tmp_path: Path, shelf: Shelf) -> None:
    assert index(files(divided), divided / "pagefind", shelf).made == 4
    before = {bundle.name: bundle.fingerprint for bundle in bundles(files(divided))}
    later = tmp_path / "later"
    for path in divided.rglob(FILE):
        copy = later / path.relative_to(divided)
        copy.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, copy)
    (later / "kabupaten-7" / FILE).unlink()
    write_pages(later, "kabupaten-7", rencana="Kata yang baru")
    assert index(files(later), later / "pagefind", shelf).made == 1
    after = json.loads((later / "pagefind/bundles.json").read_text())
    assert sum(after[name] != before[name] for name in before) == 1
    untouched = next(name for name in before if after[name] == before[name])
    names = [sorted(file.name for file in (folder / "pagefind" / untouched).rglob("*")) for folder in (divided, later)]
    assert names[0] == names[1]


def test_the_same_pages_give_the_same_index_byte_for_byte(tmp_path: Path) -> None:
    made = []
    for site in (tmp_path / "one", tmp_path / "other"):
        for number in range(30):
            filters = {"jenis": [str(number % 9)], "tahun": [str(number % 12)], "lembaga": [str(number)]}
            (site / f"kabupaten-{number}").mkdir(parents=True)
            page = Page(f"kabupaten-{number}/", {"title": "Rencana"}, (), SearchFields("", filters))
            write_documents([page], site / f"kabupaten-{number}")
        index(files(site), site / "pagefind", Shelf(tmp_path / f"rak {site.name}"))
        folder = site / "pagefind"
        made.append({file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()})
    assert made[0] == made[1]


def test_a_bundle_is_indonesian_whatever_the_frame_and_holds_only_what_is_loaded(site: Path, shelf: Shelf) -> None:
    index(files(site), site / "pagefind", shelf)
    entry = json.loads((site / "pagefind/0/pagefind-entry.json").read_text())
    assert list(entry["languages"]) == ["id"]
    assert entry["languages"]["id"]["page_count"] == 80
    names = {path.name.partition(".")[0] for path in (site / "pagefind/0").iterdir() if path.is_file()}
    assert names == {"kata", "pagefind", "pagefind-entry", "wasm"}
    assert [path.name for path in shelf.folder.iterdir()] == [".cari-0"]


def test_nobody_speaks_for_the_page_of_another(tmp_path: Path, shelf: Shelf) -> None:
    site = tmp_path / "site"
    write_pages(site, "kabupaten-1", rencana="Rencana")
    write_pages(site, "kabupaten-2", rencana="Anggaran")
    told = json.loads((site / "kabupaten-2" / FILE).read_text())
    told["kabupaten-1/rencana"] = told["kabupaten-1/lain/"] = "<body data-pagefind-body>Dibubarkan</body>"
    (site / "kabupaten-2" / FILE).write_text(json.dumps(told))
    index(files(site), tmp_path / "cari", shelf)
    entry = json.loads((tmp_path / "cari/0/pagefind-entry.json").read_text())
    assert entry["languages"]["id"]["page_count"] == 2
    assert json.loads((tmp_path / "cari/0/kata.json").read_text()) == ["anggaran", "rencana"]


def test_only_the_first_bundle_brings_the_program(divided: Path, shelf: Shelf) -> None:
    index(files(divided), divided / "pagefind", shelf)
    programs = sorted(path.relative_to(divided).as_posix() for path in divided.rglob("pagefind.js"))
    assert programs == ["pagefind/0/pagefind.js"]
    assert len(list(divided.rglob("*.pagefind"))) == 1


def test_what_the_index_program_says_is_kept_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shelf: Shelf
) -> None:
    write_pages(tmp_path / "site", "kabupaten-1", rencana="Rencana")
    monkeypatch.setattr(search_index, "_OPTIONS", ("--tidak-ada",))
    with pytest.raises(PublishingFailed) as failure:
        index(files(tmp_path / "site"), tmp_path / "pagefind", shelf)
    assert failure.value.output.startswith("pagefind berhenti; keluarannya: ")
    assert "--tidak-ada" in Path(failure.value.output.rpartition(": ")[2]).read_text(encoding="utf-8")


def test_the_themes_leftovers_go_unless_the_frame_names_them(tmp_path: Path) -> None:
    for folder in ("javascripts", "stylesheets", "js"):
        (tmp_path / "assets" / folder).mkdir(parents=True)
    (tmp_path / "404.html").write_text('<link rel="stylesheet" href="/assets/stylesheets/own.css">')
    drop_leftovers(tmp_path)
    assert sorted(path.name for path in (tmp_path / "assets").iterdir()) == ["js", "stylesheets"]


def test_a_file_changed_in_the_published_site_is_not_carried_into_the_next(
    site: Path, tmp_path: Path, shelf: Shelf
) -> None:
    index(files(site), tmp_path / "one", shelf)
    (fragment, *_) = sorted((tmp_path / "one/0/fragment").iterdir())
    content = fragment.read_bytes()
    with fragment.open("r+b") as file:
        file.seek(20)
        file.write(b"XXXX")
    assert index(files(site), tmp_path / "two", shelf, tmp_path / "one").made == 0, (
        "the shelf shares no file with a site"
    )
    assert (tmp_path / "two/0/fragment" / fragment.name).read_bytes() == content
