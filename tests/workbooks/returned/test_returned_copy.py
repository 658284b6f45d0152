from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.comments import Comment
from python_calamine import CalamineWorkbook

from ledgerkit.findings.messages import finding
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.workbooks import returned
from returned_support import (
    PATH,
    X14,
    canonical_xml,
    full_workbook,
    month_unknown,
    odd_phone,
    parts,
    repacked,
    saved,
    unreadable_date,
)
from wording import says

# openpyxl, by which these tests look at results, cannot hold what the copies keep
pytestmark = pytest.mark.filterwarnings("ignore:.*will be removed:UserWarning")

MUST, LOOK = "FFFFC4BD", "FFFFEBA6"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "走访日志"
    sheet.append(["走访编号", "走访日期", "联系电话"])
    for row in range(2, 8):
        sheet.append([f"ZF-{row}", "2026.13.1", "123"])
    book.save(tmp_path / "走访日志.xlsx")
    return tmp_path / "走访日志.xlsx"


@pytest.fixture
def full(tmp_path: Path) -> Path:
    full_workbook(tmp_path / "走访日志.xlsm")
    return tmp_path / "走访日志.xlsm"


def _built(source: Path, *findings: Finding) -> returned.Returned:
    built = returned.build(source, findings)
    assert built is not None
    return built


