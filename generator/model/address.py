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
