"""No byte of the cache ends a build or changes a page: what is damaged is made again."""

import json
import os
import pickle
import shutil
import zlib
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from generator.build import institutions
from generator.build.ownership import OutputRefused
from generator.store.seal import sealed, unsealed

from .conftest import Warm, build, contents


def flipped(content: bytes) -> bytes:
    at = len(content) * 2 // 3
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


class Harm:
    """What unpickling would run."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)


@pytest.fixture
def searched(once: Path) -> Path:
    """The site with its search."""
    return once / "searched"


@pytest.fixture
def copied(corpus: Path, searched: Path, warm: Warm, tmp_path: Path) -> Path:
    """The same as `site`, and the `cache` it was built with, to be damaged."""
    shutil.copytree(searched, tmp_path / "damaged" / "site")
    warm(corpus).rename(tmp_path / "damaged" / "cache")
    return tmp_path / "damaged"


DAMAGE: tuple[Callable[[bytes], bytes], ...] = (
    flipped,
    lambda content: content[: len(content) // 2],
    lambda content: b"",
    lambda content: b"\xff",
    lambda content: b"[]",
    lambda content: pickle.dumps(Harm()),
)


@pytest.mark.parametrize("first", [0, 1])
def test_whatever_stands_in_every_file_of_the_cache_the_site_is_the_same(
    corpus: Path, searched: Path, copied: Path, first: int
) -> None:
    """Every file is damaged, each in another way than the one beside it."""
    files = sorted(path for path in (copied / "cache").rglob("*") if path.is_file() and path.stat().st_size)
    assert len(files) > 100
    for damage, path in zip(cycle(DAMAGE[first::2] + DAMAGE[1 - first :: 2]), files, strict=False):
        path.write_bytes(damage(path.read_bytes()))
    for _ in range(2):
        build(corpus, copied / "site", copied / "cache", search=True)
        assert contents(copied / "site") == contents(searched)


def test_a_search_file_changed_on_the_site_does_not_come_back(corpus: Path, searched: Path, copied: Path) -> None:
    build(corpus, copied / "site", copied / "cache", search=True)
    (fragment, *_) = sorted((copied / "site/pagefind/0/fragment").iterdir())
    with fragment.open("r+b") as file:
        file.seek(20)
        file.write(b"XXXX")
    with pytest.raises(OutputRefused):  # it is somebody's work
        build(corpus, copied / "site", copied / "cache", search=True)
    fragment.unlink()
    build(corpus, copied / "site", copied / "cache", search=True)
    assert contents(copied / "site") == contents(searched)
    shutil.rmtree(copied / "site")
    build(corpus, copied / "site", copied / "cache", search=True)
    assert contents(copied / "site") == contents(searched)


def test_a_cache_unpacked_with_whole_second_times_makes_nothing_anew(
    corpus: Path, searched: Path, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (copied / "cache").rglob("*"):
        os.utime(path, (int(path.stat().st_mtime),) * 2)
    monkeypatch.setattr(institutions, "make", None)
    monkeypatch.setattr("generator.build.finishing.publish_portal", None)
    monkeypatch.setattr("generator.search.index._Pagefind", None)
    monkeypatch.setattr("generator.reading.library.compose", None)
    build(corpus, copied / "site", copied / "cache", search=True)
    assert contents(copied / "site") == contents(searched)


def bomb(note: bytes) -> bytes:
    return zlib.compress(b'["tuple"' + b",[]" * (10 << 20) + b"]", 9)


def elsewhere(note: bytes) -> bytes:
    """The same pages, one of which stands where it is not theirs."""
    told = json.loads(zlib.decompress(note))
    page = told[1][1]
    page[1] = f"{page[1].partition('/')[0]}/../../../../diluar/"
    return zlib.compress(json.dumps(told).encode())


def unpublishable(note: bytes) -> bytes:
    told = json.loads(zlib.decompress(note))
    page = told[1][1]
    page[1] += "\0/"
    return zlib.compress(json.dumps(told).encode())


@pytest.mark.parametrize("forge", [lambda note: note, bomb, elsewhere, unpublishable])
def test_a_note_that_is_sealed_and_is_no_pages_changes_none(
    corpus: Path, whole: Path, warm: Warm, tmp_path: Path, slug: str, forge: Callable[[bytes], bytes]
) -> None:
    cache = warm(corpus)
    (place,) = (of_shelf(cache) / slug).iterdir()
    pages, _, more = place.name.partition("-")
    place = place.rename(place.with_name(f"{pages}-{'0' * 32}{more[32:]}"))  # as when only the theme differs
    note = place / "catatan"
    kept = unsealed(note.read_bytes(), f"{slug}/{pages}-{more}/{note.name}")
    assert kept
    note.write_bytes(sealed(forge(kept), "/".join(note.parts[-3:])))
    built = build(corpus, tmp_path / "site", cache)
    assert not built.failures
    assert contents(tmp_path / "site") == contents(whole)
    assert not list(tmp_path.rglob("diluar"))


def of_shelf(cache: Path) -> Path:
    """The folder of this corpus below `.terbit`."""
    (folder,) = (path for path in (cache / ".terbit").iterdir() if path.is_dir())
    return folder


def a_file(path: Path, aside: Path) -> None:
    path.rename(aside / "dahulu")
    path.write_text("x", encoding="utf-8")


def a_link(path: Path, aside: Path) -> None:
    path.rename(aside / "dahulu")
    path.symlink_to(aside / "milik")


def a_lock_of(kind: Callable[[Path], None]) -> Callable[[Path, Path], None]:
    def take(path: Path, aside: Path) -> None:
        lock = path.parent / f".{path.name}.lock"
        lock.unlink()
        kind(lock)

    return take


IN_THE_WAY: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "a file for the shelf": (a_file, "."),
    "a file for the guide": (a_file, ".panduan"),
    "a link for the shelf of all": (a_link, ".."),
    "a link for an institution": (a_link, "{slug}"),
    "a folder for the lock": (a_lock_of(Path.mkdir), "."),
}


@pytest.mark.parametrize("what", list(IN_THE_WAY))
def test_whatever_stands_in_the_way_of_the_cache_costs_time_and_nobodys_files(
    corpus: Path, whole: Path, copied: Path, slug: str, what: str
) -> None:
    for number in range(5):
        (copied / "milik" / f"{number}").mkdir(parents=True)
        (copied / "milik" / f"{number}" / "surat.txt").write_text("surat", encoding="utf-8")
    damage, place = IN_THE_WAY[what]
    shelf = of_shelf(copied / "cache")
    (path,) = [shelf.parent] if place == ".." else [shelf] if place == "." else shelf.glob(place.format(slug=slug))
    damage(path, copied)
    shutil.rmtree(copied / "site")
    built = build(corpus, copied / "site", copied / "cache")
    assert built.without_cache is not None
    assert contents(copied / "site") == contents(whole)
    assert len(list((copied / "milik").glob("*/surat.txt"))) == len(list((copied / "milik").iterdir())) == 5
    assert {path.name for path in copied.iterdir()} <= {"site", ".site.lock", "cache", "milik", "dahulu"}


def test_what_stands_in_the_place_of_pages_in_the_cache_makes_room(
    corpus: Path, whole: Path, copied: Path, slug: str
) -> None:
    (place,) = of_shelf(copied / "cache").glob(f"{slug}/*")
    a_file(place, copied)
    shutil.rmtree(copied / "site")
    assert build(corpus, copied / "site", copied / "cache").without_cache is None
    assert contents(copied / "site") == contents(whole)
    assert place.is_dir()


def test_a_page_changed_with_its_size_and_time_kept_is_made_again(corpus: Path, whole: Path, copied: Path) -> None:
    for path in (copied / "cache" / ".terbit").rglob("*.html"):
        before = path.stat()
        path.write_bytes(path.read_bytes().swapcase())
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    shutil.rmtree(copied / "site")
    build(corpus, copied / "site", copied / "cache")
    assert contents(copied / "site") == contents(whole)


def test_what_becomes_of_the_cache_is_nothing_to_the_site_that_stands(
    corpus: Path, searched: Path, warm: Warm, tmp_path: Path
) -> None:
    site, cache = tmp_path / "site", warm(corpus)
    build(corpus, site, cache, search=True)
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        with path.open("r+b") as file:  # in place, as a failing disk does it
            file.write(b"XX")
    assert contents(site) == contents(searched)


def test_a_page_changed_in_place_on_the_site_does_not_come_back(
    corpus: Path, warm: Warm, tmp_path: Path, slug: str
) -> None:
    cache = warm(corpus)
    build(corpus, tmp_path / "site", cache)
    before = contents(tmp_path / "site")
    page = tmp_path / "site" / slug / "index.html"
    with page.open("a") as file:
        file.write("<!-- oleh program lain -->")
    with pytest.raises(OutputRefused):  # it is somebody's work
        build(corpus, tmp_path / "site", cache)
    page.unlink()
    build(corpus, tmp_path / "site", cache)
    assert contents(tmp_path / "site") == before
