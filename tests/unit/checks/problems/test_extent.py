"""How much a plan may hold as a whole, whatever the number of its files."""

import sys
from collections.abc import Callable

import pytest

from generator.checks.problems.extent import extent
from generator.diagnostics import Problem

from .conftest import SOUND

Planted = Callable[..., list[Problem]]
Check = Callable[..., list[Problem]]
MODULE = sys.modules[extent.__module__]

REFERENCES = 29
"""In the sound plan, with the strategy that two activities serve through their programme."""


def told(problems: list[Problem]) -> list[tuple[str, str, int]]:
    return [(each.code, each.place.path.rsplit("/", 1)[-1], each.place.line) for each in problems]


def test_the_reference_with_which_there_are_too_many(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "MAXIMUM_REFERENCES", REFERENCES)
    assert planted() == []
    monkeypatch.setattr(MODULE, "MAXIMUM_REFERENCES", REFERENCES - 1)
    assert [code for code, *_ in told(planted())] == ["melebihi-batas"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("layanan: [L-1]\n    tahap", "layanan: [L-1, L-1]\n    tahap"),
        ("indikator_nasional: [pemdi-8-2026/13]", "indikator_nasional: [pemdi-8-2026/13, pemdi-8-2026/14]"),
        ("bagian: [infrastruktur_aplikasi]", "bagian: [infrastruktur_aplikasi, pendanaan]"),
        ("strategi: [S-1]}", "strategi: [S-1, S-1]}"),
    ],
)
def test_every_kind_of_reference_counts(planted: Planted, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    monkeypatch.setattr(MODULE, "MAXIMUM_REFERENCES", REFERENCES)
    assert [code for code, *_ in told(planted((old, new)))] == ["melebihi-batas"]


def test_a_list_is_one_however_many_files_continue_it(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "MAXIMUM_ITEMS", 3)
    units = "unit:\n  - {id: u-1, nama: Unit}\n"
    assert check(SOUND, units) == []
    assert told(check(SOUND, units, units.replace("u-1", "u-2"))) == [("melebihi-batas", "2.yaml", 2)]


def test_a_table_has_so_many_years(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "MAXIMUM_YEARS", 5)
    assert planted() == []
    longer = planted(("{mulai: 2025, selesai: 2029}", "{mulai: 2025, selesai: 2030}"))
    assert ("melebihi-batas", "0.yaml", 6) in told(longer)
    targets = "{" + ", ".join(f"{year}: 1" for year in range(2025, 2036)) + "}"
    assert told(planted(("sasaran: {2030: 3}", f"sasaran: {targets}"))) == [("melebihi-batas", "0.yaml", 85)]
    within = (
        "sasaran: {2030: 3, 2031: 1, 2032: 1, 2033: 1, 2034: 1}, capaian: {2025: 1, 2026: 1, 2027: 1, 2028: 1, 2029: 1}"
    )
    assert planted(("sasaran: {2030: 3}", within)) == []
