"""Where units are made: here, in processes of this machine, or on a Dask cluster. All are `concurrent.futures`."""

import errno
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from tempfile import gettempdir
from typing import Any, NamedTuple

from generator.locale import say
from generator.store.children import end_with_parent, keep_workers_safe, sweep_addresses
from generator.store.processes import Here, processes

_SILENT = "generator.store.forked"

_LONGEST_FOLDER = 60
"""Bytes: the address of a server has 108, and Python puts two names of its own behind the folder's."""

EXECUTORS = ("processes", "dask")


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
    with processes(partial(_forked, jobs, "generator.build.shards")) as crew:
        yield Workers(crew, jobs)


@contextmanager
def looking() -> Iterator[Executor]:
    """As many processes of this machine as there are processors, for looking at plans."""
    with processes(partial(_forked, os.cpu_count() or 1, "generator.checks.check")) as crew:
        yield crew


def _forked(jobs: int, module: str) -> ProcessPoolExecutor:
    """Processes that have loaded a module.

    Not forked from here: threads may be running. A server imports once, and forks from that; where the folder of
    temporary files has too long a name for the address of a server, each process imports for itself.
    """
    keep_workers_safe()
    if len(gettempdir()) < _LONGEST_FOLDER:
        context: Any = get_context("forkserver")
        context.set_forkserver_preload([module, _SILENT])
        sweep_addresses()
    else:
        context = get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=end_with_parent)
