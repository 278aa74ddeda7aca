"""What is told of a fault of ours leads who mends it to the line, and repeats nothing of a plan."""

from pathlib import Path

import pytest

from generator.diagnostics.fault import fault_line, fault_name, fault_report
from generator.pages.rendering.templates import environment, written

_PRIVATE = "3201234567890001"


def caught(work: object, *arguments: object) -> BaseException:
    assert callable(work)
    try:
        work(*arguments)
    except Exception as error:
        return error
    raise AssertionError


def wrapped(value: str) -> None:
    try:
        {}[value]
    except KeyError as error:
        raise RuntimeError(f"nomor {value}") from error


def test_the_report_names_the_way_and_no_value() -> None:
    error = caught(wrapped, _PRIVATE)
    text = fault_report(error)
    assert fault_line(error).startswith("RuntimeError (diagnostics/test_fault.py:")
    assert "KeyError" in text
    assert "wrapped" in text
    assert _PRIVATE not in text + fault_line(error)


def test_the_same_fault_has_the_same_name() -> None:
    names = {fault_name(fault_report(caught(wrapped, value))) for value in ("a", "b")}
    assert len(names) == 1
    assert fault_name(fault_report(caught(int, "satu"))) not in names


@pytest.mark.parametrize(("text", "line"), [("\n{% if %}", 2), ("\n\n{{ tidak.ada }}", 3), ("{{ 1 + satu }}", 1)])
def test_a_template_of_ours_is_told_with_its_line_and_what_is_wrong(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal" / "metode.md.j2").write_text(text, encoding="utf-8")
    error = caught(written, environment((tmp_path,), "id"), "portal/metode.md.j2", {"satu": "x"})
    assert fault_line(error).startswith(f"site_templates/portal/metode.md.j2:{line}: ")


def test_a_fault_without_a_way_is_told_too() -> None:
    assert fault_line(ValueError("x")) == "ValueError"
    assert "ValueError" in fault_report(ValueError("x"))
