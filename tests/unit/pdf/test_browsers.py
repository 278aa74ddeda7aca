"""Nothing goes on to print when nobody waits for it."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.pdf.browsers import Browsers

MEMORY = 1 << 30
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
    assert Browsers().run(["sh", "-c", "echo satu; echo dua >&2; exit 3"], tmp_path, 0, MEMORY) == (3, "satu\ndua\n")


def test_its_time_is_that_of_all_that_it_starts(tmp_path: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        Browsers().run(STARTS_ANOTHER, tmp_path, 1, MEMORY)
    assert gone(child(tmp_path))


def test_all_end_at_once_and_none_begins_after_that(tmp_path: Path) -> None:
    browsers, codes = Browsers(), []
    waiting = threading.Thread(target=lambda: codes.append(browsers.run(STARTS_ANOTHER, tmp_path, 0, MEMORY)[0]))
    waiting.start()
    pid = child(tmp_path)
    browsers.end()
    waiting.join(10)
    assert codes == [-signal.SIGKILL]
    assert gone(pid)
    assert browsers.run(["sh", "-c", "touch mulai"], tmp_path, 0, MEMORY) == (-signal.SIGTERM, "")
    assert not (tmp_path / "mulai").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no process to it")
def test_each_of_its_processes_has_so_much_memory(tmp_path: Path) -> None:
    takes = ["sh", "-c", f"{sys.executable} -c 'bytearray({200 << 20})'; echo $?"]
    assert Browsers().run(takes, tmp_path, 0, 400 << 20) == (0, "0\n")
    _, told = Browsers().run(takes, tmp_path, 0, 100 << 20)
    assert told.endswith("MemoryError\n1\n")
    assert Browsers().run(["sh", "-c", "ulimit -d"], tmp_path, 0, 100 << 20) == (0, f"{100 << 10}\n")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no process to it")
def test_a_machine_that_gives_less_is_not_asked_for_more(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from generator.pdf.browsers import Browsers;"
        "resource.setrlimit(resource.RLIMIT_DATA, (1 << 29, 1 << 29));"
        f"print(Browsers().run(['sh', '-c', 'ulimit -d'], Path({str(tmp_path)!r}), 0, 1 << 30))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"(0, '{1 << 19}\\n')\n"
