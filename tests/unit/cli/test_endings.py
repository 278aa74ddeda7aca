"""However a command ends, a user reads a line of words and never a traceback."""

import errno
import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.checks import check as looking
from generator.cli import main
from generator.cli.endings import FAULT
from generator.pipeline import looking as pipeline
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles

_PRIVATE = "081234567890"


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plans" / "a").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plans"


def test_a_fault_of_ours_is_a_line_and_a_report(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError(_PRIVATE)

    monkeypatch.setattr(pipeline, "check", broken)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == FAULT
    assert "Traceback" not in result.output
    assert "Ini galat program" in result.output
    (report,) = (plans.parent / "build").iterdir()
    assert str(report) in result.output
    assert _PRIVATE not in report.read_text(encoding="utf-8") + result.output
    assert report.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BrokenProcessPool("x"), "satu proses terhenti"),
        (ModuleNotFoundError("No module named 'fcntl'", name="fcntl"), "di dalam WSL"),
        (RuntimeError("can't start new thread"), "sistem tidak memberi proses lagi"),
        (BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)), "sistem tidak memberi proses lagi"),
    ],
)
def test_a_system_without_room_for_a_process_is_no_fault_of_ours(
    plans: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    def ended(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "check", ended)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert told in result.output
    assert not (plans.parent / "build").exists()


def test_a_fault_on_the_way_out_of_a_command_that_was_told_to_end_is_none(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object, **__: object) -> None:
        try:
            raise SystemExit(128 + signal.SIGTERM)
        finally:
            raise RuntimeError("cannot join thread before it is started")

    monkeypatch.setattr(pipeline, "check", ended)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 128 + signal.SIGTERM
    assert not (plans.parent / "build").exists()


@pytest.mark.parametrize(
    ("error", "told"),
    [(PermissionError(13, "Permission denied", "/x/y"), "/x/y: izinnya tidak ada"), (MemoryError(), "memori habis")],
)
def test_what_the_system_refuses_is_a_line(
    plans: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "check", refused)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, told in result.output) == (1, True)
    assert not (plans.parent / "build").exists()


def test_a_command_that_is_told_to_end_leaves_nothing_behind(plans: Path, tmp_path: Path) -> None:
    temporary = tmp_path / ("sementara" * 10)  # too long for the address of a server
    temporary.mkdir()
    command = [sys.executable, "-m", "generator.cli", "build", "--plans", str(plans), "--no-cache"]
    (plans / "a" / "2025-2029.yaml").write_text("versi_format: 1\n", encoding="utf-8")
    process = subprocess.Popen(
        command, env=os.environ | {"TMPDIR": str(temporary)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    while not any(temporary.glob("rencana-*")) and process.poll() is None:
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM, told
    assert b"Traceback" not in told
    assert list(temporary.iterdir()) == []


def test_a_fault_in_one_plan_ends_the_check_of_no_other(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for slug in ("a", "b"):
        (plans / slug).mkdir(exist_ok=True)
        (plans / slug / "2025-2029.yaml").write_text("versi_format: 1\n", encoding="utf-8")
    own = looking.verdict

    def broken(plan: PlanFiles, library: Library) -> object:
        if plan.address.institution == "a":
            raise TypeError(_PRIVATE)
        return own(plan, library)

    monkeypatch.setattr(looking, "verdict", broken)
    monkeypatch.setenv("XDG_CACHE_HOME", str(plans.parent / "cache"))
    result = CliRunner().invoke(main, ["check", "--format", "concise"])
    assert result.exit_code == FAULT
    assert "a/2025-2029: tidak selesai diperiksa: TypeError (" in result.output
    assert "[kunci-wajib]" in result.output


def test_a_file_that_is_called_like_the_machine_s_zone_is_not_opened(plans: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "UTC")
    (plans / "a" / "2025-2029.yaml").write_text("versi_format: 1\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check", "--format", "concise"],
        cwd=tmp_path,
        env=os.environ | {"TZ": "UTC"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "[kunci-wajib]" in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8"])
def test_a_terminal_that_has_no_sign_for_something_shows_its_number(encoding: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "generator.cli", "explain", "kutip-pengolah-kata"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode(encoding)
    assert ("“" in told) == (encoding in ("cp1252", "utf-8"))
    assert ("\\u201c" in told) == (encoding == "latin-1")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["--help", "--version", "check --help", "explain kunci-wajib"])
def test_help_that_cannot_be_written_is_a_line(arguments: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator.cli", *arguments.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode
    assert done.stderr.decode().splitlines()[0] == "Kesalahan: disk penuh"
    assert b"Traceback" not in done.stderr
