"""What works for this process, or lies about for it: it runs no file of the folder that one works in, and is gone when
this process is gone, however it ends."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import active_children, parent_process
from multiprocessing.util import get_temp_dir
from pathlib import Path
from tempfile import TemporaryDirectory

_SAFE = "PYTHONSAFEPATH"
"""Without it Python looks for a module in the working folder first, which is a repository of somebody's."""


def python(*arguments: str) -> list[str]:
    """The command for this Python, which runs no module of the working folder."""
    return [sys.executable, "-P", *arguments]


def safe_environment(**more: str) -> dict[str, str]:
    """The variables for another program: it, too, runs no module of the working folder, and is told how to work by its
    command line alone."""
    # What is no text ends a program in Rust that looks at its variables.
    own = {name: value for name, value in os.environ.items() if _is_text(name + value)}
    own = {name: value for name, value in own.items() if not name.startswith("PAGEFIND_")}
    return own | {_SAFE: "1"} | more


def _is_text(text: str) -> bool:
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


def keep_workers_safe() -> None:
    """Say the same to every process that Python itself starts for this one from now on."""
    os.environ[_SAFE] = "1"


def end_with_parent() -> None:
    """End this process, and all that it started, as soon as the one that ordered the work is gone.

    For the start of a worker process, which would wait for work for ever. It becomes a group of its own, so that a
    publisher that it started is reached too.
    """
    with suppress(OSError):
        os.setpgid(0, 0)

    def wait() -> None:
        parent = parent_process()
        if parent:
            parent.join()
            os.killpg(os.getpgid(0), signal.SIGKILL)

    try:
        threading.Thread(target=wait, daemon=True).start()
    except RuntimeError:  # no room for a thread: who ordered the work does it without this process
        os._exit(1)


def end_children() -> None:
    """End every worker process, in the middle of whatever it does, with all that it started."""
    for child in active_children():
        if child.pid is not None:
            with suppress(OSError):
                # Only a group of its own: before it has one, it is in that of this process.
                if os.getpgid(child.pid) == child.pid:
                    os.killpg(child.pid, signal.SIGKILL)
            child.kill()


@contextmanager
def passing_folder(prefix: str = "rencana-", place: Path | None = None) -> Iterator[Path]:
    """A folder for as long as the `with` lasts, which is gone even where this process is killed; in the folder `place`,
    or where temporary files are."""
    with TemporaryDirectory(prefix=prefix, dir=place) as folder:
        sweeper = _sweeper(folder)
        try:
            yield Path(folder)
        finally:
            if sweeper:
                sweeper.communicate()


@cache
def sweep_addresses() -> "subprocess.Popen[bytes] | None":
    """Let the folder where Python keeps the addresses of its processes be gone even where this process is killed.

    What waits for that is kept until then.
    """
    return _sweeper(get_temp_dir())


def _sweeper(folder: str) -> "subprocess.Popen[bytes] | None":
    """A shell that waits for the end of a pipe that only this process holds, and then removes a folder; nothing on a
    system without one."""
    command = ["/bin/sh", "-c", 'trap "" INT TERM HUP; cat >/dev/null && rm -rf -- "$1"', "sh", folder]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
