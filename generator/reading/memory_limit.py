"""No institution may take all memory: what is made of its plans ends with `MemoryError` before the machine has none."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BYTES = 2 << 30
"""Ten times what the largest plan takes; several processes of a forge's runner have room for it."""


@contextmanager
def bounded_memory() -> Iterator[None]:
    """Let this process take `BYTES` more than it has, and no more.

    Only where the system holds a limit and a process knows its own size, which is Linux, and in a process's main
    thread: beside others it would be theirs too. Programs that are started meanwhile have the same limit.
    """
    held = _held() if threading.current_thread() is threading.main_thread() else None
    if held is None:
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    bounds = [held + BYTES, *(bound for bound in before if bound != resource.RLIM_INFINITY)]
    with suppress(ValueError, OSError):  # a system may forbid it
        resource.setrlimit(resource.RLIMIT_AS, (min(bounds), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _held() -> int | None:
    """The bytes of this process's addresses; `None` where nobody tells."""
    if sys.platform != "linux":
        return None
    import resource

    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return None
