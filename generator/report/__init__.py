"""Telling what was found: one renderer a format, all over the same report."""

from collections.abc import Callable

from generator.locale import Language
from generator.report.code_quality import code_quality
from generator.report.concise import concise
from generator.report.full import full
from generator.report.github import github
from generator.report.json_lines import json_lines
from generator.report.result import Report
from generator.report.sarif import sarif

FORMATS: dict[str, Callable[[Report, Language], str]] = {
    "full": full,
    "concise": concise,
    "json": json_lines,
    "github": github,
    "sarif": sarif,
    "gitlab": code_quality,
}
"""By the name that `--format` takes; the text ends without a line end, and is empty where nothing is to tell."""

FOR_A_FORGE = ("github", "sarif", "gitlab")
"""Those that address a file from the top of its repository."""

__all__ = ["FORMATS", "FOR_A_FORGE", "Report", "full"]
