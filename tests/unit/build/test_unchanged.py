"""A site that stands as it would be made is left alone, and no other."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.unchanged import LastSite


def same_size_and_time(page: Path) -> None:
    before = page.stat().st_mtime_ns
    page.write_text("lembagA")
    os.utime(page, ns=(before, before))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "sagara").mkdir(parents=True)
    (folder / "index.html").write_text("portal")
    (folder / "sagara/index.html").write_text("lembaga")
    return folder


@pytest.fixture
def last(tmp_path: Path) -> LastSite:
    return LastSite(tmp_path)


def test_a_site_is_known_by_its_key_and_its_place(site: Path, tmp_path: Path, last: LastSite) -> None:
    assert not last.stands(site, "a")
    last.note(site, "a")
    assert last.stands(site, "a")
    assert not last.stands(site, "b")
    other = site.rename(tmp_path / "moved")
    assert not last.stands(other, "a")
    assert not last.stands(site, "a"), "nothing stands there"


def test_only_the_last_site_is_known(site: Path, last: LastSite) -> None:
    last.note(site, "a")
    last.note(site, "b")
    assert last.stands(site, "b")
    assert not last.stands(site, "a")


@pytest.mark.parametrize(
    "touch",
    [
        lambda site: (site / "sagara/index.html").write_text("lembaga!"),
        lambda site: os.utime(site / "sagara/index.html", ns=(1, 1)),
        lambda site: same_size_and_time(site / "sagara/index.html"),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "sagara/tambahan.html").write_text(""),
        lambda site: (site / "sagara").rename(site / "lain"),
    ],
    ids=["longer", "touched", "as if it were not", "gone", "added", "renamed"],
)
def test_a_site_that_somebody_touched_is_not_the_same(
    site: Path, last: LastSite, touch: Callable[[Path], object]
) -> None:
    last.note(site, "a")
    touch(site)
    assert not last.stands(site, "a")


def test_a_note_that_cannot_be_written_costs_only_time(site: Path, tmp_path: Path, last: LastSite) -> None:
    (tmp_path / ".situs").mkdir()
    last.note(site, "a")
    assert not last.stands(site, "a")


def test_a_pipe_in_the_place_of_the_note_is_not_waited_for(site: Path, tmp_path: Path, last: LastSite) -> None:
    last.note(site, "a")
    (note,) = (path for path in tmp_path.iterdir() if path.is_file())
    note.unlink()
    os.mkfifo(note)
    assert not last.stands(site, "a")
    last.note(site, "a")
    assert last.stands(site, "a")
