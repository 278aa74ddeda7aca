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

from generator.site.publisher import PublishingFailed

FOLDER = "pagefind"
"""Where the bundles stand in a site. The search in the browser takes the site's root to be above it."""

LIST = "bundles.json"

_PAGES_A_BUNDLE = 3000

# What stands on many pages alike, or lists what has its own place elsewhere, would cost every search and tell
# nothing. A row's head names the thing; its cells are figures.
_LEFT_OUT = """
.page--ringkasan > :not(h1):not(.lead), .page--anggaran > :not(h1):not(.lead), .page--temuan > :not(h1):not(.lead),
.page--rencana-implementasi > ul, .card .summary-list, .gap .summary-list, thead, tfoot, caption, td, tr:not([id]),
details, article > .meta, section > .meta, p > .meta, li > .meta, dt > .meta, dd > .meta, th > .meta, summary > .meta,
figcaption > .meta, .headerlink, .term__note, .tag, .stage, .bar, .chain, .finding, .figures, .filters, .chart,
.doors, .source
""".replace("\n", " ")

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
    """Some pages of a site, as paths relative to it, and a fingerprint of all that makes their index."""

    name: str
    pages: tuple[str, ...]
    fingerprint: str


def bundles(site: Path) -> tuple[Bundle, ...]:
    """How the pages of a finished site are divided; the same pages always give the same bundles.

    Only pages with something to search are in one. The number of bundles is a power of two, so that a site
    that grows is divided anew seldom.
    """
    searched: dict[str, bytes] = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_bytes()
        if b" data-pagefind-body" in text:
            searched[path.relative_to(site).as_posix()] = hashlib.sha256(text).digest()
    count = 1
    while count * _PAGES_A_BUNDLE < len(searched):
        count *= 2
    members: list[dict[str, bytes]] = [{} for _ in range(count)]
    for page, digest in searched.items():
        members[_number(page, count)][page] = digest
    return tuple(
        Bundle(str(number), tuple(pages), _fingerprint(pages)) for number, pages in enumerate(members) if pages
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
    made = 0
    for bundle in planned:
        output = target / bundle.name
        if (
            previous
            and last.get(bundle.name) == bundle.fingerprint
            and (old := previous / FOLDER / bundle.name).is_dir()
        ):
            shutil.copytree(old, output, copy_function=os.link)
        else:
            _index_pages(site, bundle.pages, output, work / f"bundle-{bundle.name}")
            _drop_unused(output, _UNUSED if bundle is planned[0] else (*_UNUSED, *_FIRST_ONLY))
            made += 1
    listed = {bundle.name: bundle.fingerprint for bundle in planned}
    (target / LIST).write_text(json.dumps(listed) + "\n", encoding="utf-8")
    return made


def _number(page: str, count: int) -> int:
    """The bundle of a page, from the first part of its path: the institution."""
    return int.from_bytes(hashlib.sha256(page.partition("/")[0].encode()).digest()[:4], "big") % count


def _fingerprint(digests: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256(f"{version('pagefind')} {_LEFT_OUT}".encode())
    for page, digest in digests.items():
        whole.update(f"\0{page}\0".encode() + digest)
    return whole.hexdigest()[:16]


def _read_list(path: Path) -> dict[str, str]:
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _index_pages(site: Path, pages: Sequence[str], output: Path, folder: Path) -> None:
    """One Pagefind process over hard links to the pages: it takes a folder, not a list."""
    for page in pages:
        link = folder / page
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(site / page, link)
    # The text of a plan is Indonesian even where the frame around it is English.
    options = ["--force-language", "id", "--exclude-selectors", _LEFT_OUT, "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(output), *options],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PublishingFailed((done.stdout + done.stderr).strip())
    shutil.rmtree(folder)


def _drop_unused(output: Path, patterns: Sequence[str]) -> None:
    for pattern in patterns:
        for path in output.glob(pattern):
            path.unlink()
