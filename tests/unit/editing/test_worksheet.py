"""What is measured of a sheet, and marked in it, is what is read, however its XML says it."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.data.xlsx_archive import MAIN, RELATIONS
from generator.editing import container, strict_xml
from generator.editing.book import book
from generator.editing.container import WorkbookRefused, opened
from generator.editing.marks import Marks
from tests.unit.editing.altered import repacked, with_rows


@pytest.mark.parametrize("quote", [b'"', b"'"])
def test_a_text_that_many_cells_share_is_counted_for_each(sound: bytes, quote: bytes) -> None:
    row = b"<row>" + b"<c t='s'><v>0</v></c>".replace(b"'", quote) * 10 + b"</row>"
    with pytest.raises(WorkbookRefused, match="jauh lebih besar"):
        opened(with_shared(repacked(sound, "xl/worksheets/sheet3.xml", with_rows(row * 300)), "a" * 10_000))


@pytest.mark.parametrize("index", ["+0", "-0", "0.0", "0" * 15, "٠", "0x0", "1", "-1", "9" * 12, "0 0", "NaN"])
def test_a_text_that_is_asked_for_otherwise_is_no_workbook_s(sound: bytes, index: str) -> None:
    row = f'<row r="7"><c r="A7" t="s"><v>{index}</v></c></row>'.encode()
    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(with_shared(repacked(sound, "xl/worksheets/sheet3.xml", with_rows(row)), "a"))


@pytest.mark.parametrize("count", ["9" * 15, "-1", "x", "0"])
def test_how_many_texts_a_list_says_it_has_costs_nothing(sound: bytes, count: str) -> None:
    row = b'<row r="7"><c r="A7" t="s"><v>0</v></c></row>'
    made = with_shared(repacked(sound, "xl/worksheets/sheet3.xml", with_rows(row)), "teks", f' uniqueCount="{count}"')
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
        book(repacked(sound, "xl/worksheets/sheet5.xml", with_rows(row)))
    assert dict(refused.value.message.arguments)["sel"] == "N7"


@pytest.mark.parametrize("number", ["-1e300", "1e999", "-inf", "nan", "1" * 300])
def test_a_number_that_no_plan_holds_is_told_with_its_cell(sound: bytes, number: str) -> None:
    row = f'<row r="9"><c r="B9" s="5"><v>{number}</v></c></row>'.encode()
    with pytest.raises(WorkbookRefused) as refused:
        book(repacked(sound, "xl/worksheets/sheet3.xml", with_rows(row)))
    assert dict(refused.value.message.arguments)["sel"] == "B9"


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
    made = repacked(sound, "xl/worksheets/sheet5.xml", with_rows(b'<row r="7">' + cell + b"</row>"))
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


def test_cells_without_a_place_are_counted_too(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_CELLS", 100_000)
    row = b"<row>" + b"<c/>" * 200_000 + b"</row></sheetData>"
    with pytest.raises(WorkbookRefused):
        opened(repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</sheetData>", row)))


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


@pytest.mark.parametrize(
    "markup",
    [
        b'<x xmlns="urn:' + b"n" * 1_000 + b'">' + b"<y/>" * 20 + b"</x>",
        b'<x xmlns:p="urn:' + b"n" * 1_000 + b'"><y p:a="" p:b=""/></x>',
        b"<" + b"n" * 100_000 + b"/>",
        b"<x " + b"n" * 100_000 + b'="1"/>',
        b'<x a="' + b"n" * 100_000 + b'"/>',
        b'<x n:a="" xmlns:n="' + b"&#110;" * 20_000 + b'"/>',
        b"<!--" + b"n" * 100_000 + b"-->",
        b"<?x " + b"n" * 100_000 + b"?>",
        b"<?" + b"n" * 100_000 + b" x?>",
        b"<x " + b" ".join(b'a%d="1"' % number for number in range(20_000)) + b"/>",
        b"<x " + b" ".join(b'xmlns:a%d="urn:x"' % number for number in range(20_000)) + b"/>",
        b"".join(b"<y%d/>" % number for number in range(20_000)),
        b"".join(b'<y a%d="1"/>' % number for number in range(20_000)),
        b"".join(b'<y xmlns="urn:%d"/>' % number for number in range(20_000)),
        b"".join(b'<y xmlns:a%d="urn:x"/>' % number for number in range(20_000)),
    ],
    ids=[
        *("namespace", "namespace of attributes", "name", "attribute", "value", "references", "comment"),
        *("instruction", "target", "attributes", "prefixes", "names", "names of attributes", "namespaces"),
        "prefixes of many elements",
    ],
)
@pytest.mark.parametrize(
    ("part", "end"),
    [
        ("xl/worksheets/sheet2.xml", b"</worksheet>"),
        ("xl/worksheets/sheet2.xml", b"</sheetData>"),
        ("xl/workbook.xml", b"</workbook>"),
        ("xl/styles.xml", b"</styleSheet>"),
        ("xl/_rels/workbook.xml.rels", b"</Relationships>"),
        ("_rels/.rels", b"</Relationships>"),
    ],
)
def test_no_name_is_longer_and_no_more_are_there_than_a_spreadsheet_writes(
    sound: bytes, part: str, end: bytes, markup: bytes
) -> None:
    """A parser tells a name anew for each element that has it, and keeps every one that it met."""
    inside = b"<extLst>" + markup + b"</extLst>"
    with pytest.raises(WorkbookRefused):
        opened(repacked(sound, part, lambda text: text.replace(end, inside + end)))


def test_attributes_that_mean_nothing_cost_little(sound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_xml, "_MOST_ELEMENTS", 10_000)
    many = b"<y a='' b='' c='' d='' e='' f='' g='' h='' i=''/>" * 1_500 + b"</worksheet>"
    with pytest.raises(WorkbookRefused, match="jauh lebih besar"):
        opened(repacked(sound, "xl/worksheets/sheet5.xml", lambda text: text.replace(b"</worksheet>", many)))


def test_texts_and_remarks_of_every_length_are_read_whole(sound: bytes) -> None:
    """Whatever the pieces are in which a part is read."""
    text = "".join(f"{number}é" for number in range(30_000))
    row = f'<row r="7"><c r="A7" t="inlineStr"><is><t>{text}</t></is></c></row><!--{"x" * 60_000}-->'.encode()
    read = book(repacked(sound, "xl/worksheets/sheet3.xml", with_rows(row)))
    assert list(read.sheets.values())[2][6][0] == text


@pytest.mark.parametrize("where", [b"<worksheet", b"<sheetData", b"<row", b"<is>", b"</t>", b""])
def test_a_remark_of_any_length_is_refused_wherever_it_stands(sound: bytes, where: bytes) -> None:
    def remarked(part: bytes) -> bytes:
        before, found, after = part.partition(where) if where else (part, b"", b"")
        assert found or not where
        return before + b"<!--" + b"-x" * 70_000 + b"-->" + found + after

    with pytest.raises(WorkbookRefused, match="utuh"):
        opened(repacked(sound, "xl/worksheets/sheet5.xml", remarked))


FORMATS = ["[h]:mm", "[mm]:ss", "[ss].000", "[hh]:mm:ss", "yyyy-mm-dd", "d mmmm yyyy h:mm", "h:mm AM/PM", "General"]


@pytest.mark.parametrize("number", ["9.9e9", "-2e9", "1e9", "-1e10", "12000000000", "3e6", "-3e6", "999999999999"])
@pytest.mark.parametrize("shown", FORMATS)
def test_a_number_that_is_no_day_is_a_number_however_its_cell_is_formatted(
    sound: bytes, number: str, shown: str
) -> None:
    assert cell_of(sound, f'<c r="B7" s="0"><v>{number}</v></c>', shown) == float(number)


@pytest.mark.parametrize("number", ["46042", "0.5", "-1", "2958465", "-2958465"])
@pytest.mark.parametrize("shown", FORMATS)
def test_one_that_is_a_day_ends_nothing(sound: bytes, number: str, shown: str) -> None:
    assert cell_of(sound, f'<c r="B7" s="0"><v>{number}</v></c>', shown) is not None


def cell_of(sound: bytes, cell: str, shown: str) -> object:
    """What is read in a cell whose style is of this format."""
    styles = f'<numFmts><numFmt numFmtId="200" formatCode="{shown}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
    styled = repacked(sound, "xl/styles.xml", lambda _: f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'.encode())
    row = f'<row r="7"><c r="A7" t="inlineStr"><is><t>x</t></is></c>{cell}</row>'.encode()
    return list(book(repacked(styled, "xl/worksheets/sheet3.xml", with_rows(row))).sheets.values())[2][6][1]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("moment", ["23:59:60", "2016-12-31T23:59:60", "2016-12-31T23:59:60.5Z", "12:60:00"])
def test_a_moment_that_no_clock_shows_is_refused_in_our_own_words(sound: bytes, moment: str) -> None:
    with pytest.raises(WorkbookRefused, match="utuh"):
        cell_of(sound, f'<c r="B7" t="d"><v>{moment}</v></c>', "General")
