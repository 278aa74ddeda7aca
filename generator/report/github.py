"""Annotations in a pull request: the workflow commands of GitHub Actions, which Forgejo reads too.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from generator.diagnostics import Problem, Severity
from generator.locale import Language
from generator.report.result import Report
from generator.report.wording import HELP, help_, message

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.FINDING: "notice"}


def github(report: Report, words: Language) -> str:
    """`::error file=…,line=…,endLine=…,col=…,endColumn=…,title=code::message`."""
    return "\n".join(_annotation(entry, report.prefix, words) for entry in report.entries)


def _annotation(entry: Problem, prefix: str, words: Language) -> str:
    place = entry.place
    properties: dict[str, str | int] = {"file": prefix + place.path, "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # columns are not allowed over several lines; the last one is inclusive
        properties |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    properties["title"] = entry.code
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = message(entry, words)
    if remedy := help_(entry, words):
        text += f"\n{words.word(HELP)}: {remedy}"
    return f"::{_COMMANDS[entry.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
