"""Who holds the lock of a folder is alone with it, and the lock's file harms nobody."""

import errno
import os
from pathlib import Path

import pytest

from generator.locale import language
from generator.store.lock import alone
from generator.store.refusals import where_and_why


def test_who_is_alone_does_not_wait(tmp_path: Path) -> None:
    waited = []
    with alone(tmp_path / "site", lambda: waited.append(True)):
        pass
    with alone(tmp_path / "site", lambda: waited.append(True)):
        pass
    assert waited == []


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "berharga"
    precious.write_text("isi", encoding="utf-8")
    (tmp_path / ".site.lock").symlink_to(precious)
    with pytest.raises(OSError, match=r"site\.lock"), alone(tmp_path / "site"):
        pass
    assert precious.read_text(encoding="utf-8") == "isi"


def test_a_file_in_the_place_of_the_lock_keeps_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / ".site.lock").write_text("isi", encoding="utf-8")
    with alone(tmp_path / "site"):
        pass
    assert (tmp_path / ".site.lock").read_text(encoding="utf-8") == "isi"


@pytest.mark.parametrize(("folder", "mode"), [(0o2775, 0o660), (0o755, 0o600), (0o1777, 0o600)])
def test_who_shares_a_folder_shares_its_locks(tmp_path: Path, folder: int, mode: int) -> None:
    tmp_path.chmod(folder)
    with alone(tmp_path / "site"):
        pass
    assert (tmp_path / ".site.lock").stat().st_mode & 0o777 == mode


def test_a_lock_of_another_user_is_told_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".site.lock").touch()

    def refuse(path: Path, *_: int) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError) as refused, alone(tmp_path / "site"):
        pass
    assert "hapuslah" in language().word(where_and_why(refused.value))


def test_a_pipe_in_the_place_of_the_lock_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".site.lock")
    with pytest.raises(OSError, match=r"site\.lock"), alone(tmp_path / "site"):
        pass
