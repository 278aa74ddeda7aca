"""For editors and grep: one line each."""

from generator.diagnostics import Problem
from generator.locale import Language
from generator.report.closing import closing
from generator.report.result import Report
from generator.report.wording import HELP, SEVERITIES, help_, one_line, said


def concise(report: Report, words: Language) -> str:
    """`path:line:column: kesalahan[code] item: message (bantuan: remedy)`."""
    lines = [
        f"{one_line(entry.place.path)}:{entry.place.line}:{entry.place.column}:"
        f" {words.word(SEVERITIES[entry.severity])}[{entry.code}]{_item(entry)}: {_said(entry, words)}"
        for entry in report.entries
    ]
    return "\n".join([*lines, closing(report, words)])


def _item(entry: Problem) -> str:
    return f" {one_line(entry.item)}" if entry.item else ""


def _said(entry: Problem, words: Language) -> str:
    remedy = help_(entry, words)
    return said(entry, words) + (f" ({words.word(HELP)}: {remedy})" if remedy else "")
