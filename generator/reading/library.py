"""The one memory of what was read: a file is composed once, whatever the commands, and a plan judged once."""

from collections.abc import Callable
from typing import TypeVar

from generator.model.edition import Edition
from generator.model.plan import Plan
from generator.reading.merge import read
from generator.reading.nodes import Group
from generator.reading.packing import composed_of
from generator.reading.plan_files import PlanFiles
from generator.reading.reader import Reading, Refused, as_published, nothing_refused, read_edition, read_plan
from generator.reading.text import TextFile
from generator.reading.yaml import Composed, compose, compose_past
from generator.store.cache import Cache, Drawer, Missing

T = TypeVar("T")

_OPEN = 4
"""Plans that stay open: those of one institution are asked for several times in a row."""


class Library:
    """Remembers by the names and the bytes of files, in a cache."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache or Cache(None)
        self._open: dict[str, Edition] = {}

    def composed(self, file: TextFile) -> Composed:
        """What `compose` makes of a file."""
        return self.cache.get_or_make(composed_of(file), _key(file), lambda: compose(file))

    def _composed_before(self, file: TextFile) -> Composed:
        """What there was in a file once: old versions are many, and read once."""
        known = self.cache.get(composed_of(file), _key(file))
        return compose_past(file) if isinstance(known, Missing) else known

    def read(self, plan: PlanFiles) -> Reading:
        """What `read_plan` makes of a plan."""
        reading = read_plan(plan, self.composed)
        if reading.edition:
            self._opened(plan, reading.edition)
        return reading

    def edition(self, plan: PlanFiles) -> Edition | None:
        """A plan that was found sound."""
        edition = self._open.pop(plan.digest, None) or read_edition(plan, self.composed)
        if edition:
            self._opened(plan, edition)
        return edition

    def _opened(self, plan: PlanFiles, edition: Edition) -> None:
        self._open[plan.digest] = edition
        if len(self._open) > _OPEN:
            del self._open[next(iter(self._open))]

    def published(self, plan: PlanFiles, refused: Refused = nothing_refused) -> Plan | None:
        """What `as_published` makes of an earlier version."""
        return _unless_at_fault(lambda: as_published(plan, self._composed_before, refused))

    def written(self, plan: PlanFiles) -> Group | None:
        """What stands in the files of an earlier version, published or not."""
        return _unless_at_fault(lambda: read(plan, self._composed_before).root)

    def known(self, drawer: Drawer[T], plan: PlanFiles, *more: str) -> T | None:
        """What was kept about a plan."""
        found = self.cache.get(drawer, "\0".join((plan.digest, *more)))
        return None if isinstance(found, Missing) else found

    def kept(self, drawer: Drawer[T], plan: PlanFiles, *more: str, make: Callable[[], T]) -> T:
        """The same, made where it is not known; `more` is what else it depends on."""
        return self.cache.get_or_make(drawer, "\0".join((plan.digest, *more)), make)


def _unless_at_fault(ask: Callable[[], T | None]) -> T | None:
    """An answer, and `None` also where that is a fault of ours, since nobody can put right what was committed."""
    try:
        return ask()
    except (MemoryError, OSError):
        raise
    except Exception:
        return None


def _key(file: TextFile) -> str:
    return f"{file.path}\0{file.digest}"
