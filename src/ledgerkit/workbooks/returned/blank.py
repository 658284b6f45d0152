"""The smallest workbook that findings can be put into: one without any sheet yet."""

from __future__ import annotations

from ledgerkit.workbooks.returned.opc import MAIN, OFFICE, TYPES_PART, Package
from ledgerkit.workbooks.returned.styles import EMPTY

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    TYPES_PART: f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_ML}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_ML}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets/></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": EMPTY.decode(),
}


def package() -> Package:
    """A package with a workbook, a styles part and no sheet."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return Package({name: (head + xml).encode() for name, xml in _PARTS.items()})
