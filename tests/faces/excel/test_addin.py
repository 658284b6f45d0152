"""The add-in: built from its texts, run in LibreOffice, installed and removed."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
import warnings
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from grids import workbook
from ledgerkit import __version__
from ledgerkit.faces import button
from ledgerkit.faces.excel import build, install
from ledgerkit.faces.excel.actions import ACTIONS
from ledgerkit.faces.excel.install import Places
from office_basic import run_macro

SUPPORT = Path(__file__).parents[2] / "support"
UI = "{http://schemas.microsoft.com/office/2006/01/customui}"
HEADER = "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |"


def buttons() -> list[Mapping[str, str]]:
    root = etree.fromstring(build.text("customUI.xml").encode())
    return [dict(button.attrib) for button in root.iter(f"{UI}button")]  # type: ignore[arg-type]


def by_olevba(data: bytes) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """The modules by name, and what olevba says of them: (kind, word)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it uses names that pyparsing is about to drop
        from oletools.olevba import VBA_Parser

        parser = VBA_Parser(build.ADDIN, data=data)
        code = {name: text for _, _, name, text in parser.extract_macros()}
        return code, {(kind, word) for kind, word, _ in parser.analyze_macros()}


def test_it_is_built_with_the_same_bytes_each_time() -> None:
    assert build.build() == build.build()


def test_it_says_its_version_and_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / build.ADDIN
    path.write_bytes(build.build())
    assert build.version(path) == __version__
    with zipfile.ZipFile(path) as package:
        core = package.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    path.write_bytes(b"PK something else")
    assert build.version(path) is None


def test_the_module_is_ascii_calls_no_library_and_starts_nothing_by_itself() -> None:
    source = build.text("ledgerkit.bas")
    assert source.isascii()
    code, kinds = by_olevba(build.build())
    assert code.keys() == {"ThisWorkbook.cls", "Sheet1.cls", "Ledgerkit.bas"}
    assert [word for kind, word in kinds if kind == "AutoExec"] == []
    assert {word for kind, word in kinds if kind == "Suspicious"} <= {
        "Environ",
        "open",
        "Shell",
        "vbNormalFocus",
        "Hex Strings",
    }
    assert re.search(r"\bDeclare\b|CreateObject|GetObject", code["Ledgerkit.bas"]) is None
    assert len(code["Ledgerkit.bas"].splitlines()) < 80


def test_every_button_of_the_tab_calls_the_module_with_an_action_that_there_is() -> None:
    assert [one["label"] for one in buttons()] == [
        "检查本表",
        "补编号",
        "清除标记",
        "生成文书",
        "汇总本文件夹",
        "打开说明",
    ]
    assert [one["tag"] for one in buttons()] == list(ACTIONS)
    source = build.text("ledgerkit.bas")
    for one in buttons():
        assert f"Public Sub {one['onAction']}(control As IRibbonControl)" in source
        assert re.fullmatch(r"[A-Za-z]+", one["imageMso"])
        assert one["supertip"]


def test_office_finds_the_tab_and_the_module_its_words() -> None:
    with zipfile.ZipFile(BytesIO(build.build())) as package:
        relations = package.read("_rels/.rels").decode()
        assert 'ui/extensibility" Target="customUI/customUI.xml"' in relations
        assert package.read("customUI/customUI.xml") == build.text("customUI.xml").encode()
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    message = {cell.get("r"): str(cell.xpath("string()")) for cell in sheet.iter("{*}c")}
    rows = re.findall(r"Private Const \w+ As Long = (\d+)", build.text("ledgerkit.bas"))
    assert [message[f"A{row}"] for row in rows] == list(build.MESSAGES)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.skipif(sys.platform == "win32", reason="the program to start is a shell script")
