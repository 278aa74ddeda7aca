"""Whether what is kept is believed: what it gave may be what ended work, which is then done again without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

WRONG_VALUES = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError),
    *(MemoryError, RecursionError),
)
"""What they end work with."""

_doubted = ContextVar("doubted", default=False)
_given = ContextVar("given", default=0)


@contextmanager
def doubted() -> Iterator[None]:
    """Read nothing of what is kept in what this thread does meanwhile; what is made is kept in its place."""
    before = _doubted.set(True)
    try:
        yield
    finally:
        _doubted.reset(before)


def is_doubted() -> bool:
    """Whether nothing is read now."""
    return _doubted.get()


def note_given() -> None:
    """Tell that something was read."""
    _given.set(_given.get() + 1)


def given() -> int:
    """How often this thread was given something."""
    return _given.get()
