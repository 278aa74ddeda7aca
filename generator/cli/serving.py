"""Watching plans and templates, and showing the site on this computer."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import click
from watchfiles import watch as changes

from generator.publishing.publisher import PublishingFailed

# Asks whether the site was built again; added to pages as they are served, never to the site. A file of its own,
# since the pages' own content policy forbids scripts within them.
_SCRIPT = b"""(()=>{let seen;setInterval(async()=>{try{const now=await(await fetch("/.versi")).text();
if(seen&&now!==seen)location.reload();seen=now}catch{}},300)})()"""
_RELOADER = b'<script src="/.muat-ulang.js"></script></body>'


def watch(build: Callable[[Path], None], plans: Path, institutions: Sequence[str], port: int) -> None:
    """Build, serve on the loopback address, and build again after every change until interrupted."""
    base = plans.resolve().parent
    with TemporaryDirectory(prefix="rencana-") as folder:
        output = Path(folder) / "site"
        state = _State()
        _build(build, output, state)
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state=state, directory=str(output)))
        except OSError as error:
            raise click.ClickException(
                f"porta {port} tidak dapat dipakai ({error.strerror}); pilih --port lain"
            ) from None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"http://127.0.0.1:{server.server_port}/ (Ctrl+C untuk berhenti)")
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


class _State:
    version = 0


def _build(build: Callable[[Path], None], output: Path, state: _State) -> None:
    try:
        build(output)
        state.version += 1
    except PublishingFailed as failure:
        click.echo(failure.output, err=True)
    except click.UsageError as failure:  # a setting that was just mistyped; the next edit mends it
        click.echo(failure.message, err=True)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, state: _State, **kwargs: Any) -> None:
        self._state = state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.path == "/.versi":
            self._answer(str(self._state.version).encode(), "text/plain")
            return
        if self.path == "/.muat-ulang.js":
            self._answer(_SCRIPT, "text/javascript")
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            self._answer(page.read_bytes().replace(b"</body>", _RELOADER), "text/html; charset=utf-8")
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
