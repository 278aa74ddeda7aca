"""A gap or an indicator that starts from nowhere.

Rule: a gap or an indicator has no baseline value, or an unknown one, or one measured more than three years
before the plan's first year. The age of a value without a known year is not judged. Source: a target can be
judged only from where it started; the threshold is ours (`baseline_age_years`).

Seen in: `dasar: {nilai: 142, tahun: 2020}` in a plan from 2025. Not in: `dasar: {nilai: 142, tahun: 2022}`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.blueprint import Gap
from generator.model.control import Indicator
from generator.model.values import UNKNOWN

KIND = FindingKind(
    "tanpa-data-dasar",
    say("Tanpa data dasar"),
    say("Kesenjangan atau indikator tanpa nilai awal, atau dengan nilai awal yang sudah lama ketika rencana mulai."),
)


def find(about: Subject) -> Iterator[Observation]:
    start = about.plan.header.period.start
    items: tuple[Gap | Indicator, ...] = (*about.plan.gaps, *about.plan.indicators)
    for item in items:
        baseline = item.baseline
        if baseline is None or baseline.value is None:
            yield about.saw(item, say("Nilai awal belum tercatat dalam dokumen"), "baseline")
        elif baseline.value is UNKNOWN:
            yield about.saw(item, say("Nilai awal tertulis belum diketahui"), "baseline", "value")
        elif isinstance(baseline.year, int) and start - baseline.year > about.limits.baseline_age_years:
            message = say(
                "Nilai awal berasal dari tahun {tahun}, {umur} tahun sebelum rencana mulai",
                tahun=baseline.year,
                umur=start - baseline.year,
            )
            yield about.saw(item, message, "baseline", "year")
