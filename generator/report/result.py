"""What a check found, ready to be told: in order, with the lines of the files, and nothing secret in them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from generator.diagnostics import Finding, Place, Problem, Severity, in_order
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import Message, say

_MASK = "•"


class Text(Protocol):
    """A file with its lines, such as `generator.reading.text.TextFile`."""

    @property
    def path(self) -> str:
        """Relative to the repository."""

    @property
    def lines(self) -> list[str]:
        """Without their ends."""


@dataclass(frozen=True)
class Report:
    """`entries` are the problems in the order of the files, then the findings; a finding has become a `Problem`
    with that severity, so that a renderer knows one type. `plans` is the number of plans that were read, `files` are
    theirs, gone through when a format shows lines of them; `secrets` are the places in them that nobody may see.
    `prefix` is the folder of the repository in which the paths start; formats that a forge reads put it before them.
    `failures` tell, apart from all formats, of which plan nothing is known and why."""

    entries: tuple[Problem, ...]
    plans: int
    files: Iterable[Text] = ()
    secrets: tuple[Place, ...] = ()
    prefix: str = ""
    failures: Mapping[str, Message | str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, problems: Iterable[Problem], findings: Iterable[Finding], files: Iterable[Text], plans: int
    ) -> "Report":
        """A report on problems and findings in any order."""
        told = sorted(findings, key=lambda finding: (finding.place, finding.kind, finding.item, finding.message))
        ordered = in_order(problems)
        secrets = tuple(problem.place for problem in ordered if problem.code in SECRET_CODES)
        return cls((*ordered, *map(_as_problem, told)), plans, files, secrets)

    @cached_property
    def lines(self) -> Mapping[str, list[str]]:
        """The lines of the files that entries are about, with personal data and secrets masked."""
        wanted = {place.path for entry in self.entries for place in _places(entry)}
        lines = {file.path: list(file.lines) for file in self.files if file.path in wanted}
        for place in self.secrets:
            _mask(lines.get(place.path, []), place)
        return lines

    def new_since(self, before: Iterable[Problem]) -> "Report":
        """Without what was there before already, wherever in its plan it stood then."""
        old = Counter(map(identity, before))
        kept = []
        for entry in self.entries:
            if old[identity(entry)]:
                old[identity(entry)] -= 1
            else:
                kept.append(entry)
        return replace(self, entries=tuple(kept))

    def count(self, severity: Severity) -> int:
        """How many entries weigh this much."""
        return sum(entry.severity is severity for entry in self.entries)


def identity(entry: Problem) -> tuple[str, str, str, Message | None]:
    """What stays the same while lines move: the code, the plan (or the file), the item, and what is said of a file.

    What a finding says may count (5 of 11 fields): one that counts less is no new one.
    """
    said = None if entry.severity is Severity.FINDING else entry.message
    return entry.code, entry.plan or entry.place.path, entry.item, said


def _places(problem: Problem) -> list[Place]:
    return [problem.place, *(label.place for label in problem.labels)]


def _mask(lines: list[str], place: Place) -> None:
    for at in range(place.line - 1, min(place.end_line, len(lines))):
        line = lines[at]
        start = place.column - 1 if at == place.line - 1 else 0
        end = place.end_column - 1 if at == place.end_line - 1 else len(line)
        lines[at] = line[:start] + _MASK * (end - start) + line[end:]


def _as_problem(finding: Finding) -> Problem:
    return Problem(
        finding.kind,
        finding.place,
        finding.message,
        help=_answer(finding),
        severity=Severity.FINDING,
        plan=finding.plan,
        item=finding.item,
    )


def _answer(finding: Finding) -> Message:
    if finding.answer is None:
        about = f", item: {finding.item}" if finding.item else ""
        answer = f"{{temuan: {finding.kind}{about}, penjelasan: …}}"
        return say("bila perlu dijelaskan, tambahkan pada `tanggapan`: `{tanggapan}`", tanggapan=answer)
    return say("dijawab lembaga: {penjelasan}", penjelasan=finding.answer.explanation)
