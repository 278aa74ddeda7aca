"""What every workbook's archive holds beside its sheets: types of content, relations, properties, the cell styles."""

from datetime import date
from enum import IntEnum
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class CellStyle(IntEnum):
    """How a column shows its cells; the number is its style in the workbook."""

    TEXT = 1
    IDENTIFIER = 2
    NUMBER = 3
    AMOUNT = 4
    DAY = 5


def archive(files: dict[str, bytes]) -> bytes:
    """A ZIP of files in the given order, without a time of its own: the same files give the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in files.items():
            entry = ZipInfo(name)  # 1 January 1980
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            made.writestr(entry, content, compresslevel=9)
    return target.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def content_types(sheets: int) -> str:
    listed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_CONTENT_TYPES}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT_TYPES}.sheet.main+xml"/>{listed}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_CONTENT_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def core(created: date) -> str:
    moment = f"{created.isoformat()}T00:00:00Z"
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


def _styles() -> str:
    """The styles in the order of `CellStyle`: plain, text, identifier, number, amount, day; then head and title."""
    formats = {0: (0, 0), CellStyle.TEXT: (49, 0), CellStyle.IDENTIFIER: (49, 2), CellStyle.NUMBER: (0, 0)}
    formats |= {CellStyle.AMOUNT: (3, 0), CellStyle.DAY: (164, 0)}
    wrap = '<alignment vertical="top" wrapText="1"/>'
    cells = [
        f'<xf numFmtId="{number}" fontId="0" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1"'
        f' applyFill="1" applyAlignment="1">{wrap}</xf>'
        for number, fill in formats.values()
    ]
    cells.append(
        f'<xf numFmtId="49" fontId="1" fillId="3" borderId="0" xfId="0" applyFont="1" applyFill="1">{wrap}</xf>'
    )
    cells.append('<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>')
    plain = '<name val="Calibri"/><family val="2"/>'
    return (
        f'{XML}<styleSheet xmlns="{MAIN}">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        f'<fonts count="3"><font><sz val="11"/>{plain}</font>'
        f'<font><b/><sz val="11"/><color rgb="FFFFFFFF"/>{plain}</font><font><b/><sz val="14"/>{plain}</font></fonts>'
        '<fills count="4"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FFECECEC"/></patternFill></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FF0B3C5D"/></patternFill></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(cells)}">{"".join(cells)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


STYLES = _styles()
