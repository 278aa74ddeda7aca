"""The same pages give the same search index, byte for byte.

Pagefind 1.5 writes the values of a filter, and the filters, in whatever order its hash tables have in that run.
Here they are put in order, under names made from their content. Its files are CBOR behind a signature, compressed.
"""

import gzip
import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"

# Places in the array of a language's list of pages: version, pages, words, filters, sorts, fields.
_FILTERS = 3


def put_in_order(bundle: Path) -> None:
    """Put the filters of a finished bundle in order."""
    entry = bundle / "pagefind-entry.json"
    told = json.loads(entry.read_text(encoding="utf-8"))
    for code, language in told["languages"].items():
        old = bundle / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(old)
        meta[_FILTERS] = sorted([name, _ordered(bundle / "filter", code, file)] for name, file in meta[_FILTERS])
        content = cbor2.dumps(meta)
        language["hash"] = f"{code}_{_name(content)}"
        old.unlink()
        _write(bundle / f"pagefind.{language['hash']}.pf_meta", content)
    entry.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _ordered(folder: Path, code: str, file: str) -> str:
    """The new name of a filter's file: the filter's name, and its values, each with the numbers of its pages."""
    old = folder / f"{file}.pf_filter"
    name, values = _read(old)
    content = cbor2.dumps([name, sorted(values)])
    old.unlink()
    new = f"{code}_{_name(content)}"
    _write(folder / f"{new}.pf_filter", content)
    return new


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(_SIGNATURE + content, mtime=0))


def _name(content: bytes) -> str:
    return blake2b(content, digest_size=5).hexdigest()
