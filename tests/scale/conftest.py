"""A few invented institutions, and ways to build them that must all give the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus import write
from generator.build.building import BuildOptions, Built
from generator.build.ownership import MARKER
from generator.build.shares import Share
from generator.cli.making import making
from generator.pipeline import sites
from generator.publishing.configuration import Configuration
from generator.publishing.guide.making import guide_mark, publish_guide
from generator.reading.time_limit import DEFAULT_SECONDS
from tests.once import built_once

AS_OF = date(2026, 11, 24)
INSTITUTIONS = 3

BANNER = b"banner--stale"
Warm = Callable[..., Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus in `negeri`, its `site`, the same `searched`, and the `cache` of both; not to be changed.

    Built serially, from nothing, for all workers.
    """

    def make(site: Path) -> None:
        folder = site.parent
        write(folder / "negeri", INSTITUTIONS, activities=5, seed=1)
        build(folder / "negeri", folder / "searched", folder / "cache", search=True)
        build(folder / "negeri", site, folder / "cache")

    return built_once(tmp_path_factory, "negeri", make).parent


@pytest.fixture(autouse=True)
def no_guide_is_made_twice(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """It depends on no plan, and is half of what a small site costs."""

    def made(configuration: Configuration, work: Path) -> Path:
        def make(site: Path) -> None:
            site.parent.mkdir()
            publish_guide(configuration, site.parent)

        return shutil.copytree(
            built_once(tmp_path_factory, f"panduan-{guide_mark(configuration)}", make), work / "site"
        )

    monkeypatch.setattr("generator.build.finishing.publish_guide", made)


@pytest.fixture
def corpus(once: Path) -> Path:
    """A folder that holds `plans/`; not to be changed."""
    return once / "negeri"


@pytest.fixture
def own_corpus(once: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return shutil.copytree(once / "negeri", tmp_path / "negeri")


@pytest.fixture
def whole(once: Path) -> Path:
    """The site of the corpus."""
    return once / "site"


@pytest.fixture
def warm(once: Path, tmp_path: Path) -> Warm:
    """A function that makes a cache in which all pages of a copy of the corpus are, but those of an institution.

    What a test only begins with is not made anew for each.
    """

    def copied(corpus: Path, name: str = "cache", *, without: str = "") -> Path:
        cache = shutil.copytree(once / "cache", tmp_path / name)
        kept, shelf = (making(base / "plans", AS_OF, cache).shelf.folder for base in (once / "negeri", corpus))
        kept.rename(shelf)
        if without:
            shutil.rmtree(shelf / without)
        return cache

    return copied


def build(
    corpus: Path,
    output: Path,
    cache: Path,
    how: BuildOptions | None = None,
    *,
    search: bool = False,
    limit: int = DEFAULT_SECONDS,
) -> Built:
    """Build without the search index, which has tests of its own, unless it is asked for."""
    how = how or BuildOptions()
    given = making(corpus / "plans", AS_OF, cache)
    given = replace(given, site=replace(given.site, pdf=bool(how.chromium)), limit=limit)
    return sites.build((corpus / "plans").resolve(), given, output, how, search=search)


def in_shares(corpus: Path, folder: Path, count: int = 2, warm: Warm | None = None) -> list[Path]:
    """The shares of a site, each made with a cache of its own as on another machine, warm if that is given."""
    shares = [folder / f"share-{number}" for number in range(1, count + 1)]
    for number, share in enumerate(shares, 1):
        cache = warm(corpus, f"cache-{number}") if warm else folder / f"cache-{number}"
        given = making(corpus / "plans", AS_OF, cache)
        sites.build_share((corpus / "plans").resolve(), given, share, BuildOptions(), Share(number, count))
    return shares


def merged(corpus: Path, folder: Path, shares: Sequence[Path]) -> Built:
    """The site of shares, made at `folder / "site"` by one more machine."""
    given = making(corpus / "plans", AS_OF, folder / "cache")
    return sites.merge((corpus / "plans").resolve(), given, folder / "site", BuildOptions(), shares, search=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it, but the list of them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def started(corpus: Path, output: Path, cache: Path, *options: str, **more: str) -> subprocess.Popen[str]:
    """The command, running by itself."""
    command = [sys.executable, "-m", "generator.cli", "build", "--plans", str(corpus / "plans")]
    command += ["--output", str(output), "--cache", str(cache), "--as-of", AS_OF.isoformat(), *options]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | more,
        start_new_session=True,
    )


@pytest.fixture
def slug(corpus: Path) -> str:
    """One of the institutions."""
    return sorted(path.name for path in (corpus / "plans").iterdir())[0]


def spoil(corpus: Path, slug: str) -> Path:
    """Make a plan that cannot be published; the file that was changed."""
    file = corpus / "plans" / slug / "2025-2029" / "rencana-implementasi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("program: P-", "program: P-9", 1), encoding="utf-8")
    return file


def pages_of(site: Path, slug: str) -> dict[str, bytes]:
    return {name: page for name, page in contents(site / slug).items() if name.endswith(".html")}


def with_banner(site: Path, slug: str) -> bool:
    """Whether each page of an institution, and there are some, says that it is not the newest."""
    pages = pages_of(site, slug).values()
    return bool(pages) and all(BANNER in page for page in pages)


def pipe(file: Path) -> None:
    """Put a pipe in the place of a file: who opens it waits for ever."""
    file.unlink()
    os.mkfifo(file)


def committed(folder: Path) -> None:
    """Make a repository of a folder, and commit everything in it."""
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    for command in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
