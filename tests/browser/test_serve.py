"""`rencana serve` as a planner uses it: an edit in the file appears in the open page by itself."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
SMALL = "kabupaten-tirtawening"
SECONDS = 60
"""Enough for a busy machine; how fast it is, `benchmarks/` measures."""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    copytree(ROOT / "plans" / SMALL, tmp_path / "plans" / SMALL)
    return tmp_path / "plans"


@pytest.fixture
def address(plans: Path) -> Iterator[str]:
    """The address that the command prints."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve", SMALL, "--port", "0"]
    served = subprocess.Popen(
        command,
        cwd=plans.parent,
        env=os.environ | {"XDG_CACHE_HOME": str(plans.parent / "cache"), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert served.stdout is not None
    yield next(word for word in served.stdout.readline().split() if word.startswith("http"))
    served.send_signal(signal.SIGINT)
    served.communicate(timeout=SECONDS)


def test_an_edit_appears_by_itself(open_page: Callable[..., Page], plans: Path, address: str) -> None:
    page = open_page()
    with page.expect_response("**/.keadaan"):
        page.goto(f"{address}{SMALL}/2025-2029/")
    file = plans / SMALL / "2025-2029" / "lembaga.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^  judul: .*$", "  judul: Judul yang baru saja ditulis", text), encoding="utf-8")
    expect(page).to_have_title(re.compile("Judul yang baru saja ditulis"), timeout=SECONDS * 1000)
    page.close()  # before the server goes: a page that still asks would count its silence as an error


def test_what_is_wrong_stands_on_the_page_and_the_place_of_reading_stays(
    open_page: Callable[..., Page], plans: Path, address: str
) -> None:
    page = open_page()
    with page.expect_response("**/.keadaan"):
        page.goto(f"{address}{SMALL}/2025-2029/rencana-implementasi/")
    heading = page.locator("main h2").nth(2)
    heading.evaluate("each => scrollTo(0, scrollY + each.getBoundingClientRect().top - 80)")
    before = heading.evaluate("each => each.getBoundingClientRect().top")
    file = plans / SMALL / "2020-2024.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("versi_format: 1", "versi_format: 1\nsalah_ketik: ya"), encoding="utf-8")
    panel = page.locator(".live pre")
    expect(panel).to_contain_text("kunci-tidak-dikenal", timeout=SECONDS * 1000)
    assert abs(heading.evaluate("each => each.getBoundingClientRect().top") - before) < 3
    file.write_text(text, encoding="utf-8")
    expect(panel).to_have_count(0, timeout=SECONDS * 1000)
    page.close()
