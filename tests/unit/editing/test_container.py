"""What anybody may upload as a workbook is refused in words before it costs anything."""

import re
import tracemalloc
import warnings
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from generator.data.xlsx_archive import MAIN, RELATIONS
from generator.editing import container, strict_xml
from generator.editing.book import book
from generator.editing.container import WorkbookRefused, opened
from generator.editing.marks import Marks
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
    with pytest.raises(WorkbookRefused, match="jauh lebih besar"):
        opened(with_shared(repacked(sound, "xl/worksheets/sheet3.xml", _with(row * 300)), "a" * 10_000))


@pytest.mark.parametrize("index", ["+0", "-0", "0.0", "0" * 15, "٠", "0x0", "1", "-1", "9" * 12, "0 0", "NaN"])
def test_a_text_that_is_asked_for_otherwise_is_no_workbook_s(sound: bytes, index: str) -> None:
    row = f'<row r="7"><c r="A7" t="s"><v>{index}</v></c></row>'.encode()
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(with_shared(repacked(sound, "xl/worksheets/sheet3.xml", _with(row)), "a"))


@pytest.mark.parametrize("count", ["9" * 15, "-1", "x", "0"])
def test_how_many_texts_a_list_says_it_has_costs_nothing(sound: bytes, count: str) -> None:
    row = b'<row r="7"><c r="A7" t="s"><v>0</v></c></row>'
    made = with_shared(repacked(sound, "xl/worksheets/sheet3.xml", _with(row)), "teks", f' uniqueCount="{count}"')
    assert list(book(made).sheets.values())[2][6][0] == "teks"


def with_shared(content: bytes, text: str, attributes: str = "") -> bytes:
    """A workbook whose cells share one text."""
    relation = f'<Relationship Id="texts" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    related = repacked(
        content, "xl/_rels/workbook.xml.rels", lambda part: part.replace(b"</Relationships>", relation.encode())
    )
    made = BytesIO(related)
    with ZipFile(made, "a") as added:
        added.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"{attributes}><si><t>{text}</t></si></sst>')
    return made.getvalue()


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


@pytest.mark.parametrize(
    "cell",
    [
        b"<c><f>1+1</f><v>2</v></c>",
        b"<c r='A7'><v>2</v><!-- x --><f/></c>",
        b'<c t="str" r="A7">' + b" " * 99 + b"<f>1+1</f><v>2</v></c>",
        b"<c><?x y?>\n\n<f\n>1+1</f><v>2</v></c>",
        f'<x:c xmlns:x="{MAIN}" r="A7"><x:f>1+1</x:f><x:v>2</x:v></x:c>'.encode(),
        b'<c cm="' + b"1" * 999 + b'" r="A7"><f t="array" ref="A7:A9">1+1</f><v>2</v></c>',
    ],
)
def test_a_formula_is_seen_however_its_cell_is_written(sound: bytes, cell: bytes) -> None:
    made = repacked(sound, "xl/worksheets/sheet5.xml", _with(b'<row r="7">' + cell + b"</row>"))
    assert [marks.formulas for marks in opened(made).marks.values() if marks.formulas] == [{"A7"}]


