"""The command line as people and programs call it: exit statuses, words, what goes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from command_line import call
from grids import workbook
from ledgerkit.faces.cli import cli
from ledgerkit.faces.commands import COMMANDS
from ledgerkit.ledgers import catalog
from wording import says

HEADER = "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |"
GOOD = "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 否 |"


def received(folder: Path, line: str) -> Path:
    path = folder / "收件" / "区法院走访日志.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook({"走访日志": f"{HEADER}\n{line}"}))
    return path


def test_every_command_has_a_chinese_help_page_with_an_example() -> None:
    for name in COMMANDS:
        page = CliRunner().invoke(cli, [name, "--help"], prog_name="ledgerkit").output
        assert page.startswith(f"用法:ledgerkit {name}"), page
        assert "选项" in page
        assert f"例:ledgerkit {name}" in page
        assert "Options" not in page
        assert "Usage" not in page


def test_the_front_page_names_every_command() -> None:
    front = call("--help").stdout
    assert [name for name in COMMANDS if f"  {name} " not in front] == []
    assert "Options" not in front
    assert "Usage" not in front


def test_check_tells_by_its_status_whether_something_must_be_mended(tmp_path: Path) -> None:
    good = call("check", received(tmp_path / "a", GOOD))
    assert (good.returncode, good.stdout.splitlines()[-1]) == (0, "没有必须改的,可以报送。")
    bad = call("check", received(tmp_path / "b", GOOD.replace("2026-10-13", "十月")))
    assert bad.returncode == 1
    said = says("date-unreadable", "十月", example="2026-03-01")
    assert f"「走访日志」B3(走访日期):{said}" in bad.stdout


def test_json_stands_alone_on_standard_output(tmp_path: Path) -> None:
    path = received(tmp_path, GOOD)
    record = json.loads(call("check", "--json", path).stdout)
    assert [one["state"] for one in record["files"]] == ["merged"]
    month = call("month", tmp_path, "--month", "2026-10", "--json")
    written = (tmp_path / "结果" / "2026-10" / "运行记录.json").read_text(encoding="utf-8")
    assert month.stdout == written


def test_month_ends_with_the_counts_and_the_next_step(tmp_path: Path) -> None:
    received(tmp_path, GOOD.replace("2026-10-13", "十月"))
    done = call("month", tmp_path, "--month", "2026-10", "--as-of", "2026-10-31")
    assert done.returncode == 0, done.stderr
    assert "共读 1 行 = 已汇总 1 + 退回 0 + 重复 0 + 被更新 0。" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("下一步:")
    strict = call("month", tmp_path, "--month", "2026-10", "--strict")
    assert strict.returncode == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("month", "nowhere", "--month", "2026-10"), "不存在"),
        (("month", ".", "--month", "2026-13"), "“2026-13”不是月份"),
        (("month", "."), "缺少选项 --month"),
        (("check",), "缺少文件或文件夹"),
        (("check", "--jsn", "."), "没有选项 --jsn"),
        (("chek",), "没有命令"),
    ],
)
def test_a_wrong_call_is_said_in_chinese_and_ends_with_2(
    words: tuple[str, ...], message: str
) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreadable_directory_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    received(tmp_path, GOOD)
    (tmp_path / "名录.xlsx").write_bytes(b"PK broken")
    done = call("month", tmp_path, "--month", "2026-10")
    assert done.returncode == 2
    assert "名录.xlsx" in done.stderr
    assert not (tmp_path / "结果").exists()


def test_new_writes_what_an_office_needs_and_the_second_time_only_what_is_missing(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "陈仓区"
    first = call("new", folder, "--month", "2026-11")
    assert first.returncode == 0, first.stderr
    made = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert {"名录.xlsx", "汇总.cmd", "汇总.sh"} <= set(made)
    assert "空白表/2026-11/区法院/区法院-2026-11-三张清单.xlsx" in made
    assert sum("旁听庭审台账" in name for name in made) == 1
    (folder / "汇总.sh").unlink()
    (folder / "名录.xlsx").touch()
    second = call("new", folder, "--month", "2026-11")
    assert "共写 1 个文件" in second.stdout
    # the blank workbooks of an office are in order by our own reading: nothing but “fill me in”
    blank = call("check", "--json", folder / "空白表" / "2026-11" / "区法院")
    findings = [f for one in json.loads(blank.stdout)["files"] for f in one["findings"]]
    assert {one["code"] for one in findings} == {"block-empty", "nothing-filed"}


def test_the_windows_script_has_windows_line_ends(tmp_path: Path) -> None:
    from ledgerkit.run.launchers import launchers

    script = launchers()["汇总.cmd"]
    assert script.count(b"\r\n") == script.count(b"\n") > 5
    assert script.startswith(b"@echo off\r\nchcp 65001")


def test_templates_writes_one_workbook_for_each_book_and_the_directory(tmp_path: Path) -> None:
    done = call("templates", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    names = {path.stem for path in tmp_path.iterdir()}
    assert names == {*catalog.books(), "名录"}


def test_check_of_an_office_folder_looks_at_what_was_received(tmp_path: Path) -> None:
    received(tmp_path, GOOD)
    (tmp_path / "名录.xlsx").write_bytes(b"")
    done = call("check", tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-2][:5]) == (0, "共 1 个")


def test_results_among_the_received_files_or_on_a_file_are_refused(tmp_path: Path) -> None:
    received(tmp_path, GOOD)
    among = call("month", tmp_path, "--month", "2026-10", "--out", tmp_path / "收件" / "x")
    assert (among.returncode, "结果不能写到" in among.stderr) == (2, True)
    (tmp_path / "file").write_bytes(b"")
    on_file = call("month", tmp_path, "--month", "2026-10", "--out", tmp_path / "file" / "x")
    assert (on_file.returncode, "写不进去" in on_file.stderr) == (2, True)
