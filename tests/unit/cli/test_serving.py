"""What `serve` adds to a site while it is looked at; the reloading itself is tested in a browser."""

import errno
import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.preview import PreviewServer, PreviewState
from generator.cli.serving import _build, watch

PAGE = b"<html><head></head><body><p>Halo</p></body></html>"


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_bytes(PAGE)
    server = PreviewServer(0, tmp_path, PreviewState())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_reloader_is_a_file_since_pages_forbid_scripts_within_them(url: str) -> None:
    page = urlopen(url).read()
    added = b'<link rel="stylesheet" href="/.live.css"><script src="/.live.js"></script></body>'
    assert page == PAGE.replace(b"</body>", added)
    script = urlopen(f"{url}.live.js")
    assert script.headers["Content-Type"] == "text/javascript"
    assert b"location.reload()" in script.read()
    assert urlopen(f"{url}.live.css").headers["Content-Type"] == "text/css"
    assert json.load(urlopen(f"{url}.keadaan")) == {"version": 0, "told": ""}


def test_a_mistyped_setting_is_told_and_the_server_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def build(_: Path) -> str:
        raise click.UsageError("mkdocs.yml: extra.forge `gitub` tidak dikenal")

    state = PreviewState()
    _build(build, tmp_path, state, tmp_path)
    assert "gitub" in capsys.readouterr().err
    assert (state.version, "gitub" in state.told) == (0, True)
    _build(lambda _: "", tmp_path, state, tmp_path)
    assert (state.version, state.told) == (1, "")


def test_plans_that_were_moved_away_are_told_as_that(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def build(_: Path) -> str:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(tmp_path / "plans"))

    state = PreviewState()
    _build(build, tmp_path, state, tmp_path)
    assert state.told == f"{tmp_path}/plans: berkas atau foldernya tidak ada"
    assert state.told in capsys.readouterr().err


def test_a_port_in_use_and_an_unknown_institution_are_told(tmp_path: Path, url: str) -> None:
    (tmp_path / "plans" / "sagara").mkdir(parents=True)
    plans = ["--plans", str(tmp_path / "plans")]
    port = url.rstrip("/").rpartition(":")[2]
    done = CliRunner().invoke(main, ["serve", *plans, "--port", port])
    assert (done.exit_code, f"porta {port} tidak dapat dipakai" in done.output) == (1, True)
    for other in ("sagra", ".", "..", str(tmp_path / "plans" / "sagara"), "sagara/../sagara"):
        done = CliRunner().invoke(main, ["serve", other, *plans])
        assert (done.exit_code, f"tidak ada lembaga `{other}`" in done.output) == (2, True)
    done = CliRunner().invoke(main, ["serve", "sagara/", *plans, "--port", port])  # as a shell completes it
    assert (done.exit_code, f"porta {port} tidak dapat dipakai" in done.output) == (1, True)


class _Dropped:
    """Interrupts from a finaliser, where Python prints the exception and goes on."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_python_drops_ends_it_all_the_same(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    (plans / "sagara").mkdir(parents=True)
    builds: list[Path] = []
    shown: list[str] = []

    def build(output: Path) -> str:
        output.mkdir(exist_ok=True)
        builds.append(output)
        if len(builds) > 1:
            _Dropped()
        return ""

    # Again and again, until it is seen: watching begins at a moment that nobody tells.
    done = threading.Event()

    def edit() -> None:
        while not done.wait(0.2):
            (plans / "sagara" / "rencana.yaml").write_text(str(len(builds)))

    editor = threading.Thread(target=edit)
    editor.start()
    before = signal.getsignal(signal.SIGINT)
    try:
        watch(build, plans, ["sagara"], 0, shown.append)
    finally:
        done.set()
        editor.join()
    assert len(builds) == 2
    assert [each[:17] for each in shown] == ["http://127.0.0.1:"]
    assert signal.getsignal(signal.SIGINT) is before
