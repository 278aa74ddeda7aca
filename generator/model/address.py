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

    def may_go_on_as(self, other: "PlanAddress") -> bool:
        """Whether one period could be the other, prolonged or cut short: both begin in one year, or most years are the
        same."""
        (start, end), (begin, finish) = self.years, other.years
        longest = max(end - start, finish - begin) + 1
        return (start == begin or 2 * self.years_in_common(other) > longest) and self.years_in_common(other) > 0

    def overlap(self, other: "PlanAddress") -> float:
        """Of the years of both periods the part that is the same, from 0 to 1."""
        common, (start, end), (begin, finish) = self.years_in_common(other), self.years, other.years
        return common / (max(end, finish) - min(start, begin) + 1)

    def years_in_common(self, other: "PlanAddress") -> int:
        """How many years of the two periods are the same."""
        (start, end), (begin, finish) = self.years, other.years
        return max(0, min(end, finish) - max(start, begin) + 1)
