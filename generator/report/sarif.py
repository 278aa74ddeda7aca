"""For code scanning: the Static Analysis Results Interchange Format 2.1.0 of OASIS."""

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from generator.diagnostics import Place, Problem, Severity
from generator.diagnostics.explanations import explanation
from generator.locale import Language
from generator.report.result import Report
from generator.report.wording import help_, message, one_line

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.FINDING: "note"}


def sarif(report: Report, words: Language) -> str:
    """One run; a rule for every code that occurs, with its page as help; columns count code points from 1."""
    codes = sorted({entry.code for entry in report.entries})
    run = {
        "tool": {
            "driver": {
                "name": "rencana",
                "version": version("rencana-induk"),
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "Folder of the repository"}}},
        "results": [_result(entry, report.prefix, codes, words) for entry in report.entries],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    page = explanation(code)
    if page is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
    }


def _result(entry: Problem, prefix: str, codes: list[str], words: Language) -> dict[str, Any]:
    remedy = help_(entry, words)
    result: dict[str, Any] = {
        "ruleId": entry.code,
        "ruleIndex": codes.index(entry.code),
        "level": _LEVELS[entry.severity],
        "message": {"text": message(entry, words) + (f". {remedy}" if remedy else "")},
        "locations": [{"physicalLocation": _location(entry.place, prefix)}],
        "properties": {"plan": entry.plan, "item": entry.item},
    }
    if entry.labels:
        result["relatedLocations"] = [
            {"physicalLocation": _location(label.place, prefix), "message": {"text": one_line(words.word(label.text))}}
            for label in entry.labels
        ]
    return result


def _location(place: Place, prefix: str) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(prefix + place.path), "uriBaseId": "SRCROOT"},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
