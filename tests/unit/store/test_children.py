"""What a process leaves is gone when it is gone, however it ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.store.children import passing_folder

_HOLDS = """
import sys, time
from generator.store.children import passing_folder
with passing_folder() as folder:
    (folder / "isi").mkdir()
    print(folder, flush=True)
    time.sleep(60)
"""


def test_a_folder_lasts_as_long_as_it_is_needed() -> None:
    with passing_folder() as folder:
        (folder / "isi").write_text("x", encoding="utf-8")
    assert not folder.exists()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_folder_of_a_process_that_is_ended_is_gone(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
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
