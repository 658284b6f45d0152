from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from ledgerkit.findings.messages import finding
from ledgerkit.model.place import Place
from ledgerkit.workbooks import returned
from ledgerkit.workbooks.returned.fidelity import opened
from returned_support import PATH, full_workbook, odd_phone, parts, repacked, saved, unreadable_date

LINK = "../../../收件/法院/走访 #1.xls"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    book = xlwt.Workbook()
    book.add_sheet("走访日志").write(0, 0, "走访编号")
    book.save(str(tmp_path / "走访 #1.xls"))
    return tmp_path / "走访 #1.xls"


@pytest.fixture
def full(tmp_path: Path) -> bytes:
    full_workbook(tmp_path / "full.xlsm")
    return (tmp_path / "full.xlsm").read_bytes()


def test_an_old_workbook_gets_a_list_whose_links_lead_to_its_cells(old: Path) -> None:
    findings = [unreadable_date(f"B{row}") for row in range(2, 5)]
    built = returned.build(old, [*findings, odd_phone("C9")], LINK)
    assert built is not None
    assert (built.name, built.kind) == ("走访 #1.xls(检查结果).xlsx", "检查结果")
    sheet = openpyxl.load_workbook(io.BytesIO(built.data)).worksheets[0]
    assert sheet["A2"].value == (
        "共 3 处必须改、1 处请核对。请打开原文件“走访 #1.xls”改好,再把原文件发来。"
    )
    links = [sheet[cell].hyperlink for cell in ("C5", "C6")]
    assert [link.target for link in links] == ["../../../收件/法院/走访%20%231.xls"] * 2
    assert [link.location for link in links] == ["'走访日志'!B2", "'走访日志'!C9"]
    assert sheet["C5"].value == "B2:B4,共 3 处"


def test_the_list_is_the_same_every_time(old: Path) -> None:
    results = [returned.build(old, [odd_phone("C9")], LINK) for _ in range(2)]
    assert results[0] == results[1]


def test_a_file_that_could_not_be_read_gets_a_list(tmp_path: Path, full: bytes) -> None:
    damaged = saved(tmp_path / "a.xlsx", full[: len(full) // 2])
    built = returned.build(damaged, [finding("file-damaged", Place(PATH))], LINK)
    assert built is not None
    sheet = openpyxl.load_workbook(io.BytesIO(built.data)).worksheets[0]
    assert (built.kind, sheet["B5"].value) == ("检查结果", "(整个文件)")
    assert sheet["F5"].value.startswith("「走访日志.xlsx」") is False


def _strict(full: bytes) -> dict[str, bytes]:
    return {
        name: content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ).replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        for name, content in parts(full).items()
    }


def _related(full: bytes, name: str, kind: str) -> dict[str, bytes]:
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="x.xml"/></Relationships>'
    return {name: parts(full)[name].replace(b"</Relationships>", relation.encode())}


SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
REVISIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><workbook/>'


@pytest.mark.parametrize(
    "reason, change",
    [
        ("strict", _strict),
        ("signed", lambda full: _related(full, "_rels/.rels", SIGNATURE)),
        ("shared", lambda full: _related(full, "xl/_rels/workbook.xml.rels", REVISIONS)),
        ("doctype", lambda _: {"xl/workbook.xml": ENTITIES}),
        ("damaged", lambda _: {"xl/workbook.xml": b"<workbook"}),
        ("damaged", lambda _: {"_rels/.rels": b"<Relationships/>"}),
        ("encoding", lambda _: {"xl/workbook.xml": "<a/>".encode("utf-16")}),
        ("too-big", lambda _: {"xl/worksheets/sheet1.xml": b" " * (49 * 2**20)}),
    ],
)
def test_a_package_that_marking_would_harm_is_refused(
    reason: str, change: Callable[[bytes], dict[str, bytes]], tmp_path: Path, full: bytes
) -> None:
    data = repacked(full, change(full))
    with pytest.raises(returned.UnfitError, match=f"^{reason}$"):
        opened(data)
    built = returned.build(saved(tmp_path / "b.xlsx", data), [odd_phone("C9")], LINK)
    assert built is not None
    assert built.kind == "检查结果"


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"<html></html>", b"PK" * 99]
)
def test_what_is_no_package_gets_a_list(data: bytes, tmp_path: Path) -> None:
    built = returned.build(saved(tmp_path / "c.xlsx", data), [odd_phone("C9")], LINK)
    assert built is not None
    assert built.kind == "检查结果"


def test_an_opendocument_sheet_gets_a_list(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "d.ods", "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", "<a/>")
    built = returned.build(tmp_path / "d.ods", [odd_phone("C9")], LINK)
    assert built is not None
    assert (built.name, built.kind) == ("d.ods(检查结果).xlsx", "检查结果")


@pytest.mark.parametrize("wrong", [b's="x"', b's="99999"'])
def test_a_sheet_with_impossible_styles_never_ends_in_a_traceback(
    wrong: bytes, tmp_path: Path, full: bytes
) -> None:
    sheet = parts(full)["xl/worksheets/sheet1.xml"].replace(b'r="B4"', b'r="B4" ' + wrong, 1)
    source = saved(tmp_path / "e.xlsx", repacked(full, {"xl/worksheets/sheet1.xml": sheet}))
    assert returned.build(source, [unreadable_date("B4")], LINK) is not None
