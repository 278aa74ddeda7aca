"""Code Quality of GitLab: what a merge request brings is shown in its widget and beside the changed lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from collections import Counter
from hashlib import sha256

from generator.diagnostics import Severity
from generator.locale import Language
from generator.report.result import Report, identity
from generator.report.wording import help_, message

_WEIGHTS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.FINDING: "info"}


def code_quality(report: Report, words: Language) -> str:
    """A list, empty where nothing is to tell. A fingerprint outlives the lines above its place."""
    seen: Counter[str] = Counter()
    entries = []
    for entry in report.entries:
        key = repr(identity(entry))
        seen[key] += 1
        remedy = help_(entry, words)
        entries.append(
            {
                "description": message(entry, words) + (f" ({remedy})" if remedy else ""),
                "check_name": entry.code,
                "fingerprint": sha256(f"{key} {seen[key]}".encode()).hexdigest(),
                "severity": _WEIGHTS[entry.severity],
                "location": {"path": report.prefix + entry.place.path, "lines": {"begin": entry.place.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=1)
