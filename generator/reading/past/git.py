"""Running Git on a repository that somebody else may have set up: it is read, and none of its settings is obeyed.

A setting of a repository may name a program: a filter, a hook, a monitor of files, a pager, a difference, a way to
a server, a signature's check. Git is therefore never asked about files of the work tree, where filters run, and
never for what a server has; what is left is switched off here.
"""

import errno
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from generator.locale import say

_BARE = "safe.bareRepository"
"""What Git names where files of a repository stand in a folder, and not in its `.git`."""

_SETTINGS = (
    f"{_BARE}=explicit",  # files of a repository beside the plans are no repository (Git 2.38)
    *("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.alternateRefsCommand=true"),
    *("diff.external=", "diff.orderFile=/dev/null", "log.showSignature=false", "log.follow=false", "log.mailmap=false"),
    *(
        "i18n.logOutputEncoding=UTF-8",
        "gpg.program=false",
        "credential.helper=",
        "core.sshCommand=false",
        "log.date=raw",
    ),
)

AWAY = os.sep
"""Where Git is started: an empty part of `PATH` or `LD_LIBRARY_PATH` means the folder that one is in, and its files."""

SECONDS = 30
"""How long Git may take to answer: ten times what that of a country takes."""

MEMORY = 1 << 28
"""Bytes that Git may take at once: more than any object that a forge takes."""

_TRIES = 2
_LAST_OF_ITS_OWN = 129
"""The highest exit code that Git gives itself; above are those of signals, as a shell tells them."""

_KILLED = say("Git dihentikan oleh sistem, biasanya karena memori habis; coba lagi")

_SILENT: set[Path] = set()
"""Folders in which Git did not answer this process once: it would not the next time."""

_BEYOND_MEMORY = "attempting to allocate"
"""What Git says where it would take more (GIT_ALLOC_LIMIT)."""

_DUBIOUS = "dubious ownership"
"""What Git says of a repository that belongs to another user (safe.directory, Git 2.35.2)."""


class GitAnswer(NamedTuple):
    """What Git wrote, `None` where it failed, and then its `words`; `is_silent` where it gave no answer in time, so
    that it has not said no either."""

    output: bytes | None
    words: str = ""
    is_silent: bool = False

    @property
    def is_foreign(self) -> bool:
        """Whether Git does not read the repository because another user owns it."""
        return _DUBIOUS in self.words

    @property
    def is_beyond_memory(self) -> bool:
        """Whether what Git had to unpack is larger than anybody writes."""
        return _BEYOND_MEMORY in self.words

    @property
    def is_bare(self) -> bool:
        """Whether there are files of another repository in the way, which anybody can propose."""
        return _BARE in self.words


def run(folder: Path, *arguments: str) -> GitAnswer:
    """Git in a folder, to its end.

    One that was killed, as where memory is short, gave no answer at all: it is asked once more. Raises `OSError` where
    it is killed again or the system starts no program.
    """
    if folder in _SILENT:
        return GitAnswer(None, is_silent=True)
    for _ in range(_TRIES):
        try:
            done = subprocess.run(
                [*command(folder), *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=environment(),
                cwd=AWAY,
                check=False,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:  # a setting may name a pipe that nobody writes to
            _SILENT.add(folder)
            return GitAnswer(None, is_silent=True)
        except (FileNotFoundError, PermissionError, ValueError) as error:  # ValueError: a NUL in a name
            return GitAnswer(None, str(error))
        if done.returncode == 0:
            return GitAnswer(done.stdout)
        if 0 < done.returncode <= _LAST_OF_ITS_OWN:
            words = done.stderr.decode("utf-8", "replace").strip()
            return GitAnswer(None, words or _ended(arguments, done.returncode))
    raise ChildProcessError(errno.ECHILD, _KILLED.msgid)


def _ended(arguments: tuple[str, ...], code: int) -> str:
    return f"git {arguments[0]}: {code}"


def command(folder: Path) -> list[str]:
    """The beginning of every command line."""
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    return ["git", "--no-pager", "--no-optional-locks", "--no-replace-objects", *settings, "-C", str(folder)]


def environment() -> dict[str, str]:
    """The variables that Git runs with.

    In a hook, Git names its own repository and index in variables that would win over the folder. A partial
    clone would fetch what it lacks, which writes: with no protocol allowed, the content counts as lost. Grafts, which
    no clone has, would give commits other parents, and a circle of them no end. A trace is written to any file that
    the user's own settings name, which are the repository's where that is the home folder, as in a container. An object
    of a few kilobytes can be gigabytes when it is unpacked.
    """
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
    fixed = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1"}
    fixed["GIT_ALLOC_LIMIT"] = str(MEMORY)
    fixed |= dict.fromkeys(("GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF"), "0")
    return inherited | fixed | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_GRAFT_FILE": os.devnull}
