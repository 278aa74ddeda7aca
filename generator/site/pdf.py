"""A PDF of every plan, printed from the finished site by a Chromium that is installed: docs/decisions/pdf.md."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from generator.site.pdf_pages import destinations

VARIABLE = "RENCANA_CHROMIUM"
"""The environment variable that names the program, for one that is not on the path."""

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SECONDS = 300
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing outside the site's folder is ever asked for
    "--user-agent=rencana-induk",  # becomes the "creator" of the file, which would else tell the machine
    "--no-pdf-header-footer",  # print.css numbers the sheets
    "--generate-pdf-document-outline",  # bookmarks, from the headings; the file is tagged as well
)
_SLOT = re.compile(r'(<span class="leaf" data-leaf="([a-z0-9-]+)">)(</span>)')
_MOMENT = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}")
_LOCAL = re.compile(rb"/URI \((?:file:|http://(?:127\.0\.0\.1|localhost))[^)]*\)")


class PrintingFailed(Exception):
    """Chromium stopped, took too long, or made a file that must not be published; `output` says what happened."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


def chromium() -> Path | None:
    """The program to print with: the one that `RENCANA_CHROMIUM` names, else the first known one on the path."""
    names = (own,) if (own := os.environ.get(VARIABLE)) else _PROGRAMS
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def print_pages(program: Path, pages: Mapping[Path, Path], day: date, work: Path, jobs: int = 2) -> None:
    """Print pages of a finished site, given as their HTML files, each to a PDF; `jobs` of them at a time.

    `work` is a folder for Chromium's profiles. `day` becomes the day the files were made, so that the same site
    gives the same bytes. Raises `PrintingFailed` for the first page that fails; no further one is begun then.
    """
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        running = [
            pool.submit(_print_page, program, page, target, day, work / f"chromium-{number}")
            for number, (page, target) in enumerate(pages.items())
        ]
        try:
            for each in running:
                each.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _print_page(program: Path, page: Path, target: Path, day: date, profile: Path) -> None:
    """Print a page twice: only a printed page tells on which sheet each of its parts begins."""
    text = page.read_text(encoding="utf-8")
    # Beside the page, so that its relative addresses stay true.
    numbered = page.with_name("bernomor.html")
    try:
        sheets = destinations(_printed(program, page, profile))
        text = _SLOT.sub(lambda slot: f"{slot[1]}{sheets.get(slot[2], '')}{slot[3]}", text)
        numbered.write_text(text, encoding="utf-8")
        made = _printed(program, numbered, profile)
    finally:
        numbered.unlink(missing_ok=True)
        shutil.rmtree(profile, ignore_errors=True)
    if local := _LOCAL.search(made):
        raise PrintingFailed(f"{page}: {local[0].decode('ascii', 'replace')}")
    # As long as what was there, so that the offsets in the file stay true.
    target.write_bytes(_MOMENT.sub(rb"/\1 (D:" + f"{day:%Y%m%d}000000".encode(), made))


def _printed(program: Path, page: Path, profile: Path) -> bytes:
    """The bytes of a page's PDF."""
    profile.mkdir(exist_ok=True)
    output = profile / "cetak.pdf"
    output.unlink(missing_ok=True)
    # Chromium refuses to run as root in its sandbox. The page has no script, and no address but its own.
    unboxed = ("--no-sandbox",) if os.geteuid() == 0 else ()
    command = [program, *_OPTIONS, *unboxed, f"--user-data-dir={profile}", f"--print-to-pdf={output}", page.resolve().as_uri()]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=_SECONDS,
            env=os.environ | {"TZ": "UTC"},
        )
    except (subprocess.TimeoutExpired, OSError) as problem:
        raise PrintingFailed(f"{page}: {problem}") from None
    if done.returncode or not output.is_file():
        # A machine without a desktop has no message bus: dozens of lines that say nothing of the page.
        told = [line for line in (done.stdout + done.stderr).splitlines() if "dbus" not in line]
        raise PrintingFailed("\n".join([f"{page}: {program} ({done.returncode})", *told]))
    return output.read_bytes()
