"""Watching plans and templates, and showing the site on this computer."""

import threading
from collections.abc import Sequence
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from watchfiles import watch as changes

from generator import pipeline
from generator.locale import language
from generator.report import FORMATS
from generator.site.configuration import configuration
from generator.site.publisher import PublishingFailed
from generator.source.selection import Selection

# Asks once a second whether the site was built again; added to pages as they are served, never to the site.
_RELOADER = b"""<script>(()=>{let seen;setInterval(async()=>{try{const now=await(await fetch("/.versi")).text();
if(seen&&now!==seen)location.reload();seen=now}catch{}},700)})()</script></body>"""


def watch(plans: Path, base: Path, institutions: Sequence[str], port: int, as_of: date) -> None:
    """Build, serve on the loopback address, and build again after every change until interrupted."""
    with TemporaryDirectory(prefix="rencana-") as folder:
        output = Path(folder) / "site"
        state = _State()
        _build(plans, base, institutions, as_of, output, state)
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state=state, directory=str(output)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"http://127.0.0.1:{port}/ (Ctrl+C untuk berhenti)")
        watched = [path for path in (plans, base / "site_templates", base / "mkdocs.yml") if path.exists()]
        for _ in changes(*watched, debounce=100, step=50):
            _build(plans, base, institutions, as_of, output, state)


class _State:
    version = 0


def _build(plans: Path, base: Path, institutions: Sequence[str], as_of: date, output: Path, state: _State) -> None:
    selections = [Selection(plans.resolve(), institution=name) for name in institutions]
    checked = pipeline.check(selections or [Selection(plans.resolve())], as_of)
    settings = configuration(base)
    if checked.problems:
        click.echo(FORMATS["full"](checked.report(with_findings=False), language()), err=True)
    try:
        pipeline.build(checked, settings, settings.site(), as_of, output)
        state.version += 1
    except PublishingFailed as failure:
        click.echo(failure.output, err=True)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, state: _State, **kwargs: Any) -> None:
        self._state = state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.path == "/.versi":
            self._answer(str(self._state.version).encode(), "text/plain")
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
