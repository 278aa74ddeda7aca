"""The words of the format and the codelists of the national frame as tables, each with its source and its version."""

from collections.abc import Iterator

from generator.data.column import FileColumn
from generator.data.comma_separated import Value
from generator.locale import language
from generator.model.description import tables
from generator.model.frame import load_frame
from generator.model.value_type import ValueType

CODES: tuple[FileColumn, ...] = (
    FileColumn("daftar", "Daftar", "Daftar kode dan versinya, menurut peraturannya.", ValueType.TEXT),
    FileColumn("kode", "Kode", "Kode seperti ditulis dalam rencana.", ValueType.TEXT),
    FileColumn("nama", "Nama", "Nama resminya.", ValueType.TEXT),
    FileColumn("urutan", "Urutan", "Urutan dalam daftarnya, mulai dari 1.", ValueType.COUNT),
    FileColumn("induk", "Induk", "Kelompok yang memuatnya, bila ada.", ValueType.TEXT),
    FileColumn("bobot", "Bobot", "Bobot dalam persen, bila daftarnya memberi bobot.", ValueType.NUMBER),
    FileColumn("sumber", "Sumber", "Peraturan atau naskah asalnya.", ValueType.TEXT),
    FileColumn("keyakinan", "Keyakinan", "`primary`, `secondary` atau `own`: lihat halaman Metode.", ValueType.TEXT),
    FileColumn("diambil", "Diambil", "Bulan daftar ini diambil dari sumbernya.", ValueType.TEXT),
)

CHOICES: tuple[FileColumn, ...] = (
    FileColumn("tabel", "Tabel", "Tabel yang memuat isian.", ValueType.TEXT),
    FileColumn("isian", "Isian", "Kunci isian.", ValueType.TEXT),
    FileColumn("pilihan", "Pilihan", "Kata seperti ditulis dalam rencana.", ValueType.TEXT),
    FileColumn("nama", "Nama", "Nama yang ditampilkan situs.", ValueType.TEXT),
    FileColumn("urutan", "Urutan", "Urutan dalam daftarnya, mulai dari 1.", ValueType.COUNT),
)


def codes() -> Iterator[tuple[Value, ...]]:
    """The rows of `kode.csv`."""
    frame = load_frame()

    def told(source: str, entries: Iterator[tuple[str, str, str | None, Value]]) -> Iterator[tuple[Value, ...]]:
        known = frame.sources[source]
        for order, (code, name, parent, weight) in enumerate(entries, 1):
            yield (source, code, name, order, parent, weight, known.citation, known.confidence, known.retrieved)

    yield from told("inpres-3-2003", ((each.id, each.title, "tahap", None) for each in frame.stages))
    yield from told("perpres-132-2022", ((each.id, each.title, "muatan", None) for each in frame.contents))
    yield from told("perpres-132-2022", ((each.id, each.title, "domain", None) for each in frame.domains))
    yield from told("cetak-biru", ((each.id, each.title, each.part, None) for each in frame.sections))
    for index in frame.indexes.values():
        yield from told(index.id, ((each.id, each.title, each.aspect.title, each.weight) for each in index.indicators))
    yield from told(
        "aplikasi-bersama", ((each.id, each.name, each.full_name, None) for each in frame.shared_applications)
    )


def choices() -> Iterator[tuple[Value, ...]]:
    """The rows of `pilihan.csv`."""
    words = language()
    for table in tables():
        for column in table.columns:
            for order, term in enumerate(column.field.choices or (), 1):
                yield (table.name, column.key, term.value, words.word(term.label), order)
