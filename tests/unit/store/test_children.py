"""What a process leaves is gone when it is gone, however it ends."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.store.children import passing_folder

# What a shell starts in the background ignores SIGINT, and so would all that it starts.
_HOLDS = """
import signal, sys, time
from generator.store.children import passing_folder
signal.signal(signal.SIGINT, signal.default_int_handler)
with passing_folder() as folder:
    (folder / "isi").mkdir()
    print(folder, flush=True)
    time.sleep(60)
"""


def test_nothing_is_removed_while_it_is_needed_though_what_waits_for_the_end_is_killed() -> None:
    with passing_folder() as folder:
        (waiting,) = Path(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children").read_text().split()[-1:]
        for _ in range(300):
            if below := Path(f"/proc/{waiting}/task/{waiting}/children").read_text().split():
                break
            time.sleep(0.01)
        os.kill(int(below[0]), signal.SIGKILL)
        time.sleep(0.2)
        assert folder.is_dir()
    assert not folder.exists()


def test_a_folder_lasts_as_long_as_it_is_needed() -> None:
    with passing_folder() as folder:
        (folder / "isi").write_text("x", encoding="utf-8")
    assert not folder.exists()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_folder_of_a_process_that_is_ended_is_gone(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        assert folder.is_dir()
        process.send_signal(number)
        process.communicate(timeout=30)
    for _ in range(300):
        if not folder.exists():
            return
        time.sleep(0.05)
    raise AssertionError(folder)
