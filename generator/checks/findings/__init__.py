"""What a reader of a plan should know about it: one module a kind of finding, listed here by hand.

A finding is published with its plan and never keeps it from being published. It is worded about the
document; unknown is never zero, and a comparison with an unknown is not made.
"""

from collections.abc import Sequence
from datetime import date

from generator.checks.findings import (
    baseline_changed,
    beyond_period,
    claim_without_evidence,
    done_without_progress,
    empty_section,
    future_day,
    late,
    milestone_missed,
    no_baseline,
    no_budget,
    no_clearance,
    no_maintenance,
    no_owner,
    no_reason,
    not_started,
    not_updated,
    open_gap,
    over_ceiling,
    period_over,
    piled_up,
    possible_duplicate,
    repeated_budget_line,
    reversed_order,
    review_overdue,
    shortfall_without_plan,
    slow_pace,
    spent_over_plan,
    staff_short,
    stage_jump,
    tiny_amount,
    unclassified,
    uncovered_content,
    unexplained_change,
    unknown_data,
    weak_legal_basis,
    weak_target,
)
from generator.checks.findings.answers import GivenAnswer, answered, given, unmatched
from generator.checks.findings.rule import FindingKind, Rule, Subject
from generator.checks.findings.shared_applications import Elsewhere, Inventory, elsewhere, gathered
from generator.checks.findings.thresholds import Threshold, WordList, thresholds, word_lists
from generator.diagnostics import Finding
from generator.model.baseline_change import PromiseFact
from generator.model.edition import Edition

__all__ = [
    "KINDS",
    "Elsewhere",
    "FindingKind",
    "GivenAnswer",
    "Inventory",
    "Threshold",
    "WordList",
    "elsewhere",
    "findings",
    "gathered",
    "given",
    "thresholds",
    "unmatched",
    "word_lists",
]

RULES: tuple[Rule, ...] = (
    no_budget,
    no_owner,
    no_reason,
    open_gap,
    no_baseline,
    weak_target,
    empty_section,
    uncovered_content,
    unclassified,
    staff_short,
    shortfall_without_plan,
    reversed_order,
    beyond_period,
    stage_jump,
    possible_duplicate,
    no_maintenance,
    no_clearance,
    piled_up,
    over_ceiling,
    spent_over_plan,
    repeated_budget_line,
    tiny_amount,
    weak_legal_basis,
    period_over,
    review_overdue,
    not_updated,
    future_day,
    not_started,
    late,
    milestone_missed,
    slow_pace,
    done_without_progress,
    claim_without_evidence,
    unknown_data,
    baseline_changed,
    unexplained_change,
)

KINDS: tuple[FindingKind, ...] = tuple(rule.KIND for rule in RULES)
"""Every kind of finding, in the order in which pages show them."""


def findings(
    edition: Edition, as_of: date, elsewhere: Elsewhere, changes: Sequence[PromiseFact] = ()
) -> tuple[Finding, ...]:
    """All findings about one plan on a day: by kind in the order of `KINDS`, then as the plan lists its items.

    Each carries the institution's answer, if its plan gives one. `changes` are the differences from the
    first published version.
    """
    about = Subject(edition, as_of, elsewhere, changes)
    plan = str(edition.address)
    found = (
        Finding(rule.KIND.code, seen.item, seen.place, seen.message, plan)
        for rule in RULES
        for seen in rule.find(about)
    )
    return answered(edition, found)
