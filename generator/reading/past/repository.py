"""Plans as a Git repository remembers them; the repository is read and never written to.

What cannot be known is a value: a folder outside Git, a repository without a commit, a shallow clone or
an unknown revision gives an `Unavailable` with its reason.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile, group
from generator.reading.text import MAXIMUM_BYTES

_SETTINGS = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "diff.external=")
_FILE_MODES = ("100644", "100755")  # no links, no submodules
_REVISION = re.compile(r"[^\s\x00-\x1f\x7f:-][^\s\x00-\x1f\x7f:]{0,199}")


@dataclass(frozen=True)
class Unavailable:
    """Why something about the past is not known."""

    reason: Message


class Blob(NamedTuple):
    """A file at a revision: its path relative to the folder asked about, and the id of its content."""

    path: str
    id: str


class Commit(NamedTuple):
    """A commit of the published line. `day` is its committer's date, `moment` the same with time and zone.

    `reason` is what its message says in an `Alasan:` trailer; nothing else of the message is read, for
    it may name people.
    """

    id: str
    moment: str
    reason: str

    @property
    def day(self) -> str:
        """`YYYY-MM-DD`."""
        return self.moment[:10]


class Step(NamedTuple):
    """What one commit did below the plans: new contents by path, `None` for a file that left."""

    commit: Commit
    files: dict[str, str | None]


@dataclass(frozen=True)
class Repository:
    """The Git repository a folder lies in; every path is relative to `folder`."""

    folder: Path

    def commit(self, name: str) -> str | Unavailable:
        """The id of the commit a revision name means."""
        if not _REVISION.fullmatch(name):
            return Unavailable(say("`{nama}` bukan nama revisi Git", nama=name[:60]))
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found is None:
            return Unavailable(say("revisi `{nama}` tidak ada dalam repositori ini", nama=name))
        return found.decode().strip()

    def is_shallow(self) -> bool:
        """Whether the older commits were left out when the repository was cloned."""
        return self._git("rev-parse", "--is-shallow-repository") != b"false\n"

    def is_clean(self, root: str) -> bool:
        """Whether what is below `root` on the disk is what `HEAD` holds."""
        return self._git("status", "--porcelain", "-z", "--untracked-files=normal", "--", root) == b""

    def files(self, commit: str, root: str) -> tuple[Blob, ...]:
        """Every file below `root` at a commit, by path."""
        listed = self._git("ls-tree", "-r", "-z", "--end-of-options", commit, "--", root) or b""
        blobs = []
        for line in _texts(listed):
            head, _, path = line.partition("\t")
            mode, _, blob = head.split(" ")
            if mode in _FILE_MODES:
                blobs.append(Blob(path, blob))
        return tuple(sorted(blobs))

    def steps(self, commit: str, root: str) -> Iterator[Step]:
        """The commits that touched `root`, the oldest first.

        Only first parents are followed: what a merged branch went through was never published.
        """
        told = self._git(
            *("log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw", "-z", "--root"),
            *("--no-renames", "--no-abbrev", "--relative", "--no-notes", "--no-color"),
            "--format=format:%H%x02%cI%x02%(trailers:key=Alasan,valueonly=true,unfold=true,separator=%x20)",
            *("--end-of-options", commit, "--", root),
        )
        step: Step | None = None
        texts = _texts(told or b"")
        for text in texts:
            head, found, change = text.rpartition("\n:")
            if not found and text.startswith(":"):
                found, change = ":", text[1:]
            if found:
                if head:
                    step = Step(_commit(head), {})
                if step is None:
                    continue
                _, mode, _, blob, _ = change.split(" ")
                step.files[next(texts)] = blob if mode in _FILE_MODES else None
            elif step is not None:
                yield step
                step = None
        if step is not None:
            yield step

    def plans(self, commit: str, root: str) -> list[PlanFiles]:
        """Every plan below `root` as it stood at a commit; what is not in a plan's place is left out."""
        blobs = dict(self.files(commit, root))
        addresses, _ = group(blobs, root)
        with self.contents() as contents:
            return [
                contents.plan(address, tuple(Blob(path, blobs[path]) for path in paths))
                for address, paths in addresses.items()
            ]

    @contextmanager
    def contents(self) -> Iterator["Contents"]:
        """Contents by id, for as long as the `with` lasts, through one Git process."""
        with subprocess.Popen(
            [*_command(self.folder), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield Contents(process.stdin, process.stdout)
            process.stdin.close()

    def _git(self, *arguments: str) -> bytes | None:
        return _run(self.folder, *arguments)


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


def repository_at(folder: Path) -> Repository | Unavailable:
    """The repository that `folder` lies in, if it has a commit."""
    folder = folder.resolve()
    if shutil.which("git") is None:
        return Unavailable(say("program Git tidak terpasang"))
    if _run(folder, "rev-parse", "--git-dir") is None:
        return Unavailable(say("folder ini bukan bagian dari repositori Git"))
    if _run(folder, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return Unavailable(say("repositori Git ini belum memiliki komit"))
    return Repository(folder)


def prefix_of(folder: Path) -> str:
    """Where `folder` lies in its repository, ending in `/`; empty at its top and outside Git.

    A forge addresses a file from the top, while plans are told from the folder that holds them.
    """
    found = _run(folder.resolve(), "rev-parse", "--show-prefix")
    return os.fsdecode(found).removesuffix("\n") if found else ""


def _commit(head: str) -> Commit:
    identity, moment, reason = head.split("\x02", 2)
    return Commit(identity, moment, " ".join(reason.split()))


def _texts(output: bytes) -> Iterator[str]:
    return iter(output.decode("utf-8", "surrogateescape").split("\0")[:-1])


def _run(folder: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(
            [*_command(folder), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _command(folder: Path) -> list[str]:
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    return ["git", "--no-pager", "--no-optional-locks", "--no-replace-objects", *settings, "-C", str(folder)]


def _environment() -> dict[str, str]:
    # In a hook, Git names its own repository and index in variables that would win over the folder. A partial
    # clone would fetch what it lacks, which writes: with no protocol allowed, the content counts as lost.
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
    fixed = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1"}
    return inherited | fixed | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
