"""A build that dies, or is run twice at once, leaves a whole site and a sound cache."""

import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.build.ownership import MARKER

from .conftest import Warm, build, contents, started

_OF_ALL = ("pagefind", "data/", MARKER)
"""What these builds were asked for in different ways, or tells of all the rest."""


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_last_site(own_corpus: Path, warm: Warm, tmp_path: Path) -> None:
    folder = tmp_path / "public"
    site, cache = folder / "site", warm(own_corpus)
    build(own_corpus, site, cache)
    before = contents(site)
    for file in (own_corpus / "plans").rglob("lembaga.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("2026-09-30", "2026-10-31"), encoding="utf-8")
    seconds = _seconds_of(own_corpus, tmp_path / "expected", warm(own_corpus, "another"))
    after = contents(tmp_path / "expected")
    chance = random.Random(1)
    for _ in range(4):
        process = started(own_corpus, site, cache, "--jobs", "2")
        time.sleep(chance.uniform(0.1, 1.0) * seconds)
        process.kill()
        process.communicate(timeout=60)
        found = {name: page for name, page in contents(site).items() if not name.startswith(_OF_ALL)}
        assert any(
            found == {name: page for name, page in one.items() if not name.startswith(_OF_ALL)}
            for one in (before, after)
        )
        _all_gone(process.pid)
    started(own_corpus, site, cache).communicate()
    assert contents(site) == after
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["site"]
    assert not list((cache / ".terbit").glob("*/.kerja-*"))


@pytest.mark.slow
def test_a_worker_that_is_killed_ends_the_build_and_leaves_the_last_site(
    own_corpus: Path, warm: Warm, tmp_path: Path
) -> None:
    site, cache = tmp_path / "site", warm(own_corpus)
    build(own_corpus, site, cache)
    before = contents(site)
    process = started(own_corpus, site, tmp_path / "another", "--jobs", "2")
    for _ in range(400):
        servers = [child for child in _children(process.pid) if "forkserver" in _command(child)]
        workers = [child for server in servers for child in _children(server)]
        if len(workers) == 2:
            os.kill(workers[0], signal.SIGKILL)
            break
        time.sleep(0.02)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "proses pembuat halaman terhenti" in told
    assert contents(site) == before
    _all_gone(process.pid)


@pytest.mark.slow
def test_a_full_disk_leaves_the_last_site_and_a_sound_cache(own_corpus: Path, warm: Warm, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", warm(own_corpus)
    build(own_corpus, site, cache)
    before = contents(site)
    for file in (own_corpus / "plans").rglob("lembaga.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("2026-09-30", "2026-10-31"), encoding="utf-8")
    # No file may grow beyond the limit: every kind of writing fails somewhere, as on a full disk.
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    for limit in (120_000, 30_000, 3_000):  # each begins with the cache that the last one left
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most[1]))
        try:
            process = started(own_corpus, site, cache, "--jobs", "2")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, most)
        process.communicate(timeout=120)
        assert process.returncode == 1
        assert contents(site) == before
    build(own_corpus, site, cache)
    build(own_corpus, tmp_path / "expected", warm(own_corpus, "another"))
    assert contents(site) == contents(tmp_path / "expected")


@pytest.mark.slow
def test_two_builds_at_once_do_not_mix(own_corpus: Path, whole: Path, tmp_path: Path) -> None:
    running = [started(own_corpus, tmp_path / "site", tmp_path / "cache", "--jobs", "2") for _ in range(2)]
    told = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    found, expected = (
        {name: page for name, page in contents(site).items() if not name.startswith(_OF_ALL)}
        for site in (tmp_path / "site", whole)
    )
    assert found == expected


def _seconds_of(corpus: Path, output: Path, cache: Path) -> float:
    begun = time.monotonic()
    started(corpus, output, cache, "--jobs", "2").communicate()
    return time.monotonic() - begun


def _children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def _command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    return ""


def _session(leader: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if entry.name.isdigit() and os.getsid(int(entry.name)) == leader:
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
                if state != "Z":
                    yield int(entry.name)


def _all_gone(leader: int) -> None:
    """Every process of a build that was killed ends by itself within seconds."""
    for _ in range(150):
        if not list(_session(leader)):
            return
        time.sleep(0.1)
    left = subprocess.run(["ps", "-o", "pid,args", "-s", str(leader)], capture_output=True, text=True, check=False)
    raise AssertionError(left.stdout)
