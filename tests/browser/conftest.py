"""The example site, built once and served on this machine, and Chromium to look at it with."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.once import built_once

ROOT = Path(__file__).parents[2]
AS_OF = "2026-11-24"
FOLDER = "/rencana/"
"""The site stands in a folder of its host: no address may lean on the root."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plans as a site, built by the command a planner uses; one build for all workers."""
    return built_once(tmp_path_factory, "example", build)


def build(output: Path, *options: str, base: Path = ROOT) -> None:
    """Build the plans in `base` to `output`; fails with what the command printed."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", "build", "--output", str(output)]
    done = subprocess.run(
        [*command, "--plans", str(base / "plans"), "--as-of", AS_OF, *options],
        cwd=base,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"rencana build: {done.stdout}{done.stderr}")


class Handler(SimpleHTTPRequestHandler):
    """Serves the folder of a site below `at` and nothing beside it; quiet."""

    def __init__(self, *arguments: Any, at: str, **options: Any) -> None:
        self._at = at
        super().__init__(*arguments, **options)

    def log_message(self, *_: object) -> None: ...

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._at):
            return str(Path(self.directory) / "not-there")
        return super().translate_path(path[len(self._at) - 1 :])


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """A function that serves a folder on a free port of this machine and tells its address, with a slash at the end."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, at: str = FOLDER) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder), at=at))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}{at}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site_folder: Path, serve: Callable[..., str]) -> str:
    """The address of the example site, with a slash at the end."""
    return serve(site_folder)


@pytest.fixture(scope="session")
def root_url(site_folder: Path, serve: Callable[..., str]) -> str:
    """The example site at the root of its host, where its `site_url` says it stands: its 404 page relies on that."""
    return serve(site_folder, "/")


def chromium() -> str:
    """The path of Chromium; fails where there is none."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if name and (found := shutil.which(name))), None)
    if program is None:
        pytest.fail("Chromium is needed for these tests: `apt-get install chromium`, or set CHROMIUM to its path.")
    return program


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine; `CHROMIUM` names another one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page in a context of its own, with Playwright's context options.

    Whatever a test does with it, the page may ask no other machine for anything, and its scripts may not fail.
    """
    contexts = []
    outside: list[str] = []
    errors: list[str] = []

    def start(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "id-ID"} | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)

        def seen(address: str) -> None:
            if not address.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
                outside.append(address)

        page.on("request", lambda request: seen(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        return page

    yield start
    for context in contexts:
        context.close()
    assert outside == []
    assert errors == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """An empty page at 1280 by 900 pixels, with JavaScript."""
    return open_page()
