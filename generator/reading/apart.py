"""One institution's work, apart from everybody else's: whatever happens to it stops no other."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from generator.reading.gc_paused import uncollected
from generator.reading.time_limit import OutOfTime, at_most
from generator.store.fault_reports import reported

T = TypeVar("T")


class Guard(Protocol):
    """Does work for one plan apart from all others: what it gives, or in a line why it gave nothing."""

    def __call__(self, work: Callable[[], Any], /) -> tuple[Any, str]: ...


def apart(work: Callable[[], T], seconds: int, base: Path) -> tuple[T | None, str]:
    """What the work gives, or in a line why it gave nothing; `base` is where the report of a fault is kept.

    A disk that is full is everybody's: `OSError`.
    """
    try:
        with uncollected(), at_most(seconds):
            return work(), ""
    except OutOfTime:
        return None, too_long(seconds)
    except OSError:
        raise
    except Exception as error:
        return None, reported(error, base)


def too_long(seconds: int) -> str:
    """Why work was stopped."""
    return f"lebih dari {seconds} detik (--limit)"
