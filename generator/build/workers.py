"""Where units are made: here, in processes of this machine, or on a Dask cluster. All are `concurrent.futures`."""

import errno
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from tempfile import gettempdir
from typing import Any, NamedTuple, ParamSpec, TypeVar

from generator.locale import say
from generator.store.children import end_children, end_with_parent, keep_workers_safe

P = ParamSpec("P")
T = TypeVar("T")

_SILENT = "generator.store.forked"

_LONGEST_FOLDER = 60
"""Bytes: the address of a server has 108, and Python puts two names of its own behind the folder's."""

EXECUTORS = ("processes", "dask")


class Here(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Workers(NamedTuple):
    """Who does the work, and how many calls at a time are worth making."""

    pool: Executor
    jobs: int


@contextmanager
def workers(kind: str, jobs: int, scheduler: str = "") -> Iterator[Workers]:
    """Workers for `jobs` calls at a time (0: as many as there are processors).

    `scheduler` is the address of a Dask cluster, whose workers must see the files of the site and of the cache
    under the same paths. Raises `ImportError` where Dask is not installed, and `OSError` where no scheduler answers.
    """
    if kind == "dask":
        from distributed import Client

        try:
            known = Client(scheduler, set_as_default=False)  # type: ignore[no-untyped-call]
        except OSError:  # in English, whatever is spoken
            silent = say("penjadwal Dask tidak menjawab; periksa alamatnya, dan apakah ia berjalan")
            raise OSError(errno.ETIMEDOUT, silent.msgid, scheduler) from None
        with known as client:
            yield Workers(client.get_executor(pure=False), jobs or sum(client.ncores().values()) or 1)
        return
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        yield Workers(Here(), 1)
        return
    with _forked(jobs, "generator.build.shards") as pool:
        yield Workers(pool, jobs)


@contextmanager
def processes() -> Iterator[Executor]:
    """As many processes of this machine as there are processors, for looking at plans."""
    with _forked(os.cpu_count() or 1, "generator.checks.check") as pool:
        yield pool


@contextmanager
def _forked(jobs: int, module: str) -> Iterator[ProcessPoolExecutor]:
    """Processes that have loaded a module; they do not finish what nobody waits for any more.

    Not forked from here: threads may be running. A server imports once, and forks from that; where the folder of
    temporary files has too long a name for the address of a server, each process imports for itself.
    """
    keep_workers_safe()
    context: Any = get_context("forkserver" if len(gettempdir()) < _LONGEST_FOLDER else "spawn")
    context.set_forkserver_preload([module, _SILENT])
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=end_with_parent) as pool:
        try:
            yield pool
        except BaseException:
            end_children()
            raise
