"""Where a plan lives: the same words in its folder, its pages and its messages."""

from typing import NamedTuple


class PlanAddress(NamedTuple):
    """`institution` is the folder's name, `period` is `<start>-<end>`."""

    institution: str
    period: str

    def __str__(self) -> str:
        return f"{self.institution}/{self.period}"

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of the period in the address."""
        start, end = self.period.split("-")
        return int(start), int(end)

    def years_in_common(self, other: "PlanAddress") -> int:
        """How many years of the two periods are the same."""
        (start, end), (begin, finish) = self.years, other.years
        return max(0, min(end, finish) - max(start, begin) + 1)
