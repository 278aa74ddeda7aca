"""No institution may take for ever: what is made of its plans is stopped after some seconds."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

DEFAULT_SECONDS = 300
"""A hundred times what the largest plan takes."""


class OutOfTime(BaseException):
    """The time is up. Not an `Exception`, so that nothing on the way takes it for a mistake of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `OutOfTime` in what is done meanwhile when it takes longer; 0 is for ever.

    A signal of the system does it, which reaches a process's main thread only: elsewhere, on a cluster, nothing is
    limited.
    """
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def stop(number: int, frame: FrameType | None) -> None:
        if running:
            raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    # Again every second: where the first falls into a finaliser, Python drops it.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
