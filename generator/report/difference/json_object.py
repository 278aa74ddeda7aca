"""The difference for programs: one JSON object."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from generator.diagnostics import Finding
from generator.locale import Language
from generator.model.address import PlanAddress
from generator.model.changes import Change
from generator.model.money import Total
from generator.model.values import Quarter, YearRange
from generator.report.difference.result import Difference


def json_object(difference: Difference, words: Language) -> str:
    """`before`, `after`, `money`, `changes` (each with its `kind`, whether it moves a promise, and the reason given for
    that), `drafts` (plans that promise nothing yet), `findings` that are `new` or `gone`, `broken`.

    The work tree is called `null`; values are written as a plan writes them, a sum as `amount` and `missing`.
    """
    before, after = difference.money
    told = {
        "before": difference.before or None,
        "after": difference.after or None,
        "money": {"before": _value(before), "after": _value(after)},
        "changes": [_change(change, difference) for change in difference.changes],
        "drafts": sorted(map(str, difference.drafts)),
        "findings": {
            "new": [_finding(finding, words) for finding in difference.new],
            "gone": [_finding(finding, words) for finding in difference.gone],
        },
        "broken": list(difference.broken),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _change(change: Change, difference: Difference) -> dict[str, Any]:
    moved = {"promise_moved": change in difference.reasons, "reason": difference.reasons.get(change)}
    return {"kind": change.kind} | {each.name: _value(getattr(change, each.name)) for each in fields(change)} | moved


def _finding(finding: Finding, words: Language) -> dict[str, Any]:
    place = finding.place
    return {
        "kind": finding.kind,
        "plan": finding.plan,
        "item": finding.item,
        "message": words.word(finding.message),
        "path": place.path,
        "line": place.line,
    }


def _value(value: Any) -> Any:
    match value:
        case PlanAddress() | Quarter() | YearRange():
            return str(value)
        case Total():
            return {"amount": value.amount, "missing": value.missing}
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple() if hasattr(value, "_fields"):  # a goal, a report, a share
            return {name: _value(getattr(value, name)) for name in value._fields}
        case tuple():
            return [_value(each) for each in value]
    return value
