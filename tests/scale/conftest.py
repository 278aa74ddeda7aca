"""A few invented institutions, and ways to build them that must all give the same."""

import os
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
from generator.reading.time_limit import DEFAULT_SECONDS

AS_OF = date(2026, 11, 24)
INSTITUTIONS = 4


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds `plans/`; not to be changed."""
    folder = tmp_path_factory.mktemp("negeri")
    write(folder, INSTITUTIONS, activities=5, seed=1)
    return folder


@pytest.fixture
def own_corpus(tmp_path: Path) -> Path:
    """The same, to be changed."""
    folder = tmp_path / "negeri"
    write(folder, INSTITUTIONS, activities=5, seed=1)
    return folder


@pytest.fixture(scope="session")
def whole(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the corpus, built at once, serially and from nothing."""
    folder = tmp_path_factory.mktemp("whole")
    build(corpus, folder / "site", folder / "cache")
    return folder / "site"


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


def in_shares(corpus: Path, folder: Path, count: int = 2) -> list[Path]:
    """The shares of a site, each made with a cache of its own as on another machine."""
    shares = [folder / f"share-{number}" for number in range(1, count + 1)]
    for number, share in enumerate(shares, 1):
        given = making(corpus / "plans", AS_OF, folder / f"cache-{number}")
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


Edit = Callable[[Path], None]
