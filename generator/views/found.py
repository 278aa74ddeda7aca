"""What was found in a plan, a kind at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Finding


@dataclass(frozen=True)
class Found:
    """The findings of one kind, in the order they came."""

    kind: str
    findings: tuple[Finding, ...]

    @cached_property
    def answered(self) -> int:
        """To how many the institution has said something."""
        return sum(finding.answer is not None for finding in self.findings)


def found_by_kind(findings: Iterable[Finding]) -> tuple[Found, ...]:
    """The findings by kind, in the order they came."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.kind, []).append(finding)
    return tuple(Found(kind, tuple(found)) for kind, found in kinds.items())
