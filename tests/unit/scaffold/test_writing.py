import errno
import os
from pathlib import Path

import pytest

from generator.scaffold import Refusal, add, write
from generator.scaffold.filling import templates

from .plans import new_plan, read_back, waiting


def test_a_new_plan_stands_in_its_folder_and_reads_without_problem(tmp_path: Path) -> None:
    folder = write(new_plan(), tmp_path / "plans")
    assert folder == tmp_path / "plans/kabupaten-sleman/2025-2029"
    assert {each.name for each in folder.iterdir()} == set(templates())
    reading = read_back(tmp_path / "plans")
    assert waiting(reading)
    assert str(reading.address) == "kabupaten-sleman/2025-2029"


@pytest.mark.parametrize("taken", ["2025-2029/lembaga.yaml", "2025-2029.yaml", "2025-2029.yml"])
def test_what_is_there_is_never_overwritten(tmp_path: Path, taken: str) -> None:
    there = tmp_path / "kabupaten-sleman" / taken
    there.parent.mkdir(parents=True)
    there.write_text("milik orang", encoding="utf-8")
    with pytest.raises(Refusal):
        write(new_plan(), tmp_path)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [there]
    assert there.read_text(encoding="utf-8") == "milik orang"


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError("disk penuh")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="disk penuh"):
        write(new_plan(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_plan_of_the_institution_stays(tmp_path: Path) -> None:
    earlier = tmp_path / "kabupaten-sleman/2020-2024.yaml"
    earlier.parent.mkdir()
    earlier.write_text("versi_format: 1\n", encoding="utf-8")
    write(new_plan(), tmp_path)
    assert sorted(each.name for each in earlier.parent.iterdir()) == ["2020-2024.yaml", "2025-2029"]


@pytest.mark.parametrize("there", [True, False])
def test_no_plan_is_written_where_a_link_leads(tmp_path: Path, there: bool) -> None:
    elsewhere = tmp_path / "lain"
    if there:
        elsewhere.mkdir()
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/kabupaten-sleman").symlink_to(elsewhere)
    with pytest.raises(Refusal):
        write(new_plan(), tmp_path / "plans")
    assert not elsewhere.exists() or list(elsewhere.iterdir()) == []


def test_no_file_around_a_plan_is_written_where_a_link_leads(tmp_path: Path) -> None:
    elsewhere, repository = tmp_path / "lain", tmp_path / "repo"
    elsewhere.mkdir()
    repository.mkdir()
    (repository / ".vscode").symlink_to(elsewhere)
    assert add({".vscode/settings.json": b"{}", "README.md": b"x"}, repository) == (
        ["README.md"],
        [".vscode/settings.json"],
    )
    assert list(elsewhere.iterdir()) == []


def test_a_disk_without_second_names_for_a_file_gets_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "FAT")

    monkeypatch.setattr(os, "link", refused)
    (tmp_path / "README.md").write_text("milik", encoding="utf-8")
    assert add({"README.md": b"x", "mkdocs.yml": b"x"}, tmp_path) == (["mkdocs.yml"], ["README.md"])
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"README.md": "milik", "mkdocs.yml": "x"}
