"""Running a command and measuring it: seconds, processor seconds, the most memory of it and all below it."""

import os
import platform
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

_PAGE = resource.getpagesize()


class Failed(Exception):
    """A command ended with an error; its words are the argument."""


@dataclass(frozen=True)
class Cost:
    """`seconds` on the clock, `processor` seconds of all processes, `memory` in MB at the worst moment."""

    seconds: float
    processor: float
    memory: float


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    watch = _Watch(process.pid)
    told, _ = process.communicate()
    seconds = time.perf_counter() - begun
    memory, processor = watch.end()
    if process.returncode:
        raise Failed(told[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    direct = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, max(direct, processor), memory)


class _Watch(threading.Thread):
    """Looks at every process of a session ten times a second. Shared pages count for each of them."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session = session
        self._over = threading.Event()
        self._most = 0.0
        self._seconds: dict[int, float] = {}
        self.start()

    def run(self) -> None:
        ticks = os.sysconf("SC_CLK_TCK")
        while not self._over.wait(0.1):
            now = 0
            for entry in Path("/proc").iterdir():
                if not entry.name.isdigit():
                    continue
                try:
                    if os.getsid(int(entry.name)) != self._session:
                        continue
                    fields = (entry / "stat").read_text().rpartition(")")[2].split()
                    now += int((entry / "statm").read_text().split()[1]) * _PAGE
                except (OSError, ValueError):
                    continue
                self._seconds[int(entry.name)] = (int(fields[11]) + int(fields[12])) / ticks
            self._most = max(self._most, now / 1e6)

    def end(self) -> tuple[float, float]:
        """The most memory in MB, and the processor seconds seen."""
        self._over.set()
        self.join()
        return self._most, sum(self._seconds.values())


def machine() -> str:
    """The machine and the versions, in a few lines."""
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.processor(),
    )
    total = os.sysconf("SC_PHYS_PAGES") * _PAGE / 2**30
    libraries = ("mkdocs", "mkdocs-material", "zensical", "markdown", "jinja2", "pydantic", "pagefind")
    versions = ", ".join(f"{name} {_version(name)}" for name in libraries)
    return (
        f"{os.cpu_count()} × {cpu}, {total:.0f} GB, {platform.system()} {platform.release()}\n"
        f"Python {platform.python_version()}, {versions}{_hugo()}\n"
        f"load of the machine before: {os.getloadavg()[0]:.1f}"
    )


def folder_size(folder: Path) -> float:
    """MB of files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def rencana(*arguments: str) -> list[str]:
    """The command of this checkout."""
    return [sys.executable, "-m", "generator.cli", *arguments]


def _version(name: str) -> str:
    try:
        return version(name)
    except ImportError:
        return "–"


def _hugo() -> str:
    try:
        told = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""
    return f", hugo {told.split('-')[0].split('+')[0].removeprefix('hugo v')}" if told else ""
