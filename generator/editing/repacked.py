"""A workbook written anew: the parts that a reader needs, and no other."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile, ZipInfo

from generator.data.xlsx_archive import MAIN, RELATIONS, relations


def repacked(sheets: Mapping[str, str], shared_texts: str, styles: str, *, since_1904: bool) -> bytes:
    """An archive of sheets by their names and of what they share, each as XML."""
    paths = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr date1904="{int(since_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    )
    parts = {
        "_rels/.rels": relations((f"{RELATIONS}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": relations(*((f"{RELATIONS}/worksheet", path) for path in paths)),
        "xl/sharedStrings.xml": shared_texts,
        "xl/styles.xml": styles,
        **{f"xl/{path}": sheet for path, sheet in zip(paths, sheets.values(), strict=True)},
    }
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part)  # a name alone would be given the time of day
    return made.getvalue()