def test_errors_merged_ranges_and_percentages_are_seen_however_they_are_written(sound: bytes) -> None:
    cells = b"<c\nt='e' r='A7'><v>#SPILL!</v></c><c s = '2' r='B7'><v>0.4</v></c><c s='3' r='C7'><v>40</v></c>"
    rows = b"<row r='7'>" + cells + b"</row></sheetData><mergeCells><mergeCell ref='A7:B8'/></mergeCells>"
    formats = """<numFmt formatCode='0.0&#37;' numFmtId='200'/><numFmt formatCode='0"%"' numFmtId="201"/>"""
    styled = "<xf/><xf numFmtId='0'/><xf xfId='0' numFmtId='200'/><xf numFmtId='201'/>"
    styles = f"<styleSheet xmlns='{MAIN}'><numFmts>{formats}</numFmts><cellXfs>{styled}</cellXfs></styleSheet>"
    made = repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</sheetData>", rows))
    made = repacked(made, "xl/styles.xml", lambda _: styles.encode())
    read = book(made)
    name = list(read.marks)[4]
    assert read.marks[name] == Marks(frozenset(), ("A7:B8",), frozenset({"A7"}), frozenset({"B7"}))
    assert list(read.sheets[name][6])[:3] == ["", "40%", 40]


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
        opened(repacked(repacked(sound, "xl/workbook.xml", respelt), "xl/worksheets/sheet1.xml", _with(FAR)))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("_rels/.rels", b"xl/workbook.xml", b"other/workbook.xml"),
        ("_rels/.rels", b"xl/workbook.xml", b"../../xl/workbook.xml#x"),
        ("xl/workbook.xml", b"</sheets>", b'<sheet name="Baru" sheetId="99" r:id="none"/></sheets>'),
        ("xl/workbook.xml", b"</sheets>", b'<sheet name="KEGIATAN" sheetId="99" r:id="rId2"/></sheets>'),
        ("xl/workbook.xml", b"<sheets>", b'<workbookPr date1904="1"/><workbookPr/><sheets>'),
        ("xl/workbook.xml", b"<sheets>", b'<workbookPr date1904="yes"/><sheets>'),
        ("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"https://x.example/sheet1.xml"),
        ("xl/_rels/workbook.xml.rels", b"/worksheet", b"/xlMacrosheet"),
        ("xl/_rels/workbook.xml.rels", b'Id="rId2"', b'Id="rId1"'),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData/><sheetData>"),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b'<x:sheetData xmlns:x="http://x.example/"/><!--'),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b'<x:row xmlns:x="http://x.example/"/></sheetData>'),
        *(
            ("xl/worksheets/sheet1.xml", b"</sheetData>", rows + b"</sheetData>")
            for rows in (
                *(b"<row r='1'/>", b"<row r='0'/>", b"<row r='-1'/>", b"<row r='1e9'/>", b"<row r='1048577'/>"),
                *(b"<row r='4294967297'/>", b"<row r='99'><c r='A98'/></row>", b"<row r='99'><c r='99'/></row>"),
                *(
                    b"<row r='99'><c r='A'/></row>",
                    b"<row r='99'><c r='XFE99'/></row>",
                    b"<row r='99'><c r='$A$99'/></row>",
                ),
                *(b"<row r='99'><c r='B99'/><c r='A99'/></row>", b"<row r='99'><c r='B99'/><c r='B99'/></row>"),
                *(b"<row r='99'><c t='x'><v>1</v></c></row>", b"<row r='99'><c t='b'><v>2</v></c></row>"),
                *(b"<row r='99'><c t='d'><v>kemarin</v></c></row>", b"<row r='99'><c><v>1</v><v>2</v></c></row>"),
                *(b"<row r='99'><c><is><t>x</t></is></c></row>", b"<row r='99'><c><t>x</t></c></row>"),
                *(b"<row r='99'><c t='inlineStr'><v>x</v></c></row>", b"<row r='99'><row/></row>", b"<c><v>1</v></c>"),
                *(b"<row r='99'><c><f/><f/><v>1</v></c></row>", b"<row r='99'><c t='s'><v>0</v></c></row>"),
            )
        ),
    ],
)
def test_what_no_spreadsheet_writes_is_refused(sound: bytes, part: str, old: bytes, new: bytes) -> None:
    """Two programs may see two things in it."""

    def changed(text: bytes) -> bytes:
        assert old in text
        return text.replace(old, new, 1)

    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(repacked(sound, part, changed))


@pytest.mark.parametrize("twin", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml", "xl\\worksheets\\sheet1.xml"])
def test_two_parts_of_one_name_are_refused(sound: bytes, twin: str) -> None:
    made = BytesIO(sound)
    with ZipFile(made, "a") as added, warnings.catch_warnings(action="ignore"):
        added.writestr(twin, added.read("xl/worksheets/sheet2.xml"))
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(made.getvalue())


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


def test_all_that_a_reader_is_given_is_what_was_looked_at(sound: bytes) -> None:
    extra = repacked(sound, "xl/styles.xml", lambda text: text)
    made = BytesIO(extra)
    with ZipFile(made, "a") as added:
        added.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}" uniqueCount="{"9" * 15}"/>')
        added.writestr("xl/worksheets/_rels/sheet1.xml.rels", b"<x>")
    assert opened(made.getvalue()) == opened(sound)


def test_cells_without_a_place_are_counted_too(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_CELLS", 100_000)
    row = b"<row>" + b"<c/>" * 200_000 + b"</row></sheetData>"
    with pytest.raises(WorkbookRefused):
        opened(repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</sheetData>", row)))


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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</worksheet>", b"<a/>" * 20_000 + b"</worksheet>"),
        (b"</sheetData>", b"<row><extLst>" + b"<a/>" * 20_000 + b"</extLst></row></sheetData>"),
        (b"</worksheet>", b"<a>" * 200 + b"</a>" * 200 + b"</worksheet>"),
    ],
    ids=["many", "many in an extension", "deep"],
)
def test_elements_that_mean_nothing_cost_little(
    sound: bytes, old: bytes, new: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_xml, "_MOST_ELEMENTS", 10_000)
    assert book(sound).sheets
    with pytest.raises(WorkbookRefused, match="jauh lebih besar"):
        opened(repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(old, new)))


def test_more_styles_than_a_spreadsheet_has_are_refused(sound: bytes) -> None:
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(
            repacked(
                sound,
                "xl/styles.xml",
                lambda text: text.replace(b"<cellXfs", b"<cellXfs>" + b"<xf/>" * 70_000 + b"</cellXfs><cellXfs"),
            )
        )


def test_two_sheets_of_one_part_are_refused(sound: bytes) -> None:
    """Each would cost as much again."""
    again = b'<sheet name="Lagi" sheetId="99" r:id="rId2"/></sheets>'
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(repacked(sound, "xl/workbook.xml", lambda text: text.replace(b"</sheets>", again)))


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


@pytest.mark.parametrize("number", ["-1e300", "1e999", "-inf", "nan", "1" * 300])
def test_a_number_that_no_plan_holds_is_told_with_its_cell(sound: bytes, number: str) -> None:
    row = f'<row r="9"><c r="B9" s="5"><v>{number}</v></c></row>'.encode()
    with pytest.raises(WorkbookRefused) as refused:
        book(repacked(sound, "xl/worksheets/sheet3.xml", _with(row)))
    assert dict(refused.value.message.arguments)["sel"] == "B9"
