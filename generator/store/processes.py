"""Processes of this machine that work for this one; where the system lets none start, this process does the work.

A container may have no place for semaphores (`/dev/shm`), a low limit, or no right to start anything.
"""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from typing import ParamSpec, TypeVar

from generator.store.children import end_children

P = ParamSpec("P")
T = TypeVar("T")

_REFUSED = (OSError, EOFError, ImportError, RuntimeError)
"""What Python raises where there is no process, no thread, no semaphore, or what workers are forked from has ended."""


class Here(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class _Crew(Executor):
    """A pool that is made for the first call, and in its place this process from when a worker cannot start."""

    def __init__(self, make: Callable[[], ProcessPoolExecutor]) -> None:
        self._make = make
        self._pool: ProcessPoolExecutor | None = None
        self._here: Here | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if not self._pool and not self._here:
            self._pool = _started(self._make)
        if self._pool and not self._here:
            with suppress(OSError, EOFError):
                return self._pool.submit(fn, *args, **kwargs)
        self._here = self._here or Here()
        return self._here.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def processes(make: Callable[[], ProcessPoolExecutor]) -> Iterator[Executor]:
    """The workers of a pool, for as long as the `with` lasts: none before the first call, and none finishes what nobody
    waits for any more."""
    crew = _Crew(make)
    with crew:
        try:
            yield crew
        except BaseException:
            end_children()
            raise


def _started(make: Callable[[], ProcessPoolExecutor]) -> ProcessPoolExecutor | None:
    """A pool of which a worker has answered; nothing where none does."""
    failed: Future[int] = Future()

    def heard(told: threading.ExceptHookArgs) -> None:
        if not failed.done():
            failed.set_exception(told.exc_value)

    pool = None
    aloud, threading.excepthook = threading.excepthook, heard  # a pool has threads, and waits for ever without them
    try:
        pool = make()
        first = pool.submit(os.getpid)
        for answer in wait((first, failed), return_when=FIRST_COMPLETED).done:
            answer.result()
    except _REFUSED:
        end_children()
        if pool:
            with suppress(RuntimeError):  # its thread may not have started
                pool.shutdown(wait=False, cancel_futures=True)
        return None
    finally:
        threading.excepthook = aloud
    return pool
