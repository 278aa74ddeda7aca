"""No institution may take for ever: what is made of its plans is stopped after some seconds."""

import ctypes
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

    In a process's main thread a signal of the system does it, and ends what waits for another program too. It reaches
    no other thread: there, as on a worker of a cluster, Python's own code is stopped.
    """
    if not seconds:
        yield
    elif threading.current_thread() is threading.main_thread():
        with _by_signal(seconds):
            yield
    else:
        with _in_this_thread(seconds):
            yield


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
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


@contextmanager
def _in_this_thread(seconds: float) -> Iterator[None]:
    thread, lock, running = threading.get_ident(), threading.Lock(), True

    def stop() -> None:
        with lock:
            if running:
                _raise_in(thread, OutOfTime)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            running = False
            _raise_in(thread, None)  # or it would reach whatever is done next
        timer.cancel()


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
