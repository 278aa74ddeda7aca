"""The contents of files as Git keeps them, by their id."""

import select
import subprocess
from contextlib import suppress
from hashlib import sha1, sha256
from pathlib import Path
from typing import IO, NamedTuple

from generator.model.address import PlanAddress
from generator.reading.limits import MAXIMUM_FILES, MAXIMUM_PLAN
from generator.reading.past.git import SECONDS, command, environment
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.text import MAXIMUM_BYTES

_LOST = b"\xff"
_TOO_LARGE = b" " * (MAXIMUM_BYTES + 1)


class Blob(NamedTuple):
    """A file at a revision: its path relative to the folder asked about, and the id of its content."""

    path: str
    id: str


class Contents:
    """Reads objects of the repository of a folder from a `git cat-file` that runs until `close`; `has_lost` tells
    whether Git was asked for one that it does not have.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.has_lost = False
        self._begin()

    def _begin(self) -> None:
        self._sizes, self._process = self._started("--batch-check=%(objectsize)"), self._started("--batch")

    def _started(self, how: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*command(self._folder), "cat-file", how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )

    def read(self, blob: str) -> bytes | None:
        """The bytes of a blob; as many blanks as show that it is too large where it is larger than a plan's file may
        be, for Git would unpack all of it; `None` when Git has lost it.
        """
        content = self._content(blob)
        self.has_lost = self.has_lost or content is None
        return content

    def has(self, blob: str) -> bool:
        """Whether Git has it."""
        told = self._told(self._sizes, blob)
        return told is not None and told.strip().isdigit()

    def _content(self, id: str) -> bytes | None:
        told = self._told(self._sizes, id)
        if told is None or not told.strip().isdigit():
            return None
        if int(told) > MAXIMUM_BYTES:
            return _TOO_LARGE
        head = (self._told(self._process, id) or b"").split()
        if len(head) != 3:
            return None
        answer = self._process.stdout
        assert answer is not None
        return answer.read(int(head[2]) + 1)[:-1]  # without the line end after it

    def _told(self, process: subprocess.Popen[bytes], blob: str) -> bytes | None:
        """The line that Git answers a question with."""
        ask, answer = process.stdin, process.stdout
        assert ask is not None
        assert answer is not None
        try:
            ask.write(blob.encode() + b"\n")
            ask.flush()
        except (BrokenPipeError, ValueError):
            return None
        if not _answers(answer):  # what is kept may be a pipe that nobody writes to
            self.begin_anew()
            return None
        return answer.readline()

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
        """A plan's files; one that Git has lost, or that is beyond what a plan may have, is not UTF-8, so that its plan
        cannot be read.
        """
        files, left = [], MAXIMUM_PLAN
        for path, blob in blobs[: MAXIMUM_FILES + 1]:
            content = self.read(blob) if left > 0 and len(blobs) <= MAXIMUM_FILES else None
            left -= len(content or b"")
            files.append(RawFile(path, _LOST if content is None or left < 0 else content))
        return PlanFiles(address, tuple(files))


def _answers(answer: IO[bytes]) -> bool:
    """Whether there is something to read, or the end, within the time for an answer."""
    asked = select.poll()
    asked.register(answer, select.POLLIN | select.POLLHUP)
    return bool(asked.poll(int(SECONDS * 1000)))


def blob_id(file: RawFile, commit: str) -> str:
    """The id Git gives to a file's content, in the hash function that the repository of `commit` uses."""
    hashed = sha1 if len(commit) == 40 else sha256
    return hashed(f"blob {len(file.content)}\0".encode() + file.content).hexdigest()
