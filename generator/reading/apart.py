"""One institution's work, apart from everybody else's: whatever happens to it stops no other."""

import errno
import traceback
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any, Protocol, TypeVar

from generator.reading import output_limit
from generator.reading.gc_paused import uncollected
from generator.reading.memory_limit import bounded_memory
from generator.reading.output_limit import TooMuch, bounded_output
from generator.reading.time_limit import OutOfTime, at_most
from generator.store.doubt import doubted, given
from generator.store.fault_reports import reported

T = TypeVar("T")


class NobodyKnows(Exception):
    """Something that the work needs is lost for everybody: no fault of the institution, nor of the program."""


class Guard(Protocol):
    """Does work for the institution `whose` apart from all others: what it gives, or in a line why it gave nothing."""

    def __call__(self, whose: str, work: Callable[[], Any], /) -> tuple[Any, str]: ...


class Allowance:
    """The seconds of each institution for all that is done for it, by this process or one that was given a copy;
    0 is for ever.
    """

    def __init__(self, seconds: int, base: Path) -> None:
        self._seconds, self._base = seconds, base
        self._spent: dict[str, float] = {}

    def __call__(self, whose: str, work: Callable[[], T], /) -> tuple[T | None, str]:
        """As `apart`. Work that is within other work would end the other's time."""
        spent, begun = self._spent.get(whose, 0.0), monotonic()
        if self._seconds and spent >= self._seconds:
            return None, too_long(self._seconds)
        try:
            return apart(work, self._seconds, self._base, spent)
        finally:
            self._spent[whose] = spent + monotonic() - begun


def apart(work: Callable[[], T], seconds: int, base: Path, spent: float = 0.0) -> tuple[T | None, str]:
    """What the work gives within its time, its memory and what its pages may hold, or in a line why it gave nothing;
    `base` is where the report of a fault is kept.

    A disk that is full is everybody's: `OSError`; so is what `NobodyKnows`. Of the seconds, some may have been `spent`
    before.
    """
    try:
        with uncollected(), bounded_memory(), bounded_output(), at_most(seconds and seconds - spent):
            return work(), ""
    except OutOfTime:
        return None, too_long(seconds)
    except TooMuch:
        return None, f"halamannya memerlukan lebih dari {output_limit.MOST >> 20} MiB"
    except MemoryError as error:
        return None, out_of_memory(error, base)
    except OSError as error:
        if error.errno != errno.ENOMEM:
            raise
        return None, out_of_memory(error, base)
    except NobodyKnows:
        raise
    except Exception as error:
        return None, reported(error, base)


def apart_from_cache(work: Callable[[], T], seconds: int, base: Path) -> tuple[T | None, str]:
    """As `apart`; what failed, though there was time, after something was read of what is kept is done once more
    without that. Work that is done twice must begin anew.
    """
    before, begun = given(), monotonic()
    found, failure = apart(work, seconds, base)
    spent = monotonic() - begun
    if failure and given() > before and not (seconds and spent >= seconds):
        with doubted():
            found, failure = apart(work, seconds, base, spent)
    return found, failure


def too_long(seconds: int) -> str:
    """Why work was stopped."""
    return f"lebih dari {seconds} detik (--limit)"


def out_of_memory(error: MemoryError | OSError, base: Path) -> str:
    """Why work ended that asked for more memory than there is; what it held is let go."""
    traceback.clear_frames(error.__traceback__)
    return f"memori habis: {reported(error, base)}"
