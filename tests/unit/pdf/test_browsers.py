"""Nothing goes on to print when nobody waits for it."""

import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from generator.pdf.browsers import Browsers

STARTS_ANOTHER = ["sh", "-c", "sleep 60 & echo $! > anak; sleep 60"]


def is_running(pid: str) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def child(folder: Path) -> str:
    while not (folder / "anak").is_file() or not (pid := (folder / "anak").read_text(encoding="utf-8").strip()):
        time.sleep(0.02)
    return pid


def gone(pid: str) -> bool:
    for _ in range(200):
        if not is_running(pid):
            return True
        time.sleep(0.02)
    return False


def test_what_a_program_says_is_told_with_its_code(tmp_path: Path) -> None:
    assert Browsers().run(["sh", "-c", "echo satu; echo dua >&2; exit 3"], tmp_path, 0) == (3, "satu\ndua\n")


def test_its_time_is_that_of_all_that_it_starts(tmp_path: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        Browsers().run(STARTS_ANOTHER, tmp_path, 1)
    assert gone(child(tmp_path))


def test_all_end_at_once_and_none_begins_after_that(tmp_path: Path) -> None:
    browsers, codes = Browsers(), []
    waiting = threading.Thread(target=lambda: codes.append(browsers.run(STARTS_ANOTHER, tmp_path, 0)[0]))
    waiting.start()
    pid = child(tmp_path)
    browsers.end()
    waiting.join(10)
    assert codes == [-signal.SIGKILL]
    assert gone(pid)
    assert browsers.run(["sh", "-c", "touch mulai"], tmp_path, 0) == (-signal.SIGTERM, "")
    assert not (tmp_path / "mulai").exists()
