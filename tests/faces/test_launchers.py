"""The scripts that people drag files onto: how they are written, and how they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grids import workbook
from ledgerkit.run.launchers import launchers
from wording import says

HEADER = "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |"
GOOD = "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 否 |"
ODD_NAMES = ("a b & c.xlsx", "50% (副本)!.xlsx", '它\'s "一" $HOME `x`.xlsx')


def placed(folder: Path, name: str) -> Path:
    """The script as ``ledgerkit new`` leaves it in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / name
    script.write_bytes(launchers()[name])
    script.chmod(0o755)
    return script


def run(
    script: Path, *names: str | Path, typed: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a script in the strictest shell that there is, without a desktop."""
    shell = shutil.which("dash") or "sh"
    environment: Mapping[str, str] = {
        "PATH": os.environ["PATH"],
        "HOME": str(script.parent),
        "LEDGERKIT_PYTHON": sys.executable,
        "PYTHONUTF8": "1",
        **more,
    }
    return subprocess.run(
        [shell, str(script), *map(str, names)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=script.parent.parent,
        input=typed,
        timeout=120,
        check=False,
    )


needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="脚本是给 Linux 桌面的")


def test_the_windows_scripts_have_windows_line_ends_and_no_label() -> None:
    for name, script in launchers().items():
        if not name.endswith(".cmd"):
            assert b"\r" not in script
            continue
        assert script.count(b"\r\n") == script.count(b"\n") > 5
        assert script.startswith(b"@echo off\r\nchcp 65001")
        lines = script.decode().splitlines()
        assert [line for line in lines if line.lstrip().startswith(":") or "goto" in line] == []


def test_no_line_of_a_windows_script_hands_names_through_the_parser() -> None:
    for name in ("检查.cmd", "汇总.cmd"):
        lines = launchers()[name].decode().splitlines()
        assert [line for line in lines if "%*" in line] == ["set LEDGERKIT_ARGS=%*"]
        late = lines.index("setlocal EnableDelayedExpansion")
        assert lines.index("set LEDGERKIT_ARGS=%*") < late
        # % is expanded before the line is read, so that names may be spoken of with ! only
        assert [line for line in lines[late:] if "%" in line.replace("%~nx0", "")] == []


@needs_sh
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_of_any_name_in_a_folder_of_any_name_is_checked(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "办公 (一) & $x'"
    script = placed(folder, "检查.sh")
    file = folder / name
    file.write_bytes(workbook({"走访日志": f"{HEADER}\n{GOOD}"}))
    good = run(script, file)
    assert (good.returncode, good.stdout.splitlines()[-1]) == (0, "没有必须改的,可以报送。")
    file.write_bytes(workbook({"走访日志": f"{HEADER}\n{GOOD.replace('2026-10-13', '十月')}"}))
    bad = run(script, file)
    assert bad.returncode == 1
    said = says("date-unreadable", "十月", example="2026-03-01")
    assert f"「走访日志」B3(走访日期):{said}" in bad.stdout
    assert (folder / "批注副本" / name).is_file()


@needs_sh
def test_several_files_and_folders_at_once(tmp_path: Path) -> None:
    script = placed(tmp_path / "x", "检查.sh")
    folder = tmp_path / "一个 文件夹"
    folder.mkdir()
    for file in (folder / "甲.xlsx", tmp_path / "乙.xlsx"):
        file.write_bytes(workbook({"走访日志": f"{HEADER}\n{GOOD}"}))
    done = run(script, folder, tmp_path / "乙.xlsx")
    assert "共 2 个文件" in done.stdout


@needs_sh
def test_without_a_file_it_asks_for_one(tmp_path: Path) -> None:
    script = placed(tmp_path / "x", "检查.sh")
    file = tmp_path / "甲 乙.xlsx"
    file.write_bytes(workbook({"走访日志": f"{HEADER}\n{GOOD}"}))
    done = run(script, typed=f"'{file}'\n")
    assert (done.returncode, "共 1 个文件" in done.stdout) == (0, True)
    nothing = run(script)
    assert (nothing.returncode, "找不到“”" in nothing.stderr) == (2, True)


@needs_sh
def test_the_month_is_asked_for_and_the_script_s_own_folder_summed_up(
    new_office: Callable[[Path], Path], tmp_path: Path
) -> None:
    folder = new_office(tmp_path / "陈仓区 (试)")
    received = folder / "收件" / "区法院走访日志.xlsx"
    received.write_bytes(workbook({"走访日志": f"{HEADER}\n{GOOD}"}))
    done = run(folder / "汇总.sh", typed="2026-10\n")
    assert done.returncode == 0, done.stderr
    assert (folder / "结果" / "2026-10" / "总表.xlsx").is_file()
    wrong = run(folder / "汇总.sh", typed="十月\n")
    assert (wrong.returncode, "“十月”不是月份" in wrong.stderr) == (2, True)


@needs_sh
def test_a_folder_that_is_no_office_is_refused(tmp_path: Path) -> None:
    script = placed(tmp_path / "x", "汇总.sh")
    done = run(script, typed="\n")
    assert (done.returncode, "这里不是办公文件夹" in done.stderr) == (2, True)


@needs_sh
def test_it_says_so_where_the_kit_is_not_installed(tmp_path: Path) -> None:
    script = placed(tmp_path / "x", "检查.sh")
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("dirname",):
        (tools / tool).symlink_to(shutil.which(tool) or "")
    done = run(script, LEDGERKIT_PYTHON="", PATH=str(tools))
    assert (done.returncode, done.stdout) == (
        2,
        "没有找到 ledgerkit。请按《安装说明》安装,或请管理员处理。\n",
    )
