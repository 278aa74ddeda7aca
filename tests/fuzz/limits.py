"""What a plan at its limits costs: in step with its size, whatever it is filled with, and never much."""

import resource
from collections.abc import Callable, Iterator
from random import Random
from time import process_time

from generator.checks.check import check
from generator.editing.stated import MOST_CHANGES
from generator.reading.library import Library

from .filling import largest, swollen
from .swelling import Swelling, drawn
from .targets import (
    DAY,
    bring,
    changes,
    look_at_difference,
    look_at_history,
    look_at_plan,
    plan_of,
    stated,
    workbook,
)

MOST_SECONDS = 20
MOST_MEMORY = 1 << 30
"""Of this process, in bytes."""

_QUARTER = 4


def look_at_limits(number: int) -> None:
    """A plan as large as it may be, and a quarter of it: checked, published, compared, with a past, brought back."""
    swelling = drawn(number)
    size = largest(swelling)
    small, large = (_texts(swelling, each) for each in (size // _QUARTER, size))
    before = {way: _seconds(work) for way, work in _ways(*small)}
    growth = sum(map(len, large)) / sum(map(len, small))
    for way, work in _ways(*large):
        seconds = _seconds(work)
        bound = 2.5 * growth * before.get(way, MOST_SECONDS) + 1
        assert seconds < min(MOST_SECONDS, bound), (way, before, growth, seconds, swelling)
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 < MOST_MEMORY, (way, swelling)


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def _texts(swelling: Swelling, size: int) -> tuple[str, str, str]:
    """A plan, and two others each of which is half like it."""
    first, second, third = (swollen(swelling.varied(variant), size) for variant in range(3))
    return first, second, third


def _ways(text: str, other: str, third: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done with a plan and with others; one with errors is only told and compared."""
    yield "plan", lambda: look_at_plan(text)
    yield "difference", lambda: look_at_difference((text, other))
    if check([plan_of(text)], DAY, Library(None)).held_back:
        return
    versions = (text, other, third, text)
    commits = [(each, f"{1770700000 + at * 86_400} +0700", b"x") for at, each in enumerate(versions)]
    yield "history", lambda: look_at_history(commits, text)
    yield "export", lambda: workbook(text)
    if not check([plan_of(other)], DAY, Library(None)).held_back:
        content = workbook(other)
        yield "workbook", lambda: bring("rencana.xlsx", content, text)
    every = changes(text)
    proposal = stated(Random(len(text)).sample(every, min(MOST_CHANGES, len(every)))).encode()
    yield "proposal", lambda: bring("usulan.json", proposal, text)
