"""The search index: several Pagefind bundles, which the reader's browser searches as one.

A Pagefind process holds all it reads in memory, and a change anywhere remakes its whole index. Bundles bound
both: the pages of an institution stay together in one bundle, chosen by its name, and a bundle whose pages did
not change is taken from the shelf, if it is whole there. How many there are weighs memory against what a search moves:
docs/decisions/search.md.
"""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from generator.locale import language, say
from generator.pages.words.search import query_words
from generator.publishing.publisher import PublishingFailed, stopped
from generator.search.documents import SearchDocument, read_documents, read_file
from generator.search.index_order import UnknownForm, put_in_order
from generator.search.vocabulary import FILE as VOCABULARY
from generator.search.vocabulary import vocabulary
from generator.store.cache import code_fingerprint
from generator.store.children import python, safe_environment
from generator.store.files import copy_all
from generator.store.refusals import raise_refusal
from generator.store.shelf import Shelf

FOLDER = "pagefind"
"""Where the bundles stand in a site. The search in the browser takes the site's root to be above it."""

LIST = "bundles.json"

WORDS = "padanan.json"
"""What the search needs to take a question apart (`pages/words/search.py`)."""

# Bytes of documents, some 90 kB a plan: below the first there is one bundle, up to twice the second there are two.
_DIVIDED_FROM = 6_000_000
_SHELF = ".cari"

_LONGEST = 300
"""Seconds for one bundle, which takes a few: Pagefind waits for ever for a thread that the system did not start."""

_BYTES_A_BUNDLE = 30_000_000

# The text of a plan is Indonesian even where the frame around it is English.
_OPTIONS = ("--force-language", "id", "--quiet")

# What Pagefind adds for interfaces that are not used here, and what only the first bundle is asked for.
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-worker.js",
    "wasm.unknown.pagefind",
)
_FIRST_ONLY = ("pagefind.js", "wasm.*.pagefind")


@dataclass(frozen=True)
class Bundle:
    """Files of documents, each with the name of whose pages they are of, and a fingerprint of all that makes their
    index."""

    name: str
    files: tuple[tuple[str, Path], ...]
    fingerprint: str

    def documents(self) -> Iterator[SearchDocument]:
        """The documents of its files."""
        for name, file in self.files:
            yield from read_documents(file, name)


def bundles(files: Mapping[str, Path]) -> tuple[Bundle, ...]:
    """How files of documents are divided, given by the folder of the institution whose pages they are of, or by no name
    for those of the portal.

    The same documents always give the same bundles. Their number is a power of two, so that a site that grows is
    divided anew seldom.
    """
    found = {name: read_file(path) for name, path in sorted(files.items())}
    size = sum(map(len, found.values()))
    count = 1 if size < _DIVIDED_FROM else 2
    while count * _BYTES_A_BUNDLE < size:
        count *= 2
    members: list[dict[str, bytes]] = [{} for _ in range(count)]
    for name, content in found.items():
        members[_number(name, count)][name] = content
    filled = {str(number): own for number, own in enumerate(members) if own}
    first = next(iter(filled), "")
    return tuple(
        Bundle(number, tuple((name, files[name]) for name in own), _fingerprint(own, number == first))
        for number, own in filled.items()
    )


class Indexed(NamedTuple):
    """How many bundles had to be made, and why Pagefind's own order was left in one of them, if it was."""

    made: int
    unordered: str = ""


def index(files: Mapping[str, Path], target: Path, shelf: Shelf, last: Path | None = None) -> Indexed:
    """Write the search index of some documents to the new folder `target`, which will take the place of `last`.

    Raises `PublishingFailed`.
    """
    target.mkdir()
    planned = bundles(files)
    ready = {bundle: shelf.get(_on_shelf(bundle), bundle.fingerprint) for bundle in planned}
    stale = [bundle for bundle, folder in ready.items() if folder is None]
    unordered = ""
    with shelf.bench() as bench:
        _index_all(stale, bench)
        for bundle in stale:
            made = bench / bundle.name
            try:
                put_in_order(made)
            except UnknownForm as form:
                unordered = str(form)
            _write_json(made / VOCABULARY, vocabulary(bundle.documents()))
            _drop_unused(made, _UNUSED if bundle is planned[0] else (*_UNUSED, *_FIRST_ONLY))
            ready[bundle] = shelf.put(_on_shelf(bundle), bundle.fingerprint, made)
    for bundle, folder in ready.items():
        if folder:
            copy_all(folder, target / bundle.name, last and last / bundle.name)
    listed = {bundle.name: bundle.fingerprint for bundle in planned}
    _write_json(target / LIST, listed)
    _write_json(target / WORDS, query_words())
    return Indexed(len(stale), unordered)


def _write_json(file: Path, told: object) -> None:
    file.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _on_shelf(bundle: Bundle) -> str:
    return f"{_SHELF}-{bundle.name}"


def _number(name: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % count


def _fingerprint(files: Mapping[str, bytes], first: bool) -> str:
    whole = hashlib.sha256(f"{version('pagefind')} {code_fingerprint()} {first}".encode())
    for name, content in files.items():
        whole.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:16]


def _index_all(stale: Sequence[Bundle], work: Path) -> None:
    """One Pagefind process a bundle, one at a time for the sake of memory; meanwhile the next bundle is prepared."""
    running: _Pagefind | None = None
    try:
        for bundle in stale:
            folder = work / f"halaman-{bundle.name}"
            _write_pages(bundle.documents(), folder)
            if running:
                running.finish()
            running = _Pagefind(folder, work / bundle.name)
        if running:
            running.finish()
    except BaseException:
        if running:
            running.kill()
        raise


def _write_pages(documents: Iterable[SearchDocument], folder: Path) -> None:
    folder.mkdir()
    for address, html in documents:
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")


class _Pagefind:
    """A process that indexes a folder of pages, and then needs the folder no longer.

    It works in that folder's own: where it works it would look for settings, which name files to write.
    """

    def __init__(self, folder: Path, output: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            # By their names, which are ours: the folder above may have one that is no text.
            python("-m", "pagefind", "--site", folder.name, "--output-path", output.name, *_OPTIONS),
            cwd=folder.parent,
            env=safe_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def finish(self) -> None:
        """Wait for its end. Raises `PublishingFailed`, and `OSError` for a full disk."""
        try:
            told, _ = self._process.communicate(timeout=_LONGEST)
        except subprocess.TimeoutExpired:
            raise PublishingFailed(
                language().word(
                    say(
                        "pagefind dihentikan karena tidak selesai dalam {menit} menit; biasanya batas banyaknya proses"
                        " (ulimit -u) terlalu rendah atau memori habis: naikkan, lalu jalankan lagi",
                        menit=_LONGEST // 60,
                    )
                )
            ) from None
        if self._process.returncode:
            raise_refusal(told)
            raise stopped("pagefind", told)
        shutil.rmtree(self._folder)

    def kill(self) -> None:
        """End it, if it has not ended."""
        with self._process:
            self._process.kill()


def _drop_unused(output: Path, patterns: Sequence[str]) -> None:
    for pattern in patterns:
        for path in output.glob(pattern):
            path.unlink()
