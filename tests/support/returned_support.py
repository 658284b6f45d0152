"""What the tests of the returned copies share: findings, parts, a workbook full of everything."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import xlsxwriter
from lxml import etree
from PIL import Image

from ledgerkit.findings.messages import finding
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place

PATH = "收件/法院/走访日志.xlsx"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def unreadable_date(cell: str, typed: str = "2026.13.1", sheet: str = "走访日志") -> Finding:
    return finding(
        "date-unreadable",
        Place(PATH, sheet, cell),
        column="走访日期",
        typed=typed,
        example="2026-03-01",
    )


def odd_phone(cell: str, sheet: str = "走访日志") -> Finding:
    place = Place(PATH, sheet, cell)
    return finding("phone-odd", place, column="联系电话", typed="123", example="0917-6212345")


def month_unknown() -> Finding:
    return finding("month-unknown", Place(PATH))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name, content in (parts(data) | changed).items():
            out.writestr(name, content)
    return target.getvalue()


def canonical_xml(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(data), method="c14n2")


def full_workbook(path: Path) -> None:
    """A workbook by XlsxWriter with nearly everything that loading and saving would lose."""
    picture = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(picture, "PNG")
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("走访日志")
    other = book.add_worksheet("说'a'明")
    book.add_worksheet("藏").hide()
    green = book.add_format({"bg_color": "#00FF00", "num_format": "yyyy-mm-dd", "bold": True})
    sheet.write_row("A3", ["走访编号", "走访日期", "联系电话", "人数"])
    for row in range(3, 12):
        sheet.write_row(row, 0, [f"ZF-{row}", "2026.13.1", "123", row])
    sheet.write("B5", "2026.13.1", green)
    sheet.set_column("C:C", 30, book.add_format({"italic": True}))
    sheet.set_row(20, 30, book.add_format({"bg_color": "#FFFF00"}))
    sheet.write_rich_string("A2", "普通", book.add_format({"bold": True}), "加粗")
    sheet.write_formula("E4", "=SUM(D4:D12)", None, 63)
    sheet.write_comment("B4", "这个日期要问一下\n老张", {"author": "张"})
    sheet.insert_image("H2", "a.png", {"image_data": picture})
    sheet.insert_textbox("H10", "文本框")
    sheet.insert_button("H20", {"caption": "按钮", "macro": "Go"})
    sheet.set_header("&L&G", {"image_left": "a.png", "image_data_left": picture})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=走访日志!$D$4:$D$12"})
    sheet.insert_chart("H30", chart)
    sheet.add_sparkline("F4", {"range": "走访日志!D4:D12"})
    sheet.conditional_format("D4:D12", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("D4:D12", {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.freeze_panes(3, 1)
    sheet.merge_range("A1:E1", "走访日志")
    sheet.repeat_rows(2)
    other.print_area("A1:C9")
    other.activate()
    other.add_table("A1:B3", {"columns": [{"header": "甲"}, {"header": "乙"}]})
    other.protect()
    book.define_name("人数", "=走访日志!$D$4:$D$12")
    book.set_custom_property("ledgerkit.book", "走访日志")
    book.add_vba_project(io.BytesIO(b"not really a project"), is_stream=True)
    book.close()


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
