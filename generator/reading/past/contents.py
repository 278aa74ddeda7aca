"""The contents of files as Git keeps them, by their id."""

import select
import subprocess
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha1, sha256
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

from generator.diagnostics import Problem
from generator.model.address import PlanAddress
from generator.reading.apart import NobodyKnows
from generator.reading.limits import MAXIMUM_FILES, MAXIMUM_PLAN
from generator.reading.past.git import AWAY, SECONDS, command, environment
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.text import MAXIMUM_BYTES

T = TypeVar("T")

_BEYOND = b"\xff"
_TRIES = 2
_TOO_LARGE = b" " * (MAXIMUM_BYTES + 1)


class Blob(NamedTuple):
    """A file at a revision: its path relative to the folder asked about, and the id of its content. `astray` says why a
    plan lacks it that it belongs to."""

    path: str
    id: str
    astray: Problem | None = None


class ContentLost(NobodyKnows):
    """Git does not have the content of a file that a commit names, or gave none."""


class _Ended(Exception):
    """Git is gone."""


class _Silent(Exception):
    """Git does not answer; it would not the next time."""


class Contents:
    """Reads objects of the repository of a folder from a `git cat-file` that runs until `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begin()

    def _begin(self) -> None:
        self._sizes, self._process = self._started("--batch-check=%(objectsize)"), self._started("--batch")

    def _started(self, *how: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*command(self._folder), "cat-file", *how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            cwd=AWAY,
        )

    def read(self, blob: str) -> bytes | None:
        """The bytes of a blob; as many blanks as show that it is too large where it is larger than a plan's file may
        be, for Git would unpack all of it; `None` when Git has lost it.

        A Git that ended meanwhile, as where memory was short, is asked once again.
        """
        return self._asked(self._content, blob)

    def _asked(self, what: Callable[[str], T | None], id: str) -> T | None:
        for _ in range(_TRIES):
            try:
                return what(id)
            except _Ended:
                self.begin_anew()
            except _Silent:
                self.begin_anew()
                break
        return None

    def beginning(self, commit: str, most: int) -> bytes:
        """The first bytes of a commit, also of one of which Git unpacks more than `read` asks for. Raises
        `ContentLost`."""
        content = self.read(commit)
        if content is _TOO_LARGE:
            alone = self._started("commit", commit)
            with alone:
                content = alone.stdout.read(most) if alone.stdout else b""
                alone.kill()
        if not content:
            raise ContentLost
        return content[:most]

    def has(self, blob: str) -> bool:
        """Whether Git has it."""
        return self.size(blob) is not None

    def size(self, id: str) -> int | None:
        """The bytes of an object, which is not unpacked for it; `None` when Git does not have it."""
        return self._asked(self._size, id)

    def _size(self, id: str) -> int | None:
        told = _told(self._sizes, id).strip()
        return int(told) if told.isdigit() else None

    def _content(self, id: str) -> bytes | None:
        size = self._size(id)
        if size is None:
            return None
        if size > MAXIMUM_BYTES:
            return _TOO_LARGE
        head = _told(self._process, id).split()
        if len(head) != 3:
            return None
        answer = self._process.stdout
        assert answer is not None
        found = answer.read(int(head[2]) + 1)
        if len(found) <= int(head[2]):
            raise _Ended
        return found[:-1]  # without the line end after it

    def begin_anew(self) -> None:
        """Ask another Git, for this one may be in the midst of an answer."""
        self.close()
        self._begin()

    def close(self) -> None:
        """End Git, whatever it does; a question that it was not given yet is dropped."""
        for process in (self._sizes, self._process):
            process.kill()
            with suppress(BrokenPipeError), process:
                pass

    def plan(self, address: PlanAddress, blobs: tuple[Blob, ...]) -> PlanFiles:
        """A plan's files; one that is beyond what a plan may have is not UTF-8, so that its plan cannot be read.
        Raises `ContentLost`.
        """
        files, left = [], MAXIMUM_PLAN
        unread = tuple(blob.astray for blob in blobs if blob.astray)
        for path, blob, astray in blobs[: MAXIMUM_FILES + 1]:
            if astray:
                continue
            content = _BEYOND
            if left > 0 and len(blobs) <= MAXIMUM_FILES:
                content = self.wanted(blob)
                left -= len(content)
            files.append(RawFile(path, _BEYOND if left < 0 else content))
        return PlanFiles(address, tuple(files), unread)

    def wanted(self, blob: str) -> bytes:
        """As `read`. Raises `ContentLost`."""
        content = self.read(blob)
        if content is None:
            raise ContentLost
        return content


def _told(process: subprocess.Popen[bytes], blob: str) -> bytes:
    """The line that Git answers a question with. Raises `_Ended` and `_Silent`."""
    ask, answer = process.stdin, process.stdout
    assert ask is not None
    assert answer is not None
    try:
        ask.write(blob.encode() + b"\n")
        ask.flush()
    except (BrokenPipeError, ValueError):
        raise _Ended from None
    if not _answers(answer):  # what is kept may be a pipe that nobody writes to
        raise _Silent
    if told := answer.readline():
        return told
    raise _Ended


def _answers(answer: IO[bytes]) -> bool:
    """Whether there is something to read, or the end, within the time for an answer."""
    asked = select.poll()
    asked.register(answer, select.POLLIN | select.POLLHUP)
    return bool(asked.poll(int(SECONDS * 1000)))


def blob_id(file: RawFile, commit: str) -> str:
    """The id Git gives to a file's content, in the hash function that the repository of `commit` uses."""
    hashed = sha1 if len(commit) == 40 else sha256
    return hashed(f"blob {len(file.content)}\0".encode() + file.content).hexdigest()
