"""What is written out never takes the place of somebody's work."""

from pathlib import Path

import pytest

from generator.pipeline.exporting import NotExported, written


def test_a_file_is_written_and_the_same_file_again(tmp_path: Path) -> None:
    for _ in range(2):
        assert list(written({"rencana.xlsx": b"x"}, tmp_path / "a" / "b.xlsx")) == [tmp_path / "a" / "b.xlsx"]
    assert (tmp_path / "a" / "b.xlsx").read_bytes() == b"x"


def test_what_was_edited_since_is_not_overwritten_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "unit.csv").write_bytes(b"suntingan")
    with pytest.raises(NotExported):
        list(written({"kegiatan.csv": b"a", "unit.csv": b"b"}, tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["unit.csv"]
    (tmp_path / "tautan").symlink_to("tidak-ada")
    with pytest.raises(NotExported):
        list(written({"rencana.json": b"a"}, tmp_path / "tautan"))
