"""What is put off until the end is done then, and nothing heaps up from one institution to the next."""

import gc
import weakref

from generator.reading.events import first_error
from generator.reading.gc_paused import uncollected


class _Held:
    def __init__(self) -> None:
        self.itself = self


def test_what_nobody_holds_is_let_go_after_each_also_within_another() -> None:
    with uncollected():
        with uncollected():
            lost = weakref.ref(_Held())
            assert lost() is not None
            assert not gc.isenabled()
        assert lost() is None
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_parser_stops_at_does_not_keep_the_parser() -> None:
    """Forty trials of one large file took a third of a gigabyte."""
    error = first_error("x:\n  - [\n")
    assert error is not None
    assert error.__traceback__ is None
