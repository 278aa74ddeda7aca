"""What is asked of `serve`: only by this computer, and whatever it is, an answer comes and the server goes on."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator.cli.preview import PreviewHandler, PreviewServer, PreviewState


@pytest.fixture
def state() -> PreviewState:
    return PreviewState()


@pytest.fixture
def port(tmp_path: Path, state: PreviewState) -> Iterator[int]:
    (tmp_path / "rahasia.html").write_text("RAHASIA")
    site = tmp_path / "situs"
    (site / "a").mkdir(parents=True)
    (site / "kosong").mkdir()
    for name in ("index.html", "a/index.html", "404.html"):
        (site / name).write_text(f"<html><body>{name}</body></html>")
    (site / "a" / "data.csv").write_text("x;y")
    server = PreviewServer(0, site, state)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, path: str, host: str | None = None, method: str = "GET") -> tuple[int, str]:
    """The status and the whole answer to a request as it is written here, with nothing tidied."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(f"{method} {path} HTTP/1.0\r\nHost: {host or f'127.0.0.1:{port}'}\r\n\r\n".encode("latin-1"))
        answer = b""
        while part := line.recv(65536):
            answer += part
    text = answer.decode("utf-8", "replace")
    return int(text.split()[1]), text


def test_many_may_wait_to_be_heard(tmp_path: Path, state: PreviewState) -> None:
    with PreviewServer(0, tmp_path, state) as server, ExitStack() as lines:
        for _ in range(100):
            lines.enter_context(socket.create_connection(("127.0.0.1", server.server_port), timeout=0.5))


def test_who_asks_for_nothing_is_not_waited_for(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PreviewHandler, "timeout", 0.01)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        assert line.recv(1) == b""
    assert ask(port, "/")[0] == 200


def test_no_folder_is_listed(port: int) -> None:
    for path in ("/kosong", "/kosong/", "/kosong/#x", "/kosong#x", "/a/#x"):
        assert "listing" not in ask(port, path)[1], path


def test_pages_and_files_are_answered(port: int) -> None:
    for path, told in (
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/a/?x=/", "a/index.html"),
        ("/a/data.csv", "x;y"),
    ):
        status, text = ask(port, path)
        assert (status, told in text) == (200, True), path
    assert ask(port, "/a")[0] == 301
    assert ask(port, "/", method="HEAD")[1].endswith("\r\n\r\n")


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]"])
def test_this_computer_may_ask_by_any_of_its_names(port: int, name: str) -> None:
    assert ask(port, "/", f"{name}:{port}")[0] == 200


@pytest.mark.parametrize(
    "host", ["jahat.example", "jahat.example:8000", "127.0.0.1.jahat.example", "localhost:1", "127.0.0.1@x"]
)
@pytest.mark.parametrize("path", ["/", "/.keadaan", "/.live.js"])
def test_another_site_that_gives_its_name_our_address_reads_nothing(port: int, host: str, path: str) -> None:
    status, text = ask(port, path, host)
    assert status == 421
    assert "index.html" not in text
    assert "version" not in text


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../rahasia.html",
            "/%2e%2e/rahasia.html",
            "/..%2frahasia.html",
            "/a/../../rahasia.html",
            "/%5c..%5crahasia",
        ),
        *("/%00", "/a%00.html", "/" + "x" * 5000, "/" + "a/" * 20000, "/%ff%fe", "/index.html/", "/kosong/", "//jahat"),
        *("http://jahat.example/x", "/%", "/a//../../../etc/passwd", "/a/data.csv/", "/.keadaan/x", "*", "/%0d%0aX:y"),
    ],
)
def test_an_odd_path_is_answered_and_leads_nowhere_else(
    port: int, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    status, text = ask(port, path)
    assert status in (301, 400, 404, 414)
    assert "RAHASIA" not in text
    assert "Directory listing" not in text
    assert "Location: //" not in text
    assert ask(port, "/")[0] == 200
    assert "Traceback" not in "".join(capfd.readouterr())


def test_without_a_site_the_page_says_why(tmp_path: Path, state: PreviewState) -> None:
    server = PreviewServer(0, tmp_path / "belum-ada", state)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    state.told = "site_templates/portal/metode.md.j2:3: <b>"
    try:
        status, text = ask(server.server_port, "/")
    finally:
        server.shutdown()
        server.server_close()
    assert status == 503
    assert "metode.md.j2:3: &lt;b&gt;" in text
    assert "/.live.js" in text
