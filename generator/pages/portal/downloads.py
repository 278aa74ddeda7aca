"""What `/data/` tells of the files that can be taken: made in the data room, shown here."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Download(NamedTuple):
    """A national file: its address, what it is, its size in bytes and its SHA-256."""

    address: str
    title: str
    what: str
    size: int
    sha256: str


class DictionaryColumn(NamedTuple):
    """A column as the dictionary explains it; `choices` are the words it may hold."""

    key: str
    title: str
    description: str
    kind: str
    unit: str
    choices: tuple[str, ...]


class DictionaryTable(NamedTuple):
    """The columns of a national table."""

    name: str
    title: str
    columns: tuple[DictionaryColumn, ...]


@dataclass(frozen=True)
class Downloads:
    """Everything below `/data/`: tables first, then what describes them; and the files that every plan has, by name."""

    tables: tuple[Download, ...] = ()
    descriptions: tuple[Download, ...] = ()
    dictionary: tuple[DictionaryTable, ...] = ()
    missing: tuple[tuple[str, str], ...] = field(default=())
    """What stands in a cell without a value, and what it means."""


NO_DOWNLOADS = Downloads()
