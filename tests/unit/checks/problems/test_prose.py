"""All tables of a plan together have a limit, however many texts they are divided among."""

import sys
from collections.abc import Callable

import pytest

from generator.checks.problems.prose import prose
from generator.diagnostics import Problem

Planted = Callable[..., list[Problem]]
MODULE = sys.modules[prose.__module__]

GAP = "- {id: G-1, uraian: Belum daring., dasar: {nilai: 0, tahun: 2021}}"
TABLE = """\
- id: G-{number}
    uraian: |
      | Tahun | Layanan |
      |---|---|
      | 2026 |
"""
"""Four cells, the last of which nobody wrote."""


def with_tables(count: int) -> tuple[str, str]:
    return GAP, "  ".join(TABLE.format(number=number) for number in range(1, count + 1))


def test_the_text_with_which_there_are_too_many_cells(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "MOST_CELLS_OF_ALL", 12)
    assert planted(with_tables(3)) == []
    (problem,) = planted(with_tables(5))
    assert (problem.code, problem.item) == ("melebihi-batas", "G-4")


def test_what_is_told_of_a_text_behind_them_is_told(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "MOST_CELLS_OF_ALL", 4)
    old, new = with_tables(3)
    told = planted((old, f"{new}  - {{id: G-9, uraian: a <b>tebal</b>}}\n"))
    assert [(each.code, each.item) for each in told] == [("melebihi-batas", "G-2"), ("markdown-tidak-tampil", "G-9")]
