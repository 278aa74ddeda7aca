"""What ends for its cache is done again without it; what ends for another reason ends."""

import errno
from datetime import date
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound

from generator.build import without_cache
from generator.build.building import BuildOptions, Built
from generator.build.jobs import BuildInputs
from generator.build.without_cache import _may_be_of_cache, despite_cache
from generator.cli.making import making
from generator.locale import Message
from generator.publishing.unusable import Unusable, of_file


@pytest.mark.parametrize(
    ("number", "named", "of_cache"),
    [
        (errno.EACCES, "cache/.terbit/x", True),
        (errno.ENOTDIR, b"cache/.terbit/x", True),
        (errno.EACCES, "site/index.html", False),
        (errno.EACCES, "cache-lain/x", False),
        (errno.EIO, "", False),
        (errno.ENOSPC, "cache/.terbit/x", False),
    ],
)
def test_on_one_disk_it_is_the_cache_that_is_named_and_never_a_full_disk(
    tmp_path: Path, number: int, named: str | bytes, of_cache: bool
) -> None:
    assert _may_be_of_cache(refused(number, named, tmp_path), tmp_path / "cache", tmp_path / "site") is of_cache


@pytest.mark.parametrize(
    ("number", "named", "of_cache"),
    [
        (errno.ENOSPC, "", True),
        (errno.EDQUOT, "cache/.terbit/x", True),
        (errno.EIO, "", True),
        (errno.ENOSPC, "site/index.html", False),
        (errno.EAGAIN, "", False),
    ],
)
def test_on_two_disks_what_names_no_file_may_be_of_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, named: str, of_cache: bool
) -> None:
    monkeypatch.setattr(without_cache, "_disk", lambda path: path)
    assert _may_be_of_cache(refused(number, named, tmp_path), tmp_path / "cache", tmp_path / "site") is of_cache


def refused(number: int, named: str | bytes, folder: Path) -> OSError:
    if isinstance(named, bytes):
        return OSError(number, "x", str(folder).encode() + b"/" + named)
    return OSError(number, "x", str(folder / named)) if named else OSError(number, "x")


def ended_once_by(fault: Exception, tmp_path: Path) -> tuple[list[Path], Built]:
    """With which caches a build was tried that ends so for its own cache, and what came of it."""
    tried: list[Path] = []

    def build(root: Path, making: BuildInputs, output: Path, how: BuildOptions, /) -> Built:
        tried.append(making.cache)
        if making.cache == tmp_path / "cache":
            raise fault
        return Built(None)  # type: ignore[arg-type]

    (tmp_path / "plans").mkdir()
    given = making(tmp_path / "plans", date(2026, 11, 24), tmp_path / "cache")
    return tried, despite_cache(build)(tmp_path / "plans", given, tmp_path / "site", BuildOptions())


@pytest.mark.parametrize(
    "fault",
    [TypeError("x"), KeyError("x"), MemoryError(), RecursionError(), ValueError("x"), TemplateNotFound("portal/x.j2")],
)
def test_what_a_wrong_value_ends_is_built_again_without_the_cache(tmp_path: Path, fault: Exception) -> None:
    tried, built = ended_once_by(fault, tmp_path)
    assert len(tried) == 2
    assert built.without_cache
    assert "isinya mungkin rusak" in str(built.without_cache)


def test_what_is_told_of_a_setting_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="salah"):
        ended_once_by(of_file("mkdocs.yml", Message("salah")), tmp_path)
