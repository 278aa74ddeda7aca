"""The contents of files as Git keeps them, by their id."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha1, sha256
from pathlib import Path
from typing import IO, NamedTuple

from generator.model.address import PlanAddress
from generator.reading.past.git import command, environment
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.text import MAXIMUM_BYTES


class Blob(NamedTuple):
    """A file at a revision: its path relative to the folder asked about, and the id of its content."""

    path: str
    id: str


class Contents:
    """Reads blobs from a running `git cat-file --batch`."""

    def __init__(self, ask: IO[bytes], answer: IO[bytes]) -> None:
        self._ask = ask
        self._answer = answer

    def read(self, blob: str) -> bytes | None:
        """The bytes of a blob, at most one more than a plan's file may have; `None` when Git has lost it."""
        try:
            self._ask.write(blob.encode() + b"\n")
            self._ask.flush()
        except (BrokenPipeError, ValueError):
            return None
        head = self._answer.readline().split()
        if len(head) != 3:
            return None
        size = int(head[2])
        kept = self._answer.read(min(size, MAXIMUM_BYTES + 1))
        left = size - len(kept) + 1  # and the line end after it
        while left > 0 and (dropped := self._answer.read(min(left, 1 << 20))):
            left -= len(dropped)
        return kept

    def plan(self, address: PlanAddress, blobs: tuple[Blob, ...]) -> PlanFiles:
        """A plan's files; one that Git has lost is not UTF-8, so that its plan cannot be read."""
        lost = b"\xff"
        contents = ((path, self.read(blob)) for path, blob in blobs)
        return PlanFiles(
            address, tuple(RawFile(path, lost if content is None else content) for path, content in contents)
        )


@contextmanager
def contents_of(folder: Path) -> Iterator[Contents]:
    """Contents of the repository of a folder, through one Git process that lives as long as the `with`."""
    with subprocess.Popen(
        [*command(folder), "cat-file", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Contents(process.stdin, process.stdout)
        process.stdin.close()


def blob_id(file: RawFile, commit: str) -> str:
    """The id Git gives to a file's content, in the hash function that the repository of `commit` uses."""
    hashed = sha1 if len(commit) == 40 else sha256
    return hashed(f"blob {len(file.content)}\0".encode() + file.content).hexdigest()
