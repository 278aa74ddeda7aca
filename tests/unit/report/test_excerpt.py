"""A line of a file as it is shown: its part around a place."""

import sys

import pytest

from generator.report.excerpt import WIDTH, excerpt

MODULE = sys.modules[excerpt.__module__]


@pytest.mark.parametrize("column", [1, 5_000, 1_000_000])
def test_a_line_costs_what_is_shown_of_it(monkeypatch: pytest.MonkeyPatch, column: int) -> None:
    own, looked = MODULE._cell, []
    monkeypatch.setattr(MODULE, "_cell", lambda character: looked.append(character) or own(character))
    shown = excerpt("0812-" * 200_000, column, column + 5)
    assert len(looked) < 20 * WIDTH
    assert len(shown.text) <= WIDTH


def test_the_place_is_seen_with_a_little_before_it() -> None:
    line = "a" * 500 + "disini" + "b" * 500
    shown = excerpt(line, 501, 507)
    assert shown.text[shown.start : shown.start + shown.length] == "disini"
    assert (shown.text[0], shown.text[-1], shown.start) == ("…", "…", 31)


def test_a_line_of_signs_without_width_is_cut_too() -> None:
    assert excerpt("a" + "\u0301" * 5_000, 1, 2).text.endswith("…")
