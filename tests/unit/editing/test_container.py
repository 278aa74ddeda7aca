"""What anybody may upload as a workbook is refused in words before it costs anything."""

import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from generator.editing import container
from generator.editing.book import book
from generator.editing.container import WorkbookRefused, opened
from generator.pipeline.exporting import blank


@pytest.fixture(scope="module")
def sound() -> bytes:
    return next(content for name, content in blank().items() if name.endswith(".xlsx"))


def repacked(content: bytes, name: str, change: object) -> bytes:
    assert callable(change)
    made = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for part in before.namelist():
            text = before.read(part)
            after.writestr(part, change(text) if part == name else text)
    return made.getvalue()


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
        book(repacked(sound, "xl/worksheets/sheet5.xml", _with(far)))


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


@pytest.mark.parametrize("quote", [b'"', b"'"])
def test_a_text_that_many_cells_share_is_counted_for_each(sound: bytes, quote: bytes) -> None:
    row = b"<row>" + b"<c t='s'><v>0</v></c>".replace(b"'", quote) * 10 + b"</row>"
    made = BytesIO()
    many = repacked(sound, "xl/worksheets/sheet3.xml", _with(row * 300))
    with ZipFile(BytesIO(many)) as before, ZipFile(made, "w") as after:
        for part in before.namelist():
            after.writestr(part, before.read(part))
        after.writestr("xl/sharedStrings.xml", b"<sst><si><t>" + b"a" * 10_000 + b"</t></si></sst>")
    with pytest.raises(WorkbookRefused, match="jauh lebih besar"):
        opened(made.getvalue())


@pytest.mark.parametrize("number", ["-1e300", "-inf", "inf", "nan", "1e999", "-1.1e11", " -1e300", "-" + "9" * 500])
@pytest.mark.parametrize("style", range(8))
def test_a_number_that_is_none_is_told_at_its_cell(sound: bytes, number: str, style: int) -> None:
    cell = f'<c r="N7" s="{style}"><v>{number}</v></c>'
    row = f'<row r="7"><c r="A7" t="inlineStr"><is><t>x</t></is></c>{cell}</row>'.encode()
    with pytest.raises(WorkbookRefused) as refused:
        book(repacked(sound, "xl/worksheets/sheet5.xml", _with(row)))
    assert dict(refused.value.message.arguments)["sel"] == "N7"


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


def _with(rows: bytes) -> Callable[[bytes], bytes]:
    return lambda text: text.replace(b"</sheetData>", rows + b"</sheetData>")


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_damaged_part_is_told(sound: bytes, part: str) -> None:
    for damage in (lambda text: text[:40], lambda text: b"", lambda text: b"\xff" + text, lambda text: text[::-1]):
        with suppress(WorkbookRefused):
            book(repacked(sound, part, damage))


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: b"<a>" * 100_000,
        lambda text: b"",
        lambda text: text.replace(b"</sheetData>", b""),
        lambda text: b'<!DOCTYPE a [<!ENTITY a "b">]>' + text,
        lambda text: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "b">]>' + text,
    ],
)
def test_a_sheet_that_is_cut_short_is_not_taken_for_one_of_fewer_rows(sound: bytes, damage: object) -> None:
    with pytest.raises(WorkbookRefused):
        book(repacked(sound, "xl/worksheets/sheet5.xml", damage))


@pytest.mark.parametrize("at", range(0, 4000, 97))
def test_a_file_with_one_byte_changed_is_read_or_refused(sound: bytes, at: int) -> None:
    damaged = bytearray(sound)
    damaged[at] ^= 0xFF
    with suppress(WorkbookRefused):
        book(bytes(damaged))


@pytest.mark.parametrize("cell", [b"<c><f>1+1</f><v>2</v></c>", b'<x:c r="A2"><x:f>1+1</x:f><x:v>2</x:v></x:c>'])
def test_a_formula_is_seen_however_its_cell_is_written(sound: bytes, cell: bytes) -> None:
    row = b"<row>" + cell + b"</row></sheetData>"
    changed = repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</sheetData>", row))
    assert [marks.formulas for marks in opened(changed).marks.values() if marks.formulas]


def test_cells_without_a_place_are_counted_too(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_CELLS", 100_000)
    row = b"<row>" + b"<c/>" * 200_000 + b"</row></sheetData>"
    with pytest.raises(WorkbookRefused):
        opened(repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</sheetData>", row)))


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
    whole = opened(agreed).content
    with ZipFile(BytesIO(whole)) as packed:
        assert len(packed.read("xl/styles.xml")) == 1000


def _part(content: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as packed:
        return packed.read("xl/styles.xml")


@pytest.mark.parametrize("number", ["-1e300", "1e999", "-inf", "nan", "1" * 300])
def test_a_number_that_no_plan_holds_is_told_with_its_cell(sound: bytes, number: str) -> None:
    row = f'<row r="9"><c r="B9" s="5"><v>{number}</v></c></row>'.encode()
    with pytest.raises(WorkbookRefused) as refused:
        book(repacked(sound, "xl/worksheets/sheet3.xml", _with(row)))
    assert dict(refused.value.message.arguments)["sel"] == "B9"
