"""The cases: a folder a code, with the smallest bad plan below `plans/` and what is told about it in `expected.txt`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.checks.check import check
from generator.locale import language
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.reading.text import MAXIMUM_BYTES, decode
from generator.report import FORMATS, Report

HERE = Path(__file__).parent
EXPECTED = "expected.txt"


def cases() -> list[Path]:
    """The folders of all cases, by name."""
    return sorted(path.parent for path in HERE.glob(f"*/{EXPECTED}"))


@contextmanager
def plans_of(case: Path) -> Iterator[Path]:
    """The folder `plans` of a case; one that Git cannot carry is made for the time of the test."""
    if (case / "plans").is_dir():
        yield case / "plans"
        return
    with TemporaryDirectory() as folder:
        plan = Path(folder, "plans", "sagara", "2025-2029", "contoh.yaml")
        plan.parent.mkdir(parents=True)
        if case.name == "tidak-dapat-dibuka":
            os.mkfifo(plan)
        else:
            line = "# Catatan rapat yang disalin utuh ke dalam berkas rencana\n"
            plan.write_text(line * (MAXIMUM_BYTES * 11 // 10 // len(line)), encoding="utf-8", newline="\n")
        yield plan.parents[2]


def told(case: Path) -> str:
    """What `rencana check` says of a case."""
    with plans_of(case) as root:
        plans, misplaced, _ = on_disk(root, root.parent)
    found = check(plans, date.min, Library(), misplaced).problems
    files = [decode(*file)[0] for plan in plans for file in plan.files]
    return FORMATS["full"](Report.of(found, (), files, len(plans)), language("id")) + "\n"
