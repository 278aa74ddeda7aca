"""Pagefind's files are its own affair: what is not as we know it is left as it is."""

import gzip
import json
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import cbor2
import pytest

from generator.search import index as search_index
from generator.search.index_order import UnknownForm, put_in_order
from generator.store.shelf import Shelf

SIGNATURE = b"pagefind_dcd"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle as Pagefind writes it."""
    for number in range(9):
        page = tmp_path / "site" / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        filters = "".join(f'<meta data-pagefind-filter="{name}[content]" content="{number}">' for name in "ab")
        page.write_text(f"<html><head>{filters}</head><body data-pagefind-body><h1>{number}</h1></body></html>")
    made = tmp_path / "bundle"
    command = [sys.executable, "-m", "pagefind", "--site", str(tmp_path / "site"), "--output-path", str(made)]
    run([*command, "--quiet", "--force-language", "id"], check=True, capture_output=True)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rewrite(path: Path, changed: Any) -> None:
    """Write a file of Pagefind's again, changed by a function."""
    told = cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
    path.write_bytes(gzip.compress(SIGNATURE + cbor2.dumps(changed(told))))


def a_field_more(bundle: Path) -> None:
    (path,) = bundle.glob("*.pf_meta")
    rewrite(path, lambda meta: [*meta, {}])


def a_field_before(bundle: Path) -> None:
    (path,) = bundle.glob("*.pf_meta")
    rewrite(path, lambda meta: [[], *meta[:-1]])


def a_filter_of_three(bundle: Path) -> None:
    rewrite(sorted((bundle / "filter").iterdir())[0], lambda told: [*told, 1])


def another_signature(bundle: Path) -> None:
    (path,) = bundle.glob("*.pf_meta")
    path.write_bytes(gzip.compress(b"pagefind_x" + gzip.decompress(path.read_bytes())))


def no_compression(bundle: Path) -> None:
    (path,) = bundle.glob("*.pf_meta")
    path.write_bytes(gzip.decompress(path.read_bytes()))


def another_entry(bundle: Path) -> None:
    entry = bundle / "pagefind-entry.json"
    entry.write_text(json.dumps({"languages": ["id"]}))


def test_filters_and_their_values_are_in_order(bundle: Path) -> None:
    put_in_order(bundle)
    (path,) = bundle.glob("*.pf_meta")
    meta = cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
    assert [name for name, _ in meta[3]] == ["a", "b"]
    for name, file in meta[3]:
        told, values = cbor2.loads(
            gzip.decompress((bundle / "filter" / f"{file}.pf_filter").read_bytes()).removeprefix(SIGNATURE)
        )
        assert told == name
        assert [value for value, _ in values] == list("012345678")
    assert len(list((bundle / "filter").iterdir())) == 2


@pytest.mark.parametrize(
    "change",
    [a_field_more, a_field_before, a_filter_of_three, another_signature, no_compression, another_entry],
    ids=lambda change: change.__name__,
)
def test_what_is_not_as_we_know_it_is_left_as_it_is(bundle: Path, change: Any) -> None:
    change(bundle)
    before = contents(bundle)
    with pytest.raises(UnknownForm):
        put_in_order(bundle)
    assert contents(bundle) == before


def test_the_index_is_made_all_the_same_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(bundle: Path) -> None:
        raise UnknownForm("7 places in a list of pages")

    monkeypatch.setattr(search_index, "put_in_order", unknown)
    file = tmp_path / "pencarian.json"
    file.write_text('{"sagara/": "<html><body data-pagefind-body><h1>A</h1></body></html>"}')
    made = search_index.index({"sagara": file}, tmp_path / "pagefind", Shelf(tmp_path / "shelf"))
    assert made == (1, "7 places in a list of pages")
    assert (tmp_path / "pagefind/0/pagefind-entry.json").is_file()
