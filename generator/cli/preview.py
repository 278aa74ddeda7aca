"""The site as `serve` shows it: to the browser of this computer and to nobody else, whatever is asked for."""

import json
import re
import sys
from dataclasses import asdict, dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_LIVE = Path(__file__).with_name("live")
_FILES = {"/.live.js": "text/javascript", "/.live.css": "text/css"}
"""Added to pages as they are served, never to the site."""
_ADDED = b'<link rel="stylesheet" href="/.live.css"><script src="/.live.js"></script></body>'
_HTML = "text/html; charset=utf-8"
_NAMES = ("127.0.0.1", "localhost", "[::1]")


@dataclass
class PreviewState:
    """How often the site was built, and what is wrong with the plans or kept it from being built."""

    version: int = 0
    told: str = ""


class PreviewServer(ThreadingHTTPServer):
    """Serves a folder on the loopback address. Raises `OSError` for a port that is in use."""

    daemon_threads = True
    request_queue_size = 128  # a browser opens many at once; who finds no room asks again a second later, or three

    def __init__(self, port: int, folder: Path, state: PreviewState) -> None:
        super().__init__(("127.0.0.1", port), partial(PreviewHandler, state=state, directory=str(folder)))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news; a fault of ours is one line."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            print(f"serve: {type(error).__name__}", file=sys.stderr)


class PreviewHandler(SimpleHTTPRequestHandler):
    """Answers for one folder of a finished site, and adds to its pages what reloads them."""

    timeout = 30
    """Seconds of silence after which a connection is closed: a browser opens some that it never uses."""

    def __init__(self, *args: Any, state: PreviewState, **kwargs: Any) -> None:
        self._state = state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with a page, a file, or that there is none."""
        try:
            self._get()
        except ValueError:  # a NUL in the path, which no system takes
            self._missing()
        except OSError as error:
            if not isinstance(error, ConnectionError):  # such as a name too long
                self._missing()

    def do_HEAD(self) -> None:
        """The same without the content."""
        self.do_GET()

    def _get(self) -> None:
        path = re.split("[?#]", self.path, maxsplit=1)[0]
        if not self._is_for_us():
            self._answer(b"Hanya untuk komputer ini.", "text/plain; charset=utf-8", 421)
        elif path == "/.keadaan":
            self._answer(json.dumps(asdict(self._state)).encode(), "application/json")
        elif path in _FILES:
            self._answer((_LIVE / path.removeprefix("/.")).read_bytes(), _FILES[path])
        else:
            self._from_site(path)

    def _from_site(self, path: str) -> None:
        found = Path(self.translate_path(path))
        if found.is_dir() and not path.endswith("/"):
            super().do_GET()  # leads to the address with the slash
            return
        page = found / "index.html" if found.is_dir() else found
        if not page.is_file() or (path.endswith("/") and page == found):
            self._missing()
        elif page.suffix == ".html":
            self._answer(page.read_bytes().replace(b"</body>", _ADDED), _HTML)
        else:
            self._answer(page.read_bytes(), self.guess_type(str(page)))

    def _is_for_us(self) -> bool:
        """Whether the browser means this computer: another site may give its own name our address, and read along."""
        port = self.connection.getsockname()[1]
        host = self.headers.get("Host", "")
        return host in (*(f"{name}:{port}" for name in _NAMES), *_NAMES)

    def _missing(self) -> None:
        """The site's own page for that; without a site, why there is none."""
        own = Path(str(self.directory), "404.html")
        if own.is_file():
            self._answer(own.read_bytes().replace(b"</body>", _ADDED), _HTML, 404)
            return
        told = f"<pre>{escape(self._state.told)}</pre>" if self._state.told else ""
        text = (
            f'<!doctype html><html lang="id"><title>Belum ada situs</title><body><h1>Belum ada situs</h1>{told}</body>'
        )
        self._answer(text.encode().replace(b"</body>", _ADDED), _HTML, 503 if self._state.told else 404)

    def _answer(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: the terminal belongs to the problems of the plans."""
