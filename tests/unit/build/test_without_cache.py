"""What ends for its cache is done again without it; what ends for another reason ends."""

import errno
from pathlib import Path

import pytest

from generator.build import without_cache
from generator.build.without_cache import _may_be_of_cache


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