def test_its_vba_in_libreoffice_starts_python_on_the_workbook_that_is_open(tmp_path: Path) -> None:
    row = "| ZF-法院-202610-001 | 十月 | 区法院 | 甲公司 | 张三 | 情况 | 否 |"
    book, message, saved = (
        tmp_path / name for name in ("a=b [1].xlsx", "message.txt", "saved.xlsx")
    )
    book.write_bytes(workbook({"走访日志": f"{HEADER}\n{row}"}))
    start = tmp_path / "python in a folder"
    press = f'"{sys.executable}" -X utf8 "{SUPPORT / "press_in_excel.py"}" "{book}" "{saved}"'
    start.write_text(
        f'#!/bin/sh\n{press} "$@" >"{message}.part" 2>&1; mv "{message}.part" "{message}"\n',
        encoding="utf-8",
    )
    start.chmod(0o755)
    places = Places.below(tmp_path / "AppData")
    install.install(places, build.build(), start)
    (tmp_path / "home").mkdir()
    known = {**os.environ, "APPDATA": str(tmp_path / "AppData"), "HOME": str(tmp_path / "home")}
    macro = f"VBAProject.{build.MODULE}.LedgerkitStart"
    assert run_macro(tmp_path, places.addin, book, macro, "check", known) == ""
    until = time.monotonic() + 60
    while not message.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert message.read_text(encoding="utf-8").startswith("共 1 个文件、1 行,必须改 1 处")
    marked = openpyxl.load_workbook(saved)
    assert marked.sheetnames == ["检查结果", "走访日志"]
    assert marked["走访日志"]["B3"].fill.fgColor.rgb == "FFFFC4BD"


def test_installing_and_removing_touches_only_what_is_ours(tmp_path: Path) -> None:
    places = Places.below(tmp_path)
    data, python = build.build(), Path(sys.executable)
    assert install.status(places, data).version is None
    install.install(places, data, python)
    assert places.addin == tmp_path / "Microsoft" / "Excel" / "XLSTART" / "ledgerkit.xlam"
    assert [one.name for one in places.addin.parent.iterdir()] == ["ledgerkit.xlam"]
    found = install.status(places, data)
    assert (found.version, found.is_current, found.starts) == (__version__, True, True)
    assert found.python == str(python)
    # VBA's Line Input knows no line that ends with LF alone
    lines = places.note.read_bytes().split(b"\r\n")
    assert [bytes(str(path), "utf-8") for path in (python, Path(button.__file__))] == lines[:2]
    assert (lines[2:], b"\n" in lines[0] + lines[1]) == ([b""], False)
    other = places.addin.with_name("别人的.xlam")
    other.write_bytes(b"other")
    assert set(install.remove(places)) == {places.addin, places.note}
    assert (places.addin.exists(), places.note.parent.exists()) == (False, False)
    assert other.read_bytes() == b"other"
    assert install.remove(places) == ()


def test_a_program_that_is_gone_is_told(tmp_path: Path) -> None:
    places = Places.below(tmp_path)
    install.install(places, build.build(), tmp_path / "pythonw.exe")
    assert not install.status(places, None).starts
    install.install(places, build.build(), Path(sys.executable))
    moved = places.note.read_text("utf-8").replace("button.py", "elsewhere.py")
    places.note.write_text(moved, "utf-8")
    found = install.status(places, None)
    assert (found.python, found.starts) == (sys.executable, False)


def test_an_older_add_in_is_told_and_replaced(tmp_path: Path) -> None:
    places = Places.below(tmp_path)
    data = build.build()
    install.install(places, data, Path(sys.executable))
    with zipfile.ZipFile(places.addin, "a") as package:
        package.comment = b"changed"
    assert not install.status(places, data).is_current
    install.install(places, data, Path(sys.executable))
    assert install.status(places, data).is_current


def test_a_file_of_that_name_which_is_not_ours_stays(tmp_path: Path) -> None:
    places = Places.below(tmp_path)
    places.addin.parent.mkdir(parents=True)
    places.addin.write_bytes(b"somebody's own")
    with pytest.raises(install.NotOurs):
        install.install(places, build.build(), Path(sys.executable))
    assert install.status(places, None).stranger
    assert install.remove(places) == ()
    assert places.addin.read_bytes() == b"somebody's own"
