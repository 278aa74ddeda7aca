"""No looking for garbage while a plan's thousands of small values appear: it would take a fifth of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off Python's search for cycles until the end of the `with`; then what appeared meanwhile and nobody holds is
    let go, also within another: parsers of ten large files that cannot be read held gigabytes."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        if collecting:
            gc.enable()
