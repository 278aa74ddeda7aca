"""Watching plans and templates, and showing the site on this computer."""

import json
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import click
from watchfiles import watch as changes

from generator.cli.words import told
from generator.locale import say
from generator.publishing.publisher import PublishingFailed

_LIVE = Path(__file__).with_name("live")
_FILES = {"/.live.js": "text/javascript", "/.live.css": "text/css"}
"""Added to pages as they are served, never to the site."""
_ADDED = b'<link rel="stylesheet" href="/.live.css"><script src="/.live.js"></script></body>'


def watch(
    build: Callable[[Path], str], plans: Path, institutions: Sequence[str], port: int, show: Callable[[str], None]
) -> None:
    """Build, serve on the loopback address, and build again after every change until interrupted.

    `build` tells what is wrong with the plans; `show` is given the address once it answers.
    """
    base = plans.resolve().parent
    with TemporaryDirectory(prefix="rencana-") as folder:
        output = Path(folder) / "site"
        state = _State()
        _build(build, output, state)
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state=state, directory=str(output)))
        except OSError as error:
            refusal = say(
                "porta {porta} tidak dapat dipakai ({sebab}); pilih --port lain", porta=port, sebab=error.strerror or ""
            )
            raise click.ClickException(told(refusal)) from None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        click.echo(told(say("{alamat} (Ctrl+C untuk berhenti)", alamat=address)))
        show(address)
        own = [plans / name for name in institutions] or [plans]
        watched = [path for path in (*own, base / "site_templates", base / "mkdocs.yml") if path.exists()]
        with _interrupted() as stop:
            for _ in changes(*watched, debounce=100, step=50, stop_event=stop):
                _build(build, output, state)


@contextmanager
def _interrupted() -> Iterator[threading.Event]:
    """Set by Ctrl+C, which raises `KeyboardInterrupt` as ever: where it falls into a finaliser, Python drops it."""
    stop = threading.Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.default_int_handler(number, frame)

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass
class _State:
    """How often the site was built, and what is wrong with the plans or kept it from being built."""

    version: int = 0
    told: str = ""


def _build(build: Callable[[Path], str], output: Path, state: _State) -> None:
    try:
        state.told = build(output)
        state.version += 1
    except (PublishingFailed, click.UsageError) as failure:  # such as a setting that was just mistyped
        state.told = failure.output if isinstance(failure, PublishingFailed) else failure.message
    if state.told:
        click.echo(state.told, err=True)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, state: _State, **kwargs: Any) -> None:
        self._state = state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.path == "/.keadaan":
            self._answer(json.dumps(asdict(self._state)).encode(), "application/json")
            return
        if self.path in _FILES:
            self._answer((_LIVE / self.path.removeprefix("/.")).read_bytes(), _FILES[self.path])
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            self._answer(page.read_bytes().replace(b"</body>", _ADDED), "text/html; charset=utf-8")
            return
        super().do_GET()

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: the terminal belongs to the problems of the plans."""