def _read(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_nothing_goes_back_without_a_finding(plain: Path) -> None:
    assert returned.build(plain, []) is None


def test_the_copy_keeps_the_name_of_the_file_so_that_it_can_be_sent_back(plain: Path) -> None:
    built = _built(plain, unreadable_date("B2"))
    assert (built.name, built.kind) == ("走访日志.xlsx", "批注副本")


def test_cells_are_coloured_by_the_worst_that_is_said_of_them(plain: Path) -> None:
    sheet = _read(_built(plain, unreadable_date("B2"), odd_phone("C2"), odd_phone("B2")).data)[
        "走访日志"
    ]
    colours = {cell: sheet[cell].fill.fgColor.rgb for cell in ("B2", "C2")}
    assert colours == {"B2": MUST, "C2": LOOK}
    assert sheet["B3"].fill.fill_type is None


def test_all_findings_of_a_cell_stand_in_one_note_the_worst_first(plain: Path) -> None:
    sheet = _read(_built(plain, odd_phone("B2"), unreadable_date("B2")).data)["走访日志"]
    assert sheet["B2"].comment.text == (
        "【检查】\n"
        f"必须改:{says('date-unreadable', '2026.13.1', example='2026-03-01')}\n"
        f"请核对:{says('phone-odd', '123', example='0917-6212345')}"
    )


def test_a_note_that_stood_there_keeps_its_text_above_ours(full: Path) -> None:
    sheet = _read(_built(full, unreadable_date("B4")).data)["走访日志"]
    assert sheet["B4"].comment.text.split("【检查】")[0] == "这个日期要问一下\n老张\n"


def test_the_first_sheet_lists_the_findings_with_the_counts_and_the_next_step(plain: Path) -> None:
    findings = [unreadable_date(f"B{row}", f"2026.13.{row}") for row in range(2, 6)]
    book = _read(_built(plain, odd_phone("C7"), month_unknown(), *findings).data)
    sheet = book.worksheets[0]
    rows = [[value or "" for value in row] for row in sheet.iter_rows(values_only=True)]
    assert book.sheetnames == ["检查结果", "走访日志"]
    assert book.active is sheet
    assert rows[1][0] == "共 4 处必须改、2 处请核对。改好后直接发回这份文件即可。"
    assert [row[:5] for row in rows[3:]] == [
        ["级别", "工作表", "单元格", "列", "填的内容"],
        ["请核对", "(整个文件)", "", "", ""],
        ["必须改", "走访日志", "B2:B5,共 4 处", "走访日期", "2026.13.2 等"],
        ["请核对", "走访日志", "C7", "联系电话", "123"],
    ]
    assert rows[5][5] == says("date-unreadable", "2026.13.2", example="2026-03-01")
    assert sheet["C6"].hyperlink.location == "'走访日志'!B2:B5"
    assert sheet["C7"].hyperlink.location == "'走访日志'!C7"
    assert sheet.freeze_panes == "A5"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$4:$4"


def test_only_our_sheet_is_selected_when_the_copy_opens(full: Path) -> None:
    book = _read(_built(full, unreadable_date("B4")).data)
    selected = [sheet.title for sheet in book if sheet.sheet_view.tabSelected]
    assert selected == ["检查结果"]


def test_cached_values_of_formulas_survive(full: Path) -> None:
    data = _built(full, unreadable_date("B4")).data
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["走访日志"]
    assert (values["E4"].value, _read(data)["走访日志"]["E4"].value) == (63, "=SUM(D4:D12)")


def test_calamine_reads_the_copy_as_it_read_the_file(full: Path) -> None:
    data = _built(full, unreadable_date("B4"), odd_phone("Z99")).data
    before = CalamineWorkbook.from_path(full).get_sheet_by_name("走访日志").to_python()
    copy = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert copy.get_sheet_by_name("走访日志").to_python()[: len(before)] == before
    assert copy.sheet_names == ["检查结果", "走访日志", "说'a'明", "藏"]


def test_every_part_that_is_not_marked_is_carried_over_byte_for_byte(full: Path) -> None:
    before, after = parts(full.read_bytes()), parts(_built(full, unreadable_date("B4")).data)
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed == {
        "[Content_Types].xml",
        "docProps/core.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert set(after) - set(before) == {"xl/worksheets/sheet4.xml"}


def test_in_a_marked_sheet_nothing_but_styles_and_the_selection_differs(full: Path) -> None:
    before = etree.fromstring(parts(full.read_bytes())["xl/worksheets/sheet1.xml"])
    after = etree.fromstring(
        parts(_built(full, unreadable_date("B5")).data)["xl/worksheets/sheet1.xml"]
    )
    for root in (before, after):
        for element in root.iter():
            if element.get("r") == "B5":
                element.attrib.pop("s")
    assert etree.tostring(after, method="c14n2") == etree.tostring(before, method="c14n2")


def test_names_that_belong_to_a_sheet_stay_with_it(full: Path) -> None:
    book = _read(_built(full, unreadable_date("B4")).data)
    assert book["说'a'明"].print_area == "'说''a''明'!$A$1:$C$9"
    assert book["走访日志"].print_title_rows == "$3:$3"
    assert book.defined_names["人数"].attr_text == "走访日志!$D$4:$D$12"


def test_a_validation_of_the_newer_kind_survives(plain: Path) -> None:
    sheet = parts(plain.read_bytes())["xl/worksheets/sheet1.xml"]
    newer = (
        f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{X14}">'
        '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" '
        'count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>\'另 表\'!$A$1:$A$3</xm:f>'
        "</x14:formula1><xm:sqref>C2:C7</xm:sqref></x14:dataValidation></x14:dataValidations>"
        "</ext></extLst></worksheet>"
    ).encode()
    changed = sheet.replace(b"</worksheet>", newer)
    data = repacked(plain.read_bytes(), {"xl/worksheets/sheet1.xml": changed})
    copy = parts(_built(saved(plain, data), unreadable_date("B2")).data)
    after = etree.fromstring(copy["xl/worksheets/sheet1.xml"])
    assert [child.tag.rpartition("}")[2] for child in after][-2:] == ["legacyDrawing", "extLst"]
    extension = etree.fromstring(changed)[-1]
    assert canonical_xml(etree.tostring(after[-1])) == canonical_xml(etree.tostring(extension))


def test_a_cell_that_did_not_exist_takes_the_look_of_its_row_or_column(full: Path) -> None:
    built = _built(full, odd_phone("C30"), odd_phone("D21"), odd_phone("Z99"))
    sheet = _read(built.data)["走访日志"]
    assert sheet["C30"].font.italic
    cleared = _read(returned.clear(built.data))["走访日志"]
    assert cleared["D21"].fill.fgColor.rgb == "FFFFFF00"
    assert cleared["Z99"].fill.fill_type is None


def test_a_button_on_the_sheet_keeps_its_drawing_when_notes_join_it(full: Path) -> None:
    built = parts(_built(full, odd_phone("C5")).data)
    drawing = built["xl/drawings/vmlDrawing1.vml"]
    assert (drawing.count(b'ObjectType="Button"'), drawing.count(b'ObjectType="Note"')) == (1, 2)


def test_the_box_of_a_note_that_stood_there_grows_with_its_text(full: Path) -> None:
    part = "xl/drawings/vmlDrawing1.vml"
    anchor = re.compile(rb'ObjectType="Note">.*?<x:Anchor>([^<]*)<', re.DOTALL)

    def box(data: bytes) -> list[int]:
        found = anchor.search(parts(data)[part])
        assert found is not None
        return [int(number) for number in found[1].split(b",")]

    before, after = box(full.read_bytes()), box(_built(full, unreadable_date("B4")).data)
    assert [later - former for former, later in zip(before, after, strict=True)] == [
        *[0] * 6,
        4,
        0,
    ]


def test_more_notes_than_a_block_of_shapes_holds_get_further_blocks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "走访日志"
    book.save(tmp_path / "a.xlsx")
    built = _built(tmp_path / "a.xlsx", *[unreadable_date(f"B{row}") for row in range(2, 1302)])
    assert b'data="1,2"' in parts(built.data)["xl/drawings/vmlDrawing1.vml"]


def test_entries_with_characters_that_xml_forbids_are_listed_all_the_same(plain: Path) -> None:
    odd = unreadable_date("B2", "\x01a_x000D_𠮷\ud800<&>" + "长" * 40000)
    sheet = _read(_built(plain, odd).data).worksheets[0]
    assert sheet["E5"].value.startswith("□a_x005F_x000D_𠮷□<&>长")


def test_a_persons_own_sheet_of_that_name_is_left_alone(plain: Path) -> None:
    book = openpyxl.load_workbook(plain)
    book.create_sheet("检查结果")["A1"] = "我们的检查"
    book.save(plain)
    data = _built(plain, unreadable_date("B2")).data
    assert _read(data).sheetnames == ["检查结果(2)", "走访日志", "检查结果"]
    assert _read(returned.clear(data))["检查结果"]["A1"].value == "我们的检查"


def test_findings_on_a_sheet_that_is_not_there_are_only_listed(plain: Path) -> None:
    sheet = _read(_built(plain, unreadable_date("B2", sheet="没有")).data).worksheets[0]
    assert (sheet["B5"].value, sheet["C5"].value, sheet["C5"].hyperlink) == ("没有", "B2", None)


def test_a_hidden_sheet_is_called_hidden_because_no_link_can_lead_there(full: Path) -> None:
    sheet = _read(_built(full, unreadable_date("B2", sheet="藏")).data).worksheets[0]
    assert (sheet["B5"].value, sheet["C5"].hyperlink) == ("藏(已隐藏)", None)


def test_an_unrecognised_workbook_is_marked_and_not_replaced(plain: Path) -> None:
    unknown = finding("file-unrecognised", Place(PATH), nearest="")
    assert _built(plain, unknown).kind == "批注副本"


def test_the_same_input_gives_the_same_bytes(full: Path) -> None:
    findings = [unreadable_date("B4"), odd_phone("C5"), month_unknown()]
    assert _built(full, *findings).data == _built(full, *findings).data


def test_no_authors_name_is_left_in_the_copy(plain: Path) -> None:
    book = openpyxl.load_workbook(plain)
    book.properties.creator = "张三"
    book["走访日志"]["A1"].comment = Comment("注", "李四")
    book.save(plain)
    assert "张三".encode() not in parts(_built(plain, odd_phone("C2")).data)["docProps/core.xml"]
