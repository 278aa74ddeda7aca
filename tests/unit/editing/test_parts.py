"""The parts of a workbook are found as its relations name them, each once, and unpacked no further than they say."""

import re
import tracemalloc
import warnings
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from generator.data.xlsx_archive import MAIN, RELATIONS
from generator.editing.book import book
from generator.editing.container import WorkbookRefused, opened
from tests.unit.editing.altered import repacked, with_rows

FAR = b'<row r="100000"><c r="ZZ100000"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "spelling",
    [
        "<sheet name='{name}' sheetId='2' r:id='{id}'/>",
        '<sheet r:id="{id}" sheetId="2" name="{name}"/>',
        '<sheet q:id="{id}" xmlns:q="{ns}" sheetId="2" name="{name}"></sheet>',
        '<sheet\nsheetId="2"\tname = "{name}" r:id\n=\n"{id}" state="veryHidden"/>',
        '<p:sheet xmlns:p="{main}" name="{name}" r:id="&#114;{rest}"/>',
        '<!-- > --><sheet name="{name}" r:id="{id}"/>',
    ],
)
def test_a_sheet_is_measured_however_the_workbook_names_it(sound: bytes, spelling: str) -> None:
    def respelt(text: bytes) -> bytes:
        found = re.search(r'<sheet name="([^"]*)"[^>]*r:id="(r([^"]*))"/>', text.decode())
        assert found
        name, relation, rest = found.groups()
        told = spelling.format(name=name, id=relation, rest=rest, ns=RELATIONS, main=MAIN)
        return text.decode().replace(found[0], told).encode()

    assert book(repacked(sound, "xl/workbook.xml", respelt)).sheets == book(sound).sheets
    with pytest.raises(WorkbookRefused, match="jauh lebih besar"):
        opened(repacked(repacked(sound, "xl/workbook.xml", respelt), "xl/worksheets/sheet1.xml", with_rows(FAR)))


@pytest.mark.parametrize("twin", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml", "xl\\worksheets\\sheet1.xml"])
def test_two_parts_of_one_name_are_refused(sound: bytes, twin: str) -> None:
    made = BytesIO(sound)
    with ZipFile(made, "a") as added, warnings.catch_warnings(action="ignore"):
        added.writestr(twin, added.read("xl/worksheets/sheet2.xml"))
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(made.getvalue())


def test_two_sheets_of_one_part_are_refused(sound: bytes) -> None:
    """Each would cost as much again."""
    again = b'<sheet name="Lagi" sheetId="99" r:id="rId2"/></sheets>'
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(repacked(sound, "xl/workbook.xml", lambda text: text.replace(b"</sheets>", again)))


@pytest.mark.parametrize(
    "target", ["/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml", "WORKSHEETS/Sheet1.xml"]
)
def test_a_sheet_is_found_however_its_relation_names_it(sound: bytes, target: str) -> None:
    made = repacked(
        sound,
        "xl/_rels/workbook.xml.rels",
        lambda text: text.replace(b'"worksheets/sheet1.xml"', f'"{target}"'.encode()),
    )
    assert book(made).sheets == book(sound).sheets


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_what_a_part_really_holds_is_never_unpacked_beyond_what_it_says(sound: bytes, method: int) -> None:
    hundred = b" " * 100_000_000
    made = BytesIO()
    with ZipFile(BytesIO(sound)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            is_bomb = part.filename == "xl/worksheets/sheet1.xml"
            after.writestr(part.filename, hundred if is_bomb else before.read(part), method if is_bomb else None)
    bomb = made.getvalue().replace(len(hundred).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    del hundred
    tracemalloc.start()
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(bomb)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
