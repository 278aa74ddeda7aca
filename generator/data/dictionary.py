"""What `/data/` tells of its files, from the same columns that the files are written from."""

from collections.abc import Iterator, Sequence

from generator.data import catalogue
from generator.data.column import MISSING, FileColumn
from generator.data.file_index import File
from generator.data.national import NATIONAL_TABLES
from generator.locale import Language, Message, say
from generator.pages import addresses
from generator.pages.portal.downloads import DictionaryColumn, DictionaryTable, Download, Downloads

_DESCRIPTIONS: tuple[tuple[str, Message, Message], ...] = (
    (catalogue.PACKAGE, say("Paket data"), say("Semua tabel di atas dengan skema kolomnya (Data Package versi 2).")),
    (catalogue.CATALOGUE, say("Katalog"), say("Semua berkas semua rencana untuk portal data (DCAT 3, JSON-LD).")),
    (catalogue.INDEX, say("Indeks"), say("Alamat, ukuran, dan sidik jari setiap berkas setiap rencana (JSON).")),
    (
        addresses.PLAN_SCHEMA.removeprefix(addresses.DATA),
        say("Skema rencana"),
        say("JSON Schema dari rencana.json setiap rencana."),
    ),
)


def downloads(files: Sequence[File], words: Language) -> Downloads:
    """What the page shows, in the language of its frame; the keys and the columns' meanings stay Indonesian."""
    known = {file.name: file for file in files}

    def told(name: str, title: Message, what: Message) -> Download:
        file = known[name]
        return Download(f"{addresses.DATA}{name}", words.word(title), words.word(what), file.size, file.sha256)

    return Downloads(
        tuple(told(table.file, table.title, table.what) for table in NATIONAL_TABLES),
        tuple(told(*each) for each in _DESCRIPTIONS),
        tuple(
            DictionaryTable(table.name, words.word(table.title), tuple(_columns(table.columns)))
            for table in NATIONAL_TABLES
        ),
        tuple((value, words.word(label)) for value, label in MISSING),
    )


def _columns(columns: Sequence[FileColumn]) -> Iterator[DictionaryColumn]:
    for column in columns:
        kind = column.type.value
        yield DictionaryColumn(column.key, column.title, column.description, kind, column.unit, column.choices)
