"""Processes that work for this one, and end when it ends, however it does."""

import os
import signal
import threading
from contextlib import suppress
from multiprocessing import active_children, parent_process


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

    threading.Thread(target=wait, daemon=True).start()


def end_children() -> None:
    """End every worker process, in the middle of whatever it does, with all that it started."""
    for child in active_children():
        if child.pid is not None:
            with suppress(OSError):
                # Only a group of its own: before it has one, it is in that of this process.
                if os.getpgid(child.pid) == child.pid:
                    os.killpg(child.pid, signal.SIGKILL)
            child.kill()
