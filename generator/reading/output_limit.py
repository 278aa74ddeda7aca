"""No institution's pages may fill the disk or the reader's phone: what is made of its plans is counted meanwhile.

The checks bound what a plan holds; what a page makes of it is a product, and counted where it grows and not when it is
whole, for then it is in memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MOST = 512 << 20
"""Characters and bytes that are made for one institution, those that become part of others counted again, which is some
three times what its pages hold. A plan of 500 activities makes an eighth."""


class TooMuch(Exception):
    """More was made than an institution's pages may hold."""


_left: ContextVar[list[int] | None] = ContextVar("left", default=None)


@contextmanager
def bounded_output() -> Iterator[None]:
    """Raise `TooMuch` in what is done meanwhile when it makes too much."""
    before = _left.set([MOST])
    try:
        yield
    finally:
        _left.reset(before)


def count_made(count: int) -> None:
    """Tell that so many characters or bytes more were made. Raises `TooMuch`."""
    left = _left.get()
    if left is not None:
        left[0] -= count
        if left[0] < 0:
            raise TooMuch
