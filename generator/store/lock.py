"""One at a time: who works with a folder holds its lock."""

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.locale import say
from generator.store.paths import is_of_a_group

_ANOTHERS = say("kunci pembangunan milik pengguna lain; hapuslah bila ia tidak sedang membangun")


@contextmanager
def alone(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock of a folder: a second build for it waits, and says so by calling `waiting`.

    A POSIX lock: the system releases it when its process dies, however it dies, and children do not inherit it.
    Its file stands beside the folder under a name that anybody knows: it is never followed elsewhere, waited for or
    written to; who may write to the folder around it as one of its group may lock too. Raises `OSError` where the lock
    cannot be had.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    path = folder.parent / f".{folder.name}.lock"
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(path, flags, 0o600)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _no_lock(path) from None
        if isinstance(error, PermissionError) and os.path.lexists(path):
            raise PermissionError(error.errno, _ANOTHERS.msgid, str(path)) from None
        raise
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _no_lock(path)
        _share(descriptor, folder.parent)
        try:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):  # somebody holds it
                waiting()
                fcntl.lockf(file, fcntl.LOCK_EX)
        except OSError as error:  # a disk of a network that knows no locks
            raise OSError(error.errno, error.strerror, str(path)) from None
        yield


def _share(descriptor: int, folder: Path) -> None:
    """Let the group in, whatever the `umask`, if the lock is ours, and no file of somebody in its place."""
    if is_of_a_group(folder) and not os.fstat(descriptor).st_size:  # elsewhere anybody could hold it
        with suppress(PermissionError):
            os.fchmod(descriptor, 0o660)


def _no_lock(path: Path) -> OSError:
    return FileExistsError(errno.EEXIST, say("tautan atau pipa menempati kunci pembangunan; hapuslah").msgid, str(path))
