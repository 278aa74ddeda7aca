"""What data files cost beside pages, and a workbook that comes back: `python -m benchmarks.data_files`.

All files that a reader takes away of a plan shall need at most a quarter of the disk and of the processor time that its
pages need; a workbook of 900 rows with one cell changed shall be looked at, previewed and checked within half a second.
"""

import argparse
import re
import tempfile
import time
from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.corpus import write
from benchmarks.measuring import machine, rencana, run
from benchmarks.scale import ACTIVITIES, AS_OF
from generator.checks.findings import Elsewhere, findings
from generator.data.downloads import plan_downloads
from generator.model.edition import Edition
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import Dossier
from generator.pages.site import Site
from generator.pipeline.exporting import exported
from generator.pipeline.importing import brought
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.store.cache import Cache

_DAY = date.fromisoformat(AS_OF)


def disk(site: Path) -> tuple[dict[str, float], float]:
    """Kilobytes of each data file, the largest first, and of all pages, a plan."""
    folders = [folder for folder in site.glob("*/*/data") if re.fullmatch(r"\d{4}-\d{4}", folder.parent.name)]
    data: Counter[str] = Counter()
    for file in (file for folder in folders for file in folder.iterdir()):
        data[file.name] += file.stat().st_size
    every = sum(file.stat().st_size for folder in folders for file in folder.parent.rglob("*") if file.is_file())
    share = 1000 * len(folders)
    return {name: size / share for name, size in data.most_common()}, (every - data.total()) / share


def downloads(plans: Path) -> float:
    """Processor milliseconds that the data files of a plan need."""
    library = Library(None)
    editions = [edition for plan in on_disk(plans, plans.parent).plans if (edition := library.read(plan).edition)]
    dossiers = [_dossier(edition) for edition in editions]
    for _ in plan_downloads(dossiers[0], Site()):
        pass  # what is made once for all plans
    begun = time.process_time()
    for dossier in dossiers:
        for _ in plan_downloads(dossier, Site()):
            pass
    return 1000 * (time.process_time() - begun) / len(dossiers)


def _dossier(edition: Edition) -> Dossier:
    (institution,) = Portfolio.of([edition]).institutions
    return Dossier(edition, institution, _DAY, tuple(findings(edition, _DAY, Elsewhere())))


def coming_back(plans: Path, folder: Path) -> tuple[int, float, float]:
    """Rows of a workbook in which one cell was changed; seconds of its preview, and of the whole command."""
    plan = next(iter(sorted(plans.iterdir()))) / "2025-2029"
    (content,) = exported(plan, "xlsx", _DAY, ()).values()
    book = load_workbook(BytesIO(content))
    rows = sum(sheet.max_row - 1 for sheet in book if not sheet.title.startswith("_"))
    library = Library(Cache(folder / "cache"))
    seconds = []
    for number in range(4):
        book["Kegiatan"]["B2"] = f"Nama yang lain {number}"
        file = folder / "kembali.xlsx"
        book.save(file)
        begun = time.perf_counter()
        brought(file, plans, _DAY, library)
        seconds.append(time.perf_counter() - begun)
    # The first one meets a plan that no command has read yet.
    command = run(rencana("import", str(file), "--plans", str(plans)), folder)
    return rows, min(seconds[1:]), command.seconds


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.data_files", description=__doc__)
    asked.add_argument("--institutions", type=int, default=16)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory(prefix="data-") as name:
        folder = Path(name)
        write(folder, given.institutions, ACTIVITIES, given.seed)
        built = run(rencana("build", "--output", "site", "--cache", "cache", "--as-of", AS_OF), folder)
        files, pages = disk(folder / "site")
        data = sum(files.values())
        own = downloads(folder / "plans")
        whole = 1000 * built.processor / given.institutions
        print(f"disk: {data:.0f} kB of data beside {pages:.0f} kB of pages a plan, {100 * data / pages:.0f} %")
        print("of it:", ", ".join(f"{name} {size:.0f}" for name, size in files.items() if size >= 1))
        print(f"processor: {own:.0f} ms of data beside {whole - own:.0f} ms a plan, {100 * own / (whole - own):.0f} %")
        rows, preview, command = coming_back(folder / "plans", folder)
        met = "met" if preview <= 0.5 else "MISSED"
        print(f"a workbook of {rows} rows back: {preview:.2f} s, at most 0.5: {met}; the whole command {command:.2f} s")


if __name__ == "__main__":
    main()
