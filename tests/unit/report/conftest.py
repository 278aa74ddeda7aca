"""A report with every kind of entry, and the lines it is about."""

import pytest

from generator.diagnostics import Answer, Finding, Label, Place, Problem, Severity
from generator.locale import say
from generator.reading.text import TextFile
from generator.report import Report

PATH = "plans/sagara/2025-2029/rencana-implementasi.yaml"
INVENTORY = "plans/sagara/2025-2029/inventaris.yaml"
TEXT = "\n".join(["kegiatan:", "  - id: K-014", "    nama: Portal", "    bergantung_pada: [K-099]"])


def at(line: int, column: int, length: int, path: str = PATH) -> Place:
    return Place(path, line, column, line, column + length)


BROKEN = Problem(
    "rujukan-tidak-dikenal",
    at(4, 23, 5),
    say("kegiatan `{id}` bergantung pada `{lain}`, yang tidak ada dalam rencana ini", id="K-014", lain="K-099"),
    mark=say("tidak ada kegiatan dengan id ini"),
    help=say("gunakan `{id}`, baris 212 (inventaris.yaml)", id="K-009"),
    labels=(Label(at(2, 9, 5), say("dalam kegiatan ini")),),
    plan="sagara/2025-2029",
    item="K-014",
)
WARNED = Problem(
    "nama-lembaga",
    at(1, 1, 4, INVENTORY),
    say("100% beda: a,b"),
    severity=Severity.WARNING,
    labels=(Label(at(3, 5, 4), say("nama")),),
)
SEEN = Finding(
    "tanpa-anggaran",
    "K-014",
    at(2, 9, 5),
    say("Belum ada anggaran tercatat"),
    plan="sagara/2025-2029",
    answer=Answer("Dibiayai provinsi", None, at(1, 1, 8)),
)


@pytest.fixture
def report() -> Report:
    files = [TextFile(PATH, TEXT), TextFile(INVENTORY, "unit: []")]
    return Report.of([WARNED, BROKEN], [SEEN], files, 4)


@pytest.fixture
def broken() -> Report:
    """The report of the one mistake."""
    return Report.of([BROKEN], [], [TextFile(PATH, TEXT)], 4)
