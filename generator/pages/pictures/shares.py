"""Lengths of bars that stretch with the page, in per cent of its width."""

from collections.abc import Iterable


def share(part: int, whole: int) -> float:
    """`part` of `whole` in per cent, to a tenth; 0 of nothing, and never more than 100."""
    return round(min(100.0, 100 * part / whole), 1) if whole > 0 else 0.0


def scale(amounts: Iterable[int]) -> int:
    """What a full width stands for, so that the longest bar leaves room for a mark at its end."""
    return max(amounts, default=0) * 100 // 94
