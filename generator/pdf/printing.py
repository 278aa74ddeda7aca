"""A PDF of every plan, printed from the finished site by a Chromium that is installed: docs/decisions/pdf.md."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.pdf.destinations import destinations
from generator.pdf.public import made_public

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


class PrintingFailed(Exception):
    """Chromium stopped or took too long; `output` says what happened."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


def chromium() -> Path | None:
    """The program to print with: the one that `RENCANA_CHROMIUM` names, else the first known one on the path."""
    names = (own,) if (own := os.environ.get(VARIABLE)) else _PROGRAMS
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def print_plans(program: Path, site: Path, url: str, day: date, work: Path, jobs: int = 2) -> int:
    """Print every plan of a finished site, `jobs` of them at a time; how many there were.

    `url` is the address of the site, where the links in the PDFs lead; without one they lead nowhere but within
    the PDF and to other sites. `day` becomes the day the files were made, so that the same pages give the same
    bytes. `work` is a folder for Chromium's profiles. Raises `PrintingFailed` for the first page that fails; no
    further one is begun then.
    """
    plans = [PlanAddress(*page.parts[-4:-2]) for page in sorted(site.glob(f"*/*/{addresses.PRINT}index.html"))]
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        running = [
            pool.submit(_print_plan, program, site, url, plan, day, work / f"chromium-{number}")
            for number, plan in enumerate(plans)
        ]
        try:
            for each in running:
                each.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return len(plans)


def _print_plan(program: Path, site: Path, url: str, plan: PlanAddress, day: date, profile: Path) -> None:
    """Print a plan twice: only a printed page tells on which sheet each of its parts begins."""
    address = addresses.plan(plan, addresses.PRINT)
    text = (site / address / "index.html").read_text(encoding="utf-8")
    # Beside the page, so that the addresses of its styles stay true.
    page = site / address / "kertas.html"
    try:
        page.write_text(text, encoding="utf-8")
        sheets = destinations(_printed(program, page, profile))
        page.write_text(with_page_numbers(text, sheets), encoding="utf-8")
        made = made_public(_printed(program, page, profile), site, url, day)
    except ValueError as unreadable:
        raise PrintingFailed(f"{page}: {unreadable}") from None
    finally:
        page.unlink(missing_ok=True)
        shutil.rmtree(profile, ignore_errors=True)
    (site / addresses.pdf(plan)).write_bytes(made)


def with_page_numbers(text: str, sheets: Mapping[str, int]) -> str:
    """The HTML with the numbers of pages in its contents."""
    return _SLOT.sub(lambda slot: f"{slot[1]}{sheets.get(slot[2], '')}{slot[3]}", text)


def _printed(program: Path, page: Path, profile: Path) -> bytes:
    """The bytes of a page's PDF."""
    profile.mkdir(exist_ok=True)
    output = profile / "cetak.pdf"
    output.unlink(missing_ok=True)
    # Chromium refuses to run as root in its sandbox. The page has no script, and no address but its own.
    unboxed = ("--no-sandbox",) if os.geteuid() == 0 else ()
    command = [
        program,
        *_OPTIONS,
        *unboxed,
        f"--user-data-dir={profile}",
        f"--print-to-pdf={output}",
        page.resolve().as_uri(),
    ]
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
