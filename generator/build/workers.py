"""Where units are made: here, in processes of this machine, or on a Dask cluster. All are `concurrent.futures`."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

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

        with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            yield Workers(client.get_executor(pure=False), jobs or sum(client.ncores().values()) or 1)
        return
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        yield Workers(Here(), 1)
        return
    # Not forked from here: threads may be running. The server imports once, and forks from that.
    context = get_context("forkserver")
    context.set_forkserver_preload(["generator.build.shards"])
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent) as pool:
        yield Workers(pool, jobs)


@contextmanager
def processes() -> Iterator[Executor]:
    """As many processes of this machine as there are processors, for looking at plans."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["generator.checks.check"])
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=context, initializer=_end_with_parent) as pool:
        yield pool


def _end_with_parent() -> None:
    """Stop this process as soon as the one that ordered the work is gone: it would wait for work for ever."""

    def wait() -> None:
        parent = parent_process()
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
