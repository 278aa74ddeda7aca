"""What anybody may upload as a workbook is refused in words before it costs anything."""

import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from generator.data.xlsx_archive import MAIN
from generator.editing import container
from generator.editing.book import book
from generator.editing.container import WorkbookRefused, opened
from tests.unit.editing.altered import repacked, with_rows


def test_a_sound_workbook_is_opened(sound: bytes) -> None:
    assert book(sound).sheets


def test_one_cell_in_the_last_corner_is_no_table_of_thousand_millions(sound: bytes) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    with pytest.raises(WorkbookRefused):
        book(repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</sheetData>", far)))


@pytest.mark.parametrize(
    "far",
    [
        b"<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c></row>",
        b'<row r="1048576"><c/><c r="XFD&#49;"/></row>',
        b'<x:row xmlns:x="http://x.example/" r="1048576"><x:c r="xfd1048576"/></x:row>',
    ],
)
def test_nor_is_it_one_in_another_spelling(sound: bytes, far: bytes) -> None:
    with pytest.raises(WorkbookRefused):
        book(repacked(sound, "xl/worksheets/sheet5.xml", with_rows(far)))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.decode().encode("utf-16"),
        lambda text: text.decode().replace("UTF-8", "UTF-16").encode("utf-16-le"),
        lambda text: (
            text.decode().replace("UTF-8", "ISO-8859-1").replace("Calibri", "é").encode("latin-1", "replace")
            + b"<!--\xe9-->"
        ),
    ],
    ids=["utf-16 with a mark", "utf-16 without", "latin-1"],
)
def test_a_part_of_another_encoding_is_not_taken_for_an_empty_one(
    sound: bytes, part: str, encoded: Callable[[bytes], bytes]
) -> None:
    """Deleting what a sheet lacks would delete all of the list."""
    with pytest.raises(WorkbookRefused):
        book(repacked(sound, part, encoded))


def test_the_reader_s_own_fault_is_no_traceback(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = type("PanicException", (BaseException,), {})
    monkeypatch.setattr("generator.editing.book.CalamineWorkbook", SimpleNamespace(from_filelike=_raising(fault)))
    with pytest.raises(WorkbookRefused):
        book(sound)
    monkeypatch.setattr("generator.editing.book.CalamineWorkbook", SimpleNamespace(from_filelike=_raising(SystemExit)))
    with pytest.raises(SystemExit):
        book(sound)


def _raising(error: type[BaseException]) -> Callable[[object], None]:
    def fail(_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_damaged_part_is_told(sound: bytes, part: str) -> None:
    for damage in (lambda text: text[:40], lambda text: b"", lambda text: b"\xff" + text, lambda text: text[::-1]):
        with suppress(WorkbookRefused):
            book(repacked(sound, part, damage))


@pytest.mark.parametrize("at", range(0, 4000, 97))
def test_a_file_with_one_byte_changed_is_read_or_refused(sound: bytes, at: int) -> None:
    damaged = bytearray(sound)
    damaged[at] ^= 0xFF
    with suppress(WorkbookRefused):
        book(bytes(damaged))


def test_what_a_reader_is_given_tells_no_time(sound: bytes) -> None:
    with ZipFile(BytesIO(opened(sound).content)) as given:
        assert {part.date_time for part in given.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_all_that_a_reader_is_given_is_what_was_looked_at(sound: bytes) -> None:
    extra = repacked(sound, "xl/styles.xml", lambda text: text)
    made = BytesIO(extra)
    with ZipFile(made, "a") as added:
        added.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}" uniqueCount="{"9" * 15}"/>')
        added.writestr("xl/worksheets/_rels/sheet1.xml.rels", b"<x>")
    assert opened(made.getvalue()) == opened(sound)


def test_more_is_packed_than_is_said(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size in the list of a file's parts is what its maker wrote there."""
    monkeypatch.setattr(container, "LARGEST_CONTENT", 3_000_000)
    bomb = repacked(sound, "xl/styles.xml", lambda text: text + b" " * 5_000_000)
    said, real = (5_000_000 + len(_part(sound))).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    lying = bomb.replace(said, real)
    assert lying != bomb
    with pytest.raises(WorkbookRefused):
        book(bomb)
    with pytest.raises(WorkbookRefused):
        book(lying)
    crc = zlib.crc32((_part(sound) + b" " * 5_000_000)[:1000]).to_bytes(4, "little")
    agreed = lying.replace(zlib.crc32(_part(sound) + b" " * 5_000_000).to_bytes(4, "little"), crc)
    with pytest.raises(WorkbookRefused):
        book(agreed)


def _part(content: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as packed:
        return packed.read("xl/styles.xml")
