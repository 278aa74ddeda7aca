"""One sheet of a workbook as rows under known columns, with the cell that each value stands in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple

from generator.data.column import FileColumn
from generator.data.xlsx_cells import column_letters
from generator.editing.marks import Marks
from generator.editing.quoting import quoted
from generator.editing.typed import Cell
from generator.locale import Message, say

MOST_ROWS = 20_000
"""Rows of a sheet that hold anything; a plan's list has 3,000 items at most."""
ENOUGH = 1_000
"""Problems of a workbook after which no more are looked for: people mend them in turns."""
_HEAD_WITHIN = 20
"""Rows among which the titles are looked for where they are not in the first."""


class CellProblem(NamedTuple):
    """What is wrong in a workbook: `cell` is `D14`, empty for a whole sheet."""

    code: str
    sheet: str
    cell: str
    message: Message
    help: Message


class SheetRow(NamedTuple):
    """A row that holds anything: its number, and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class ReadSheet:
    """A sheet whose head was understood. `letters` are those of each column's key."""

    name: str
    letters: Mapping[str, str]
    rows: tuple[SheetRow, ...]
    problems: tuple[CellProblem, ...]

    def cell(self, row: int, key: str) -> str:
        """The name of a cell."""
        return f"{self.letters.get(key, 'A')}{row}"


def understood(name: str, cells: Sequence[Sequence[Cell]], columns: Sequence[FileColumn], marks: Marks) -> ReadSheet:
    """The rows below the head, which names each column by its title or its key in any order."""
    head = [str(each).strip() if each is not None else "" for each in cells[0]] if cells else []
    known = {each.key.casefold(): each.key for each in columns} | {each.title.casefold(): each.key for each in columns}
    letters: dict[str, str] = {}
    problems: list[CellProblem] = []
    places: dict[int, str] = {}
    if lower := _lower_head(cells, known):
        return ReadSheet(name, {}, (), (_above_head(name, lower),))
    for at, title in enumerate(head):
        if len(problems) >= ENOUGH:
            break
        key = known.get(title.casefold())
        letter = column_letters(at)
        if key is None and (title or any(row[at] not in (None, "") for row in cells[1:] if at < len(row))):
            problems.append(_unknown_column(name, f"{letter}1", title, columns))
        elif key in letters:
            problems.append(_twice(name, f"{letter}1", title, f"{letters[str(key)]}1"))
        elif key is not None:
            letters[key], places[at] = letter, key
    problems += islice(_marked(name, marks, set(letters.values())), ENOUGH)
    rows = tuple(islice(_rows(cells, places), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        problems.append(_too_many_rows(name, rows[MOST_ROWS].number))
    return ReadSheet(name, letters, rows[:MOST_ROWS], tuple(problems))


def faulty(name: str, cell: str) -> CellProblem:
    """A cell that shows an error of its program, such as `#REF!`: what was in it is not known."""
    return CellProblem(
        "sel-tidak-jelas",
        name,
        cell,
        say("sel ini berisi galat lembar kerja, seperti #REF! atau #N/A"),
        say("tulis lagi isinya; isi semula ada di buku kerja yang diunduh"),
    )


def _lower_head(cells: Sequence[Sequence[Cell]], known: Mapping[str, str]) -> int:
    """The number of the row that holds the titles where something stands above them; 0 where nothing does."""
    counts = [sum(str(each or "").strip().casefold() in known for each in row) for row in cells[:_HEAD_WITHIN]]
    best = max(counts, default=0)
    at = counts.index(best) if counts else 0
    return at + 1 if at and best > 1 and best > 2 * counts[0] else 0


def _above_head(name: str, row: int) -> CellProblem:
    return CellProblem(
        "kolom-tidak-dikenal",
        name,
        "A1",
        say("judul kolom ada di baris {nomor}, bukan di baris pertama", nomor=row),
        say("hapus baris di atas judul kolom"),
    )


def _rows(cells: Sequence[Sequence[Cell]], places: Mapping[int, str]) -> Iterator[SheetRow]:
    for number, row in enumerate(cells[1:], 2):
        found = {key: row[at] for at, key in places.items() if at < len(row)}
        if any(value is not None and str(value).strip() for value in found.values()):
            yield SheetRow(number, found)


def _marked(name: str, marks: Marks, letters: set[str]) -> Iterator[CellProblem]:
    for cell in sorted(marks.formulas):
        if cell.rstrip("0123456789") in letters:
            yield CellProblem(
                "sel-rumus",
                name,
                cell,
                say("sel ini berisi rumus; hasilnya belum tentu tersimpan dalam berkas"),
                say("salin selnya, lalu tempel di tempat yang sama sebagai nilai"),
            )
    for cell in sorted(marks.errors - marks.formulas):
        if cell.rstrip("0123456789") in letters:
            yield faulty(name, cell)
    for cells in marks.merged:
        yield CellProblem(
            "sel-tidak-jelas",
            name,
            cells.partition(":")[0],
            say("sel {sel} digabung, sehingga baris mana yang dimaksud tidak jelas", sel=cells),
            say("batalkan penggabungan selnya, lalu isi tiap sel"),
        )


def _unknown_column(name: str, cell: str, title: str, columns: Sequence[FileColumn]) -> CellProblem:
    titles = [each.title for each in columns]
    near = get_close_matches(title[:60], titles, 1, 0.6)
    return CellProblem(
        "kolom-tidak-dikenal",
        name,
        cell,
        say("kolom `{judul}` tidak dikenal", judul=quoted(title))
        if title
        else say("kolom ini berisi, tetapi tanpa judul"),
        say("mungkin maksudnya `{judul}`", judul=near[0])
        if near
        else say("hapus kolomnya, atau beri judul yang dikenal"),
    )


def _too_many_rows(name: str, row: int) -> CellProblem:
    return CellProblem(
        "melebihi-batas",
        name,
        f"A{row}",
        say("lembar ini memuat lebih dari {batas} baris", batas=MOST_ROWS),
        say("hapus baris yang bukan isi rencana"),
    )


def _twice(name: str, cell: str, title: str, first: str) -> CellProblem:
    return CellProblem(
        "kolom-ganda",
        name,
        cell,
        say("kolom `{judul}` ada dua kali", judul=quoted(title)),
        say("simpan satu saja: yang ini atau yang di {sel}", sel=first),
    )
