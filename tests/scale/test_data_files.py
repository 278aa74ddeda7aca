"""What a plan's files for taking away weigh beside its pages: bytes, which no load of a machine changes."""

from pathlib import Path

from benchmarks.corpus import write
from benchmarks.data_files import disk

from .conftest import build

MOST = 0.30
"""Of the pages' weight. A quarter is wanted; docs/scale.md says what stands between."""


def test_the_data_files_of_a_plan_of_sixty_activities_keep_their_share(tmp_path: Path) -> None:
    write(tmp_path, 2, activities=60, seed=1)
    build(tmp_path, tmp_path / "site", tmp_path / "cache")
    files, pages = disk(tmp_path / "site")
    assert sum(files.values()) <= MOST * pages, (files, pages)
