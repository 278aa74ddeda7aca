"""Lengths of bars that stretch with the page, in per cent of its width."""

_LONGEST = 94
"""The longest bar of a picture leaves room at its end for the mark of an incomplete sum."""


def share(part: int, whole: int) -> float:
    """`part` of `whole` in per cent, to a tenth; 0 of nothing."""
    return round(100 * part / whole, 1) if whole > 0 else 0.0


def length(amount: int, longest: int) -> float:
    """The length of a bar beside the longest one of its picture, per cent."""
    return round(_LONGEST * amount / longest, 1) if longest > 0 else 0.0
