"""Grids as .xlsx, .xls and .ods, and the ways in which a file can be no workbook at all."""

from __future__ import annotations

import datetime as dt
import io
import random
import zipfile
from unittest import mock

from samples.make.grid import Grid, letters

from ledgerkit.workbooks.package import EPOCH, canonical


def write(grids: list[Grid], suffix: str) -> bytes:
    """The grids as one workbook of this kind."""
    return {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods}[suffix](grids)


def _xlsx(grids: list[Grid]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        for (row, column), value in grid.cells.items():
            cell = sheet.cell(row + 1, column + 1, value)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if row in grid.bold:
                cell.font = Font(bold=True)
            if isinstance(value, dt.date):
                cell.number_format = "yyyy/m/d"
        for column, width in grid.widths().items():
            sheet.column_dimensions[letters(column)].width = width
        sheet.page_setup.orientation = "landscape"
        for row, column, last_row, last_column in grid.merges:
            sheet.merge_cells(
                start_row=row + 1,
                start_column=column + 1,
                end_row=last_row + 1,
                end_column=last_column + 1,
            )
    target = io.BytesIO()
    book.save(target)
    return canonical(target.getvalue())


def _xls(grids: list[Grid]) -> bytes:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    plain, dated = xlwt.XFStyle(), xlwt.easyxf(num_format_str="YYYY-M-D")
    timed = xlwt.easyxf(num_format_str="h:mm")
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        for column, width in grid.widths().items():
            sheet.col(column).width = width * 256
        covered = {(row, column): area for area in grid.merges for row, column in [area[:2]]}
        for (row, column), value in grid.cells.items():
            style = plain
            if isinstance(value, dt.date):
                style = dated
            elif isinstance(value, dt.time):
                style = timed
            if area := covered.get((row, column)):
                sheet.write_merge(area[0], area[2], area[1], area[3], value, style)
            else:
                sheet.write(row, column, value, style)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _ods(grids: list[Grid]) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table

    document = OpenDocumentSpreadsheet()
    for grid in grids:
        table = Table(name=grid.name)
        for row in range(grid.height):
            table.addElement(_ods_row(grid, row))
        document.spreadsheet.addElement(table)
    target = io.BytesIO()
    document.save(target)
    return _stamped(target.getvalue())


def _ods_row(grid: Grid, row: int) -> object:
    from odf.table import CoveredTableCell, TableCell, TableRow
    from odf.text import P

    starts = {(area[0], area[1]): area for area in grid.merges}
    hidden = {
        (r, c)
        for top, left, bottom, right in grid.merges
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    } - set(starts)
    line = TableRow()
    for column in range(grid.width):
        if (row, column) in hidden:
            line.addElement(CoveredTableCell())
            continue
        value = grid.cells.get((row, column))
        spans = {}
        if area := starts.get((row, column)):
            spans = {
                "numberrowsspanned": str(area[2] - area[0] + 1),
                "numbercolumnsspanned": str(area[3] - area[1] + 1),
            }
        match value:
            case dt.time():
                cell = TableCell(
                    valuetype="time", timevalue=f"PT{value:%H}H{value:%M}M00S", **spans
                )
            case dt.date():
                cell = TableCell(valuetype="date", datevalue=value.isoformat(), **spans)
            case int() | float():
                cell = TableCell(valuetype="float", value=str(value), **spans)
            case str():
                cell = TableCell(valuetype="string", **spans)
            case _:
                cell = TableCell(**spans)
        for part in str(value).split("\n") if value is not None else ():
            cell.addElement(P(text=part))
        line.addElement(cell)
    return line


def _stamped(package: bytes) -> bytes:
    """Fixed times; ``mimetype`` stays first and uncompressed, as OpenDocument asks."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, EPOCH)
            entry.create_system = 0
            stored = part.filename == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            out.writestr(entry, source.read(part))
    return target.getvalue()


def encrypted(workbook: bytes, password: str, seed: int) -> bytes:
    """The workbook under a password; salts come from the seed and no time is told: stable bytes."""
    from msoffcrypto.format.ooxml import OOXMLFile
    from msoffcrypto.method import ecma376_agile
    from msoffcrypto.method.container import ecma376_encrypted

    target = io.BytesIO()
    salts = random.Random(seed)
    with (
        mock.patch.object(ecma376_agile.secrets, "token_bytes", salts.randbytes),
        mock.patch.object(ecma376_encrypted, "datetime2filetime", return_value=0),
    ):
        OOXMLFile(io.BytesIO(workbook)).encrypt(password, target)
    return target.getvalue()


def damaged(workbook: bytes) -> bytes:
    """The first two thirds, as a broken transfer leaves them."""
    return workbook[: len(workbook) * 2 // 3]
