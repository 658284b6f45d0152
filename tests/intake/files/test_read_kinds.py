from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from fixed_office import OFFICE
from ledgerkit.findings import messages
from ledgerkit.intake.files import workbook_zip
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.workers import each
from ledgerkit.model.submission import FileProblem, FileState
from workbooks import LEDGERS, VISIT, VISITS, bare_xlsx, read, xlsx


def _visits(path: Path) -> Path:
    return xlsx(path, {"走访日志": [VISITS, VISIT]})


def test_a_workbook_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    made = _visits(tmp_path / "a.xlsx")
    for name in ("b.xls", "c.et", "d.txt"):
        copy = tmp_path / name
        shutil.copy(made, copy)
        raw = read(copy)
        assert (raw.kind, raw.state, len(raw.tables[0].rows)) == ("xlsx", FileState.MERGED, 1)
        assert raw.sha256 == hashlib.sha256(made.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["~$走访日志.xlsx", ".~走访日志.xlsx", "Thumbs.db"])
def test_lock_files_are_skipped_without_a_word(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05user")
    raw = read(path)
    assert (raw.state, raw.problem) == (FileState.SKIPPED, None)


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"")
    raw = read(path)
    assert (raw.state, raw.problem) == (FileState.UNREADABLE, FileProblem("file-empty"))


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_off_workbook_is_damaged(tmp_path: Path, keep: float) -> None:
    content = _visits(tmp_path / "a.xlsx").read_bytes()
    path = tmp_path / "b.xlsx"
    path.write_bytes(content[: int(len(content) * keep)])
    raw = read(path)
    assert (raw.state, raw.problem) == (FileState.UNREADABLE, FileProblem("file-damaged"))


def test_a_workbook_with_a_flipped_bit_is_damaged_not_misread(tmp_path: Path) -> None:
    path = _visits(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as parts:
        entry = parts.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    data[entry.header_offset + 30 + len(entry.filename) + 60] ^= 1
    path.write_bytes(bytes(data))
    assert read(path).problem == FileProblem("file-damaged")


@pytest.mark.parametrize("content", [b"\0" * 5000, bytes(range(256)) * 20])
def test_rubbish_under_a_workbooks_name_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert read(path).problem == FileProblem("file-damaged")


def test_an_encrypted_workbook_asks_for_the_password_to_be_taken_off(tmp_path: Path) -> None:
    plain = io.BytesIO(_visits(tmp_path / "a.xlsx").read_bytes())
    path = tmp_path / "b.xlsx"
    with path.open("wb") as out:
        OOXMLFile(plain).encrypt("123456", out)
    raw = read(path)
    assert (raw.state, raw.problem) == (FileState.UNREADABLE, FileProblem("file-encrypted"))


@pytest.mark.parametrize(
    "name, content, kind",
    [
        ("a.xls", b"<html><body><table>", "网页(HTML)"),
        ("b.xls", "走访编号\t走访日期\r\n".encode("gb18030"), "文本"),
        ("c.xls", '<?xml version="1.0"?><Workbook>走访'.encode("utf-16"), "XML 文本"),
        ("d.xlsx", b"%PDF-1.7 ...", "PDF 文件"),
        ("e.xlsx", b"\x89PNG\r\n\x1a\n\0\0", "图片"),
        ("f.csv", "走访编号,走访日期\n".encode(), "文本"),
        ("g.bin", b"\0\1\2\3", "其他文件"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    raw = read(path)
    assert raw.state is FileState.UNRECOGNISED
    assert raw.problem == FileProblem("file-not-workbook", (("kind", kind),))


def test_a_word_document_named_xlsx_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    docx.Document().save(str(path))
    assert read(path).problem == FileProblem("file-not-workbook", (("kind", "Word 文档"),))


def test_a_workbook_without_our_tables_names_the_nearest(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"Sheet1": [["走访编号", "走访日期", "天气"], [1, 2, 3]]})
    raw = read(path)
    assert raw.state is FileState.UNRECOGNISED
    assert raw.problem == FileProblem(
        "file-unrecognised", (("nearest", ",最接近的是“走访日志”(对上 2/16 列)"),)
    )
    path = xlsx(tmp_path / "b.xlsx", {"Sheet1": [["姓名", "工资"], ["张三", 1]]})
    assert read(path).problem == FileProblem("file-unrecognised", (("nearest", ""),))


def test_a_file_that_cannot_be_opened_is_a_problem_not_an_error(tmp_path: Path) -> None:
    raw = read_file(tmp_path / "gone.xlsx", "gone.xlsx", LEDGERS, OFFICE)
    assert (raw.state, raw.problem) == (FileState.UNREADABLE, FileProblem("file-inaccessible"))


def test_a_value_in_the_last_corner_is_refused_before_it_kills_the_reader(tmp_path: Path) -> None:
    path = bare_xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    )
    raw = read(path)
    assert raw.state is FileState.UNREADABLE
    assert raw.problem == FileProblem("file-too-big", (("size", messages.spread(1048576, 16384)),))


def _calamine(path: Path) -> str:
    from python_calamine import CalamineWorkbook

    return str(CalamineWorkbook.from_path(path).get_sheet_by_index(0).end)


def test_a_file_that_kills_calamine_costs_itself_only(tmp_path: Path) -> None:
    good = _visits(tmp_path / "good.xlsx")
    killer = bare_xlsx(
        tmp_path / "killer.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    )
    results = each(
        _calamine,
        [good, killer, good],
        jobs=1,
        seconds=60,
        failed=lambda path, reason: reason,
        done=lambda path: None,
    )
    assert results == ["(1, 6)", "crashed", "(1, 6)"]


def test_formats_far_below_do_not_count(tmp_path: Path) -> None:
    path = bare_xlsx(
        tmp_path / "a.xlsx",
        '<row r="1">'
        + "".join(
            f'<c r="{chr(65 + at)}1" t="inlineStr"><is><t>{name}</t></is></c>'
            for at, name in enumerate(VISITS)
        )
        + '</row><row r="2"><c r="A2" t="inlineStr"><is><t>ZF</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>',
    )
    assert len(read(path).tables[0].rows) == 1


def test_what_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_zip, "UNPACKED_LIMIT", 1 << 20)
    path = bare_xlsx(tmp_path / "a.xlsx", " " * (3 << 20))
    assert path.stat().st_size < 20_000
    assert read(path).problem == FileProblem("file-too-big", (("size", "解压后有 3 MB"),))


def test_helper_sheets_are_passed_over_and_hidden_ones_read(tmp_path: Path) -> None:
    lines = [VISITS, VISIT]
    path = xlsx(
        tmp_path / "a.xlsx",
        {"走访日志": lines, "旧": lines, "填表说明": lines, "检查结果(2)": lines, "_列表": lines},
    )
    workbook = openpyxl.load_workbook(path)
    workbook["旧"].sheet_state = "hidden"
    workbook.save(path)
    assert [table.layout.sheet for table in read(path).tables] == ["走访日志", "旧"]
