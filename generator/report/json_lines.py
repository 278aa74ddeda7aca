"""For programs: one JSON object a line."""

from json import JSONEncoder

from generator.diagnostics import Problem
from generator.locale import Language
from generator.report.result import Report
from generator.report.wording import help_, message

_ENCODE = JSONEncoder(ensure_ascii=False).encode


def json_lines(report: Report, words: Language) -> str:
    """Every entry with the same keys; `help`, `plan` and `item` may be empty texts."""
    return "\n".join(_ENCODE(_entry(entry, words)) for entry in report.entries)


def _entry(entry: Problem, words: Language) -> dict[str, str | int]:
    return {
        "code": entry.code,
        "severity": entry.severity.value,
        "message": message(entry, words),
        "help": help_(entry, words),
        "path": entry.place.path,
        "line": entry.place.line,
        "column": entry.place.column,
        "end_line": entry.place.end_line,
        "end_column": entry.place.end_column,
        "plan": entry.plan,
        "item": entry.item,
    }
