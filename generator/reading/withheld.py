"""What must not be published, wherever it was written: personal data and secrets."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Problem
from generator.reading.nodes import Node
from generator.reading.personal_data import personal_data
from generator.reading.secrets import secrets
from generator.reading.text import TextFile


def withheld(files: Iterable[TextFile], root: Node | None = None) -> Iterator[Problem]:
    """All of it in the files of a plan, whose values are below `root`."""
    every = tuple(files)
    yield from personal_data(every, root)
    yield from secrets(every)
