"""Workbooks as people make them, for the tests of reading."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from fixed_office import OFFICE
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.ledgers import catalog
from ledgerkit.model.row import Cell
from ledgerkit.model.submission import RawFile

LEDGERS = tuple(catalog.ledgers().values())

VISITS = (
    "走访编号",
    "走访日期",
    "走访单位",
    "企业名称",
    "走访人员",
    "走访主要情况",
    "是否发现问题",
)
VISIT = ("ZF-法院-202610-001", "2026.10.13", "区法院", "岭东机械", "张晓明", "了解经营", "否")

Lines = Sequence[Sequence[Cell]]


def xlsx(path: Path, sheets: Mapping[str, Lines], merges: Sequence[str] = ()) -> Path:
    """A workbook with these lines from A1 on; ``merges`` are those of the first sheet."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, lines in sheets.items():
        sheet = workbook.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    for merge in merges:
        workbook.worksheets[0].merge_cells(merge)
    workbook.save(path)
    return path


def read(path: Path) -> RawFile:
    return read_file(path, path.name, LEDGERS, OFFICE)


def cells(raw: RawFile, *columns: str) -> list[tuple[Cell, ...]]:
    """The rows of the first table, by these columns."""
    return [
        tuple(row.typed(row.table.column(name)) for name in columns) for row in raw.tables[0].rows
    ]


def bare_parts(sheet_data: str) -> dict[str, str]:
    """The fewest parts that make a workbook, with this text as its sheet's data."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{content}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_data}'
        "</sheetData></worksheet>",
    }
    return {name: f'<?xml version="1.0" encoding="UTF-8"?>{text}' for name, text in parts.items()}


def bare_xlsx(path: Path, sheet_data: str) -> Path:
    """A workbook of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in bare_parts(sheet_data).items():
            out.writestr(name, text)
    return path
