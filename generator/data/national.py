"""The files over all plans: joined from the lines of each plan's own, as streams, so that no plan is read again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.data import codelists, comma_separated, institutions
from generator.data.column import FileColumn, table_schema
from generator.data.comma_separated import Value
from generator.data.file_index import ListedPlan
from generator.data.flat import FLAT_TABLES
from generator.data.form import form_fields
from generator.data.joining import Read, joined, joined_columns
from generator.data.plan_object import encoded
from generator.locale import Message, say
from generator.model.published_schema import published_schema
from generator.pages import addresses
from generator.views.portrait import Portrait


@dataclass(frozen=True)
class NationalTable:
    """A table over all plans. `what` is a sentence for those who choose."""

    name: str
    title: Message
    what: Message
    columns: tuple[FileColumn, ...]

    @property
    def file(self) -> str:
        """Its name below `/data/`."""
        return f"{self.name}.csv"

    @property
    def schema(self) -> str:
        """The name of its Table Schema below `/data/`."""
        return f"skema/{self.name}.json"


_WHAT = {
    "kegiatan": say("Semua kegiatan semua rencana: isinya, kemajuannya, dan jumlah anggarannya."),
    "anggaran": say("Semua baris anggaran; jumlahkan menurut kolom dipakai."),
    "temuan": say("Semua temuan dan tanggapan lembaga."),
    "perubahan": say("Setiap janji yang berubah sesudah pertama terbit: semula, kini, dan alasannya."),
}

NATIONAL_TABLES = (
    NationalTable(
        "lembaga",
        say("Lembaga"),
        say("Satu baris setiap lembaga, dengan rencana terkini dan capaiannya."),
        institutions.COLUMNS,
    ),
    *(NationalTable(table.name, table.title, _WHAT[table.name], joined_columns(table)) for table in FLAT_TABLES),
    NationalTable(
        "kode", say("Kode nasional"), say("Daftar kode kerangka nasional, dengan sumber dan versinya."), codelists.CODES
    ),
    NationalTable("pilihan", say("Pilihan"), say("Kata pilihan setiap isian dalam rencana."), codelists.CHOICES),
)
"""In the order in which `/data/` lists them."""

FILES = tuple(table.file for table in NATIONAL_TABLES)


def national_files(
    portraits: Sequence[Portrait], plans: Iterable[tuple[ListedPlan, Read]]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Every table and schema by its name below `/data/`, in pieces that are made when they are asked for.

    `plans` must be such that it can be gone through more than once.
    """
    made: dict[str, Callable[[], Iterable[tuple[Value, ...]]]] = {
        "lembaga": lambda: institutions.rows(portraits),
        "kode": codelists.codes,
        "pilihan": codelists.choices,
    }
    flat = {table.name: table for table in FLAT_TABLES}
    for table in NATIONAL_TABLES:
        if table.name in flat:
            yield table.file, joined(flat[table.name], plans)
        else:
            head = comma_separated.head([column.key for column in table.columns])
            yield table.file, _whole(head, comma_separated.lines(made[table.name]()))
        yield table.schema, [encoded(table_schema(table.columns))]
    yield addresses.PLAN_SCHEMA.removeprefix(addresses.DATA), [encoded(published_schema())]
    yield addresses.FORM_FIELDS.removeprefix(addresses.DATA), [form_fields()]


def _whole(head: bytes, lines: Iterable[bytes]) -> Iterator[bytes]:
    yield head
    yield from lines
