"""名录.xlsx of the made-up district: its people and firms, and everything else as shipped."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from samples.make.district import DEPARTMENTS, FIRMS, POINTS, UNITS, Party

from ledgerkit.office import Firm, Member, Office, default
from ledgerkit.office.tables import TABLES
from ledgerkit.workbooks.blank import build_directory
from ledgerkit.workbooks.package import canonical

Row = tuple[str | int | None, ...]


def rows() -> dict[str, list[Row]]:
    """The rows of the sheets in which this district differs from what is shipped."""
    settings = {
        "落款单位": "中共岭川区委政法委员会",
        "发文机关标志": "中共岭川区委政法委员会文件",
        "文号代字": "岭政法",
        "联系人": "钱甲二",
        "联系电话": "13800009001",
    }
    shipped = next(table.shipped for table in TABLES if table.name == "文书设置")
    return {
        "单位": [
            (one.name, one.short, one.people[0], one.people[-1], _phone(at))
            for at, one in enumerate(UNITS)
        ],
        "服务联系点": [(one.name, one.short, one.people[0], one.park) for one in POINTS],
        "企业": [
            (one.name, one.code, one.park, one.point, one.contact, one.phone, one.former)
            for one in FIRMS
        ],
        "职能部门": [(name, name.removeprefix("区")) for name in DEPARTMENTS],
        "文书设置": [(name, settings.get(str(name), said)) for name, said in shipped],
    }


def _phone(at: int) -> str:
    return f"1380000{9100 + at}"


@cache
def office() -> Office:
    """The office that those rows describe, for the blanks' drop-downs."""
    return replace(
        default(),
        units=tuple(_member(one) for one in UNITS),
        points=tuple(_member(one) for one in POINTS),
        firms=tuple(
            Firm(one.name, one.code, one.park, one.point, one.contact, one.phone) for one in FIRMS
        ),
        departments=tuple(Member(name, name.removeprefix("区")) for name in DEPARTMENTS),
    )


def _member(one: Party) -> Member:
    return Member(one.name, one.short, one.people[0], one.park)


def write() -> bytes:
    """The shipped 名录.xlsx with this district's rows in the place of the shipped ones."""
    workbook = load_workbook(io.BytesIO(build_directory(office())))
    tables = {table.name: table for table in TABLES}
    for name, lines in rows().items():
        _rewrite(workbook[name], [column.name for column in tables[name].columns], lines)
    target = io.BytesIO()
    workbook.save(target)
    return canonical(target.getvalue())


def _rewrite(sheet: Worksheet, columns: list[str], lines: list[Row]) -> None:
    """Put these lines under the header and empty whatever stood there."""
    header = next(row for row in range(1, 12) if _said(sheet.cell(row, 1).value) == columns[0])
    last = max(sheet.max_row, header + len(lines))
    for at, row in enumerate(range(header + 1, last + 1)):
        line = lines[at] if at < len(lines) else ()
        for column in range(len(columns)):
            value = line[column] if column < len(line) else None
            sheet.cell(row, column + 1).value = value or None


def _said(value: object) -> str:
    return str(value or "").strip(" ★*")
