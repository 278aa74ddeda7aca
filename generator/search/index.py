"""The search index: several Pagefind bundles, which the reader's browser searches as one.

A Pagefind process holds all it reads in memory, and a change anywhere remakes its whole index. Bundles bound
both: the pages of an institution stay together in one bundle, chosen by its name, and a bundle whose pages did
not change is taken over from the last site. How many there are weighs memory against what a search moves:
docs/decisions/search.md.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from generator.publishing.publisher import PublishingFailed
from generator.search.documents import FILE, read_documents
from generator.search.index_order import put_in_order
from generator.store.cache import code_fingerprint

FOLDER = "pagefind"
"""Where the bundles stand in a site. The search in the browser takes the site's root to be above it."""

LIST = "bundles.json"

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
    """Files of documents, as paths relative to a site, and a fingerprint of all that makes their index."""

    name: str
    files: tuple[str, ...]
    fingerprint: str


def bundles(site: Path) -> tuple[Bundle, ...]:
    """How the pages of a finished site are divided; the same pages always give the same bundles.

    The number of bundles is a power of two, so that a site that grows is divided anew seldom.
    """
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in _files(site)}
    count = 1
    while count * _BYTES_A_BUNDLE < sum(map(len, found.values())):
        count *= 2
    members: list[dict[str, bytes]] = [{} for _ in range(count)]
    for file, content in found.items():
        members[_number(file, count)][file] = content
    return tuple(
        Bundle(str(number), tuple(members), _fingerprint(members)) for number, members in enumerate(members) if members
    )


def index(site: Path, work: Path, previous: Path | None = None) -> int:
    """Write the search index of a finished site into it; the number of bundles that had to be made.

    `work` is a folder on the same file system for what is needed meanwhile; `previous` is the site that this
    one replaces. Raises `PublishingFailed` with Pagefind's own words.
    """
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    planned = bundles(site)
    last = _read_list(previous / FOLDER / LIST) if previous else {}
    stale = []
    for bundle in planned:
        old = previous / FOLDER / bundle.name if previous else None
        if old and last.get(bundle.name) == bundle.fingerprint and old.is_dir():
            shutil.copytree(old, target / bundle.name, copy_function=os.link)
        else:
            stale.append(bundle)
    _index_all(site, stale, target, work)
    for bundle in stale:
        put_in_order(target / bundle.name)
        _drop_unused(target / bundle.name, _UNUSED if bundle is planned[0] else (*_UNUSED, *_FIRST_ONLY))
    listed = {bundle.name: bundle.fingerprint for bundle in planned}
    (target / LIST).write_text(json.dumps(listed) + "\n", encoding="utf-8")
    return len(stale)


def _files(site: Path) -> list[Path]:
    found = [site / FILE, *site.glob(f"*/{FILE}")]
    return sorted(path for path in found if path.is_file())


def _number(file: str, count: int) -> int:
    """The bundle of a file, from the first part of its path: the institution."""
    return int.from_bytes(hashlib.sha256(file.partition("/")[0].encode()).digest()[:4], "big") % count


def _fingerprint(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256(f"{version('pagefind')} {code_fingerprint()}".encode())
    for file, content in files.items():
        whole.update(f"\0{file}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:16]


def _read_list(path: Path) -> dict[str, str]:
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _index_all(site: Path, stale: Sequence[Bundle], target: Path, work: Path) -> None:
    """One Pagefind process a bundle, one at a time for the sake of memory; meanwhile the next bundle is prepared."""
    running: _Pagefind | None = None
    try:
        for bundle in stale:
            folder = work / f"bundle-{bundle.name}"
            _write_pages(site, bundle.files, folder)
            if running:
                running.finish()
            running = _Pagefind(folder, target / bundle.name)
        if running:
            running.finish()
    except BaseException:
        if running:
            running.kill()
        raise


def _write_pages(site: Path, files: Sequence[str], folder: Path) -> None:
    for file in files:
        for address, html in read_documents(site / file):
            path = folder / address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")


class _Pagefind:
    """A process that indexes a folder of pages, and then needs the folder no longer."""

    def __init__(self, folder: Path, output: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(output), *_OPTIONS],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def finish(self) -> None:
        """Wait for its end. Raises `PublishingFailed` with its words."""
        told, _ = self._process.communicate()
        if self._process.returncode:
            raise PublishingFailed(told.strip())
        shutil.rmtree(self._folder)

    def kill(self) -> None:
        """End it, if it has not ended."""
        with self._process:
            self._process.kill()


def _drop_unused(output: Path, patterns: Sequence[str]) -> None:
    for pattern in patterns:
        for path in output.glob(pattern):
            path.unlink()
