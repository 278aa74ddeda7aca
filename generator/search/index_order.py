"""The same pages give the same search index, byte for byte.

Pagefind 1.5 writes the values of a filter, and the filters, in whatever order its hash tables have in that run.
Here they are put in order, under names made from their content. Its files are CBOR behind a signature, compressed:
an affair of its own, which another version may write otherwise. Then nothing is touched, and the index works as it is.
"""

import gzip
import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import cbor2

_SIGNATURE = b"pagefind_dcd"

# Places in the array of a language's list of pages: version, pages, words, filters, sorts, fields.
_PLACES = 6
_FILTERS = 3


class UnknownForm(Exception):
    """A file of Pagefind's is not what it was when this was written; `args[0]` says what is not."""


class _Renamed(NamedTuple):
    """A file that takes the place of another."""

    old: Path
    new: Path
    content: bytes


def put_in_order(bundle: Path) -> None:
    """Put the filters of a finished bundle in order. Raises `UnknownForm`, and leaves the bundle as it is."""
    try:
        entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
        files = [file for code, language in entry["languages"].items() for file in _ordered(bundle, code, language)]
    except UnknownForm:
        raise
    except Exception as error:  # whatever an unknown form raises
        raise UnknownForm(f"{type(error).__name__}: {error}") from error
    for file in files:
        file.old.unlink()
        file.new.write_bytes(gzip.compress(_SIGNATURE + file.content, mtime=0))
    (bundle / "pagefind-entry.json").write_text(
        json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def _ordered(bundle: Path, code: str, language: dict[str, Any]) -> Iterator[_Renamed]:
    """The files of a language's filters and its list of pages; `language` gets the new name of that."""
    old = bundle / f"pagefind.{language['hash']}.pf_meta"
    meta = _read(old)
    if len(meta) != _PLACES:
        raise UnknownForm(f"{len(meta)} places in a list of pages")
    listed = []
    for name, file in meta[_FILTERS]:
        ordered = _filter(bundle / "filter", code, name, file)
        listed.append([name, ordered.new.stem])
        yield ordered
    meta[_FILTERS] = sorted(listed)
    content = cbor2.dumps(meta)
    language["hash"] = _name(code, content)
    yield _Renamed(old, bundle / f"pagefind.{language['hash']}.pf_meta", content)


def _filter(folder: Path, code: str, name: str, file: str) -> _Renamed:
    """A filter's file: its name, and its values, each with the numbers of its pages."""
    old = folder / f"{file}.pf_filter"
    told, values = _read(old)
    if told != name or not all(isinstance(value, str) for value, _ in values):
        raise UnknownForm(f"filter {name}")
    content = cbor2.dumps([name, sorted(values)])
    return _Renamed(old, folder / f"{_name(code, content)}.pf_filter", content)


def _read(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise UnknownForm(f"signature of {path.suffix}")
    return cbor2.loads(content.removeprefix(_SIGNATURE))


def _name(code: str, content: bytes) -> str:
    return f"{code}_{blake2b(content, digest_size=5).hexdigest()}"
