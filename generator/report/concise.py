"""For editors and grep: one line each."""

from generator.locale import Language
from generator.report.closing import closing
from generator.report.result import Report
from generator.report.wording import SEVERITIES, message, one_line


def concise(report: Report, words: Language) -> str:
    """`path:line:column: error[code]: message`."""
    lines = [
        f"{one_line(entry.place.path)}:{entry.place.line}:{entry.place.column}:"
        f" {words.word(SEVERITIES[entry.severity])}[{entry.code}]: {message(entry, words)}"
        for entry in report.entries
    ]
    return "\n".join([*lines, closing(report, words)])
