"""A site that stands as it would be made is left alone, and no other."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.unchanged import Unchanged


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "sagara").mkdir(parents=True)
    (folder / "index.html").write_text("portal")
    (folder / "sagara/index.html").write_text("lembaga")
    return folder


def test_a_site_is_known_by_its_key_and_its_place(site: Path, tmp_path: Path) -> None:
    assert not Unchanged(tmp_path, site, "a")
    Unchanged(tmp_path, site, "a").note()
    assert Unchanged(tmp_path, site, "a")
    assert not Unchanged(tmp_path, site, "b")
    assert not Unchanged(tmp_path / "another", site, "a")
    other = site.rename(tmp_path / "moved")
    assert not Unchanged(tmp_path, other, "a")
    assert not Unchanged(tmp_path, site, "a"), "nothing stands there"


def test_without_a_key_no_site_is_known(site: Path, tmp_path: Path) -> None:
    Unchanged(tmp_path, site, "a").note()
    Unchanged(tmp_path, site, "").note()
    assert not Unchanged(tmp_path, site, "")
    assert not Unchanged(tmp_path, site, "a"), "another site stands there since"


@pytest.mark.parametrize(
    "touch",
    [
        lambda site: (site / "sagara/index.html").write_text("lembaga!"),
        lambda site: os.utime(site / "sagara/index.html", ns=(1, 1)),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "sagara/tambahan.html").write_text(""),
        lambda site: (site / "sagara").rename(site / "lain"),
        lambda site: (site / "kosong").mkdir(),
    ],
    ids=["longer", "touched", "gone", "added", "renamed", "folder"],
)
def test_a_site_that_somebody_touched_is_not_the_same(
    site: Path, tmp_path: Path, touch: Callable[[Path], object]
) -> None:
    Unchanged(tmp_path, site, "a").note()
    touch(site)
    assert not Unchanged(tmp_path, site, "a")


def test_a_note_that_cannot_be_written_costs_only_time(site: Path, tmp_path: Path) -> None:
    (tmp_path / ".situs").write_text("a file where the folder would be")
    Unchanged(tmp_path, site, "a").note()
    assert not Unchanged(tmp_path, site, "a")
