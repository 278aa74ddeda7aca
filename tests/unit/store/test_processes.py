"""Workers where the system lets them start, and this process where it does not: in one line or none, and never hung."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, popen_forkserver
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from generator.build import workers
from generator.build.workers import looking
from generator.store.processes import processes


def forking(jobs: int = 2) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("fork"))


def refused(error: Exception) -> Callable[..., Any]:
    def refuse(*_: object, **__: object) -> Any:
        raise error

    return refuse


REFUSALS = [
    PermissionError(errno.EPERM, "x"),
    BlockingIOError(errno.EAGAIN, "x"),
    FileNotFoundError(errno.ENOENT, "x"),
    OSError(errno.ENOSYS, "x"),
    NotImplementedError("x"),
    ImportError("x"),
    RuntimeError("can't start new thread"),
    EOFError(),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
def test_where_no_pool_can_be_made_this_process_works(refusal: Exception) -> None:
    with processes(refused(refusal)) as crew:
        assert list(crew.map(_who, range(3))) == [os.getpid()] * 3


@pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
def test_where_no_process_starts_this_process_works(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], refusal: Exception
) -> None:
    monkeypatch.setattr(os, "fork", refused(refusal))
    with processes(forking) as crew:
        assert list(crew.map(_who, range(3))) == [os.getpid()] * 3
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("refusal", REFUSALS[:4], ids=repr)
def test_where_there_is_no_semaphore_plans_are_looked_at_here(
    monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    """As without `/dev/shm`."""
    monkeypatch.setattr("multiprocessing.synchronize.SemLock.__init__", refused(refusal))
    with looking() as crew:
        assert crew.submit(_who, 1).result() == os.getpid()


def test_where_what_workers_are_forked_from_does_not_start_this_process_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "get_context", lambda kind: ForkServerContext())
    monkeypatch.setattr(popen_forkserver.forkserver, "connect_to_new_process", refused(BlockingIOError(11, "x")))
    with looking() as crew:
        assert crew.submit(_who, 1).result() == os.getpid()


@pytest.mark.parametrize("count", [0, 1])
def test_where_a_thread_of_the_pool_does_not_start_this_process_works_and_nothing_hangs(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], count: int
) -> None:
    begin, begun = threading.Thread.start, []

    def start(thread: threading.Thread) -> None:
        begun.append(thread)
        if len(begun) > count:
            raise RuntimeError("can't start new thread")
        begin(thread)

    monkeypatch.setattr(threading.Thread, "start", start)
    with processes(forking) as crew:
        assert crew.submit(_who, 1).result() == os.getpid()
    assert capfd.readouterr().err == ""


def test_where_a_further_process_does_not_start_the_rest_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(ProcessPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            if fn is _who:
                raise BlockingIOError(errno.EAGAIN, "x")
            return super().submit(fn, *args, **kwargs)

    with processes(partial(Full, 1)) as crew:
        assert crew.submit(_who, 1).result() == os.getpid()
        assert crew.submit(_who, 2).result() == os.getpid()


def test_a_worker_that_is_killed_is_told_and_its_work_not_done_here() -> None:
    with processes(forking) as crew:
        assert crew.submit(os.getpid).result() != os.getpid()
        with pytest.raises(BrokenExecutor):
            crew.submit(os._exit, 1).result()
        with pytest.raises(BrokenExecutor):
            crew.submit(_who, 1).result()


def test_where_workers_end_before_they_begin_this_process_works() -> None:
    with processes(lambda: ProcessPoolExecutor(2, get_context("fork"), os._exit, (1,))) as crew:
        assert list(crew.map(_who, range(3))) == [os.getpid()] * 3


def test_nothing_starts_before_the_first_call() -> None:
    made: list[Executor] = []

    def make() -> ProcessPoolExecutor:
        made.append(forking())
        return forking()

    with processes(make):
        assert made == []


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder of temporary files with a name that leaves room for the address of a server."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def test_a_killed_command_leaves_nothing_among_the_temporary_files(temporary: Path) -> None:
    script = (
        "import os, signal\n"
        "from generator.build.workers import looking\n"
        "with looking() as crew:\n"
        "    crew.submit(os.getpid).result()\n"
        "    print(os.listdir(os.environ['TMPDIR']), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9
    assert "pymp-" in done.stdout
    deadline = threading.Event()
    for _ in range(100):
        if not list(temporary.iterdir()):
            break
        deadline.wait(0.1)
    assert list(temporary.iterdir()) == []


def _who(_: int) -> int:
    return os.getpid()
