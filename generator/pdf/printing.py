"""A PDF of every plan, printed from the finished site by a Chromium that is installed: docs/decisions/pdf.md."""

import os
import re
import shutil
import subprocess
from collections.abc import Container, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.pages import addresses
from generator.pdf.browsers import Browsers
from generator.pdf.destinations import destinations
from generator.pdf.paper import PrintingFailed, for_paper, with_page_numbers
from generator.pdf.public import made_public
from generator.reading.time_limit import DEFAULT_SECONDS
from generator.store.atomic import write_whole
from generator.store.paths import discard, real
from generator.store.refusals import why

VARIABLE = "RENCANA_CHROMIUM"
"""The environment variable that names the program, for one that is not on the path."""

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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
_LONGEST_WORDS = 300
_MEMORY = 2 << 30
"""Bytes for each process of Chromium: twice what the largest example needs. It ends where it gets no more."""
_NOISE = re.compile(r"\bdbus\b|\bcrashpad\b")


def chromium() -> Path | None:
    """The program to print with: the one that `RENCANA_CHROMIUM` names, else the first known one on the path."""
    names = (own,) if (own := os.environ.get(VARIABLE)) else _PROGRAMS
    return next((Path(found).absolute() for name in names if (found := shutil.which(name))), None)


def print_plans(
    program: Path,
    site: Path,
    url: str,
    day: date,
    work: Path,
    jobs: int = 2,
    seconds: int = DEFAULT_SECONDS,
    brought: Container[str] = (),
) -> Mapping[PlanAddress, Message]:
    """Print every plan of a finished site, `jobs` of them at a time; which could not be printed, and why.

    Not those of the institutions that were `brought` along from an earlier site, with the PDF that they had there:
    such pages may have been changed, and Chromium would run what is in them.

    `url` is the address of the site, where the links in the PDFs lead; without one they lead nowhere but within
    the PDF and to other sites. `day` becomes the day the files were made, so that the same pages give the same
    bytes. `work` is a folder for Chromium's profiles. It may run for some seconds each time (0: for ever), and runs
    twice for a plan.
    """
    pages = sorted(site.glob(f"*/*/{addresses.PRINT}index.html"))
    plans = [plan for page in pages if (plan := PlanAddress(*page.parts[-4:-2])).institution not in brought]
    failed: dict[PlanAddress, Message] = {}
    browsers = Browsers()
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        runs = (_Run(program, work / f"chromium-{number}", seconds, browsers) for number in range(len(plans)))
        running = {
            plan: pool.submit(_print_plan, run, site, url, plan, day) for plan, run in zip(plans, runs, strict=True)
        }
        try:
            for plan, printed in running.items():
                try:
                    printed.result()
                except PrintingFailed as failure:
                    failed[plan] = failure.reason
                except OSError as error:
                    failed[plan] = why(error)
                except MemoryError:
                    failed[plan] = say("memori habis")
        except BaseException:
            browsers.end()
            pool.shutdown(cancel_futures=True)
            raise
    return failed


class _Run(NamedTuple):
    """How Chromium is run for a plan."""

    program: Path
    profile: Path
    seconds: int
    browsers: Browsers


def _print_plan(run: _Run, site: Path, url: str, plan: PlanAddress, day: date) -> None:
    """Print a plan twice: only a printed page tells on which sheet each of its parts begins."""
    address = addresses.plan(plan, addresses.PRINT)
    paper = for_paper((site / address / "index.html").read_bytes())
    # Beside the page, so that the addresses of its styles stay true. Whole, as what already stands there may have a
    # second name elsewhere.
    page = site / address / "kertas.html"
    try:
        write_whole(page, paper)
        sheets = destinations(_printed(run, page))
        write_whole(page, with_page_numbers(paper, sheets))
        made = made_public(_printed(run, page), site, url, day)
    except ValueError:
        raise PrintingFailed(say("yang ditulis Chromium bukan PDF")) from None
    finally:
        discard(page)
        discard(run.profile)
    write_whole(site / addresses.pdf(plan), made)


def _printed(run: _Run, page: Path) -> bytes:
    """The bytes of a page's PDF."""
    run.profile.mkdir(exist_ok=True)
    output = run.profile / "cetak.pdf"
    output.unlink(missing_ok=True)
    # Chromium refuses to run as root in its sandbox. The page runs no script, and has no address but its own.
    unboxed = ("--no-sandbox",) if os.geteuid() == 0 else ()
    command = [
        run.program,
        *_OPTIONS,
        *unboxed,
        f"--user-data-dir={run.profile}",
        f"--print-to-pdf={output}",
        real(page).as_uri(),
    ]
    try:
        # No library is looked for in the repository.
        code, told = run.browsers.run(command, run.profile, run.seconds, _MEMORY)
    except subprocess.TimeoutExpired:
        raise PrintingFailed(say("lebih dari {jumlah} detik (--limit)", jumlah=run.seconds)) from None
    if code:
        raise PrintingFailed(say("Chromium berhenti ({kode}) {kata}", kode=code, kata=_last_words(told)))
    if not output.is_file():  # so it ends, and without a word, where the process that draws the page has no more memory
        raise PrintingFailed(
            say(
                "Chromium berhenti sebelum selesai, biasanya karena halaman cetaknya memerlukan lebih dari {jumlah} GB"
                " memori; cetak dari peramban",
                jumlah=_MEMORY >> 30,
            )
        )
    return output.read_bytes()


def _last_words(told: str) -> str:
    """The last line that says something; a machine without a desktop has no message bus, which says dozens."""
    lines = [" ".join(line.split()) for line in told.splitlines() if not _NOISE.search(line)]
    last = next((line for line in reversed(lines) if line), "")
    return "".join(sign for sign in last if sign.isprintable())[:_LONGEST_WORDS]
