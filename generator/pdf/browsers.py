"""Programs that print, each with all that it starts itself: they end when nobody waits for them any more."""

import os
import signal
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_BOUNDED = 'ulimit -d "$1" 2>/dev/null; shift; exec "$@"'
"""By the shell: what Python could run between a fork and the program is not safe beside other threads."""


class Browsers:
    """Those that run now."""

    def __init__(self) -> None:
        self._running: set[subprocess.Popen[str]] = set()
        self._lock = threading.Lock()
        self._is_ended = False

    def run(self, command: Sequence[str | Path], folder: Path, seconds: int, memory: int) -> tuple[int, str]:
        """The exit code of a command that works in a folder, and what it said. It has some seconds, 0: for ever, and
        each of its processes some bytes of memory, where the system holds it to them. Raises
        `subprocess.TimeoutExpired` and `OSError`."""
        with self._lock:
            if self._is_ended:
                return -signal.SIGTERM, ""
            process = subprocess.Popen(
                ["/bin/sh", "-c", _BOUNDED, "sh", str(memory // 1024), *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                env=os.environ | {"TZ": "UTC"},
                cwd=folder,
                start_new_session=True,
            )
            self._running.add(process)
        try:
            told, _ = process.communicate(timeout=seconds or None)
            return process.returncode, told
        finally:
            _end(process)
            if process.stdout:
                process.stdout.close()
            with self._lock:
                self._running.discard(process)

    def end(self) -> None:
        """End all, and begin none any more."""
        with self._lock:
            self._is_ended = True
            for process in self._running:
                _end(process)


def _end(process: "subprocess.Popen[str]") -> None:
    if process.poll() is None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
