"""The window driven for real on a virtual screen: what the clerk sees, presses and gets."""

from __future__ import annotations

import datetime as dt
import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from grids import workbook
from ledgerkit.model.progress import Progress
from wording import says

if TYPE_CHECKING:
    from ledgerkit.faces.window.app import Action, App
    from ledgerkit.faces.window.pages import Report
    from ledgerkit.faces.window.task import Result

HEADER = "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |"
GOOD = "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 否 |"
TODAY = dt.date(2026, 11, 3)
SECONDS = 60.0
P = TypeVar("P")
Open = Callable[..., "App"]


@pytest.fixture
def opened(screen: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """``opened(action, …)``: a window; all are closed at the end."""
    from ledgerkit.faces.window.app import App

    monkeypatch.setenv("DISPLAY", screen)
    windows: list[App] = []

    def open_window(action: Action, **more: object) -> App:
        window = App(action, TODAY, **more)  # type: ignore[arg-type]
        windows.append(window)
        window.root.update()
        return window

    yield open_window
    for window in windows:
        if window.alive:
            window.close()
    windows.clear()
    gc.collect()


def shown(window: App, page: type[P], *, but: object = None) -> P:
    """Wait, as the person does, until the window shows such a page, another than ``but``."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        window.root.update()
        if isinstance(window.page, page) and window.page is not but:
            window.root.update()
            return window.page
        time.sleep(0.01)
    raise AssertionError(f"{page.__name__} 没有出现,停在 {type(window.page).__name__}")


def received(path: Path, line: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook({"走访日志": f"{HEADER}\n{line}"}))
    return path


def command_line(*words: str | Path) -> str:
    """What the command line prints."""
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "ledgerkit", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    ).stdout


def test_a_check_is_told_file_by_file_and_can_be_copied_opened_and_repeated(
    opened: Open, tmp_path: Path
) -> None:
    from ledgerkit.faces.window.pages import Report
    from ledgerkit.faces.window.task import CheckTask

    file = received(tmp_path / "送来" / "区法院走访日志.xlsx", GOOD.replace("2026-10-13", "十月"))
    before = file.read_bytes()
    seen: list[Path] = []
    window = opened("check", show=seen.append)
    window.begin(CheckTask([file]))
    page = shown(window, Report)
    text = page.list.get("1.0", "end")
    said = says("date-unreadable", "十月", example="2026-03-01")
    assert f"必须改 「走访日志」B3(走访日期) {said}" in text
    assert text.splitlines()[0].startswith("共 1 个文件、1 行,必须改 1 处")
    assert window.status == 1

    press(page, "打开批注副本")
    press(page, "打开结果文件夹")
    copy = tmp_path / "送来" / "批注副本" / "区法院走访日志.xlsx"
    assert seen == [copy, copy.parent]
    assert copy.is_file()
    assert file.read_bytes() == before

    press(page, "复制全部")
    copied = window.root.clipboard_get()
    assert copied == command_line("check", file, "--out", tmp_path / "x").strip()

    received(file, GOOD.replace("2026-10-13", "冬月"))
    press(page, "再检查一次")
    again = shown(window, Report, but=page)
    assert "“冬月”" in again.list.get("1.0", "end")
    # the copy of before is replaced, not joined by a second one
    assert [path.name for path in copy.parent.glob("*.xlsx")] == [copy.name]
    received(file, GOOD)
    press(again, "再检查一次")
    last = shown(window, Report, but=again)
    assert "没有必须改的,可以报送。" in last.list.get("1.0", "end")
    assert (window.status, copy.exists()) == (0, False)
    assert "打开批注副本" not in [button["text"] for button in last.buttons]


def test_an_edited_copy_is_kept_when_it_is_checked_again(opened: Open, tmp_path: Path) -> None:
    from ledgerkit.faces.window.pages import Report
    from ledgerkit.faces.window.task import CheckTask

    file = received(tmp_path / "区法院走访日志.xlsx", GOOD.replace("2026-10-13", "十月"))
    window = opened("check")
    window.begin(CheckTask([file]))
    page = shown(window, Report)
    copy = tmp_path / "批注副本" / file.name
    copy.write_bytes(b"edited")
    press(page, "再检查一次")
    shown(window, Report, but=page)
    assert copy.read_bytes() == b"edited"
    assert (copy.parent / "区法院走访日志(新版).xlsx").is_file()


class Counting:
    """A task of many small pieces; it notes how far it came."""

    title = "数数"

    def __init__(self, pieces: int) -> None:
        self.pieces, self.done = pieces, 0

    def run(self, progress: Progress) -> Result:
        from ledgerkit.faces.window.task import Result

        progress.stage("数数", self.pieces)
        for _ in range(self.pieces):
            time.sleep(0.01)
            progress.advance()
            self.done += 1
        return Result((), ("数完了",), "数完了", 0)


def test_the_window_lives_while_something_is_done_and_can_stop_it(opened: Open) -> None:
    from ledgerkit.faces.window.pages import AskFiles, Waiting

    window, task = opened("check"), Counting(5000)
    window.begin(task)
    page = shown(window, Waiting)
    until = time.monotonic() + SECONDS
    while page.stage["text"] < "数数:1" and time.monotonic() < until:
        window.root.update()
    page.cancel.invoke()
    shown(window, AskFiles)
    assert 0 < task.done < task.pieces


def test_closing_the_window_stops_the_work_before_it_is_gone(opened: Open) -> None:
    window, task = opened("check"), Counting(5000)
    window.begin(task)
    window.close()
    until = time.monotonic() + SECONDS
    while window.alive and time.monotonic() < until:
        window.root.update()
    done = task.done
    time.sleep(0.05)
    assert (window.alive, task.done) == (False, done)


def test_a_month_is_offered_refused_where_there_is_no_office_and_summed_up(
    opened: Open, new_office: Callable[[Path], Path], tmp_path: Path
) -> None:
    from ledgerkit.faces.window.pages import AskMonth, Report

    folder = new_office(tmp_path / "陈仓区")
    received(folder / "收件" / "区法院走访日志.xlsx", GOOD)
    seen: list[Path] = []
    window = opened("month", folder=folder, show=seen.append)
    page = shown(window, AskMonth)
    # on the 3rd of November it is October that is summed up
    assert (page.folder.get(), page.month.get()) == (str(folder), "2026-10")
    page.folder.insert("end", "/别处")
    page.go()
    assert page.trouble["text"].startswith("这里不是办公文件夹。请")
    page.folder.delete(0, "end")
    page.folder.insert(0, str(folder))
    page.month.set("十月")
    page.go()
    assert page.trouble["text"] == "“十月”不是月份,请写成 2026-10 这样。"
    page.month.set("2026-10")
    page.start.invoke()
    report = shown(window, Report)
    assert "共读 1 行 = 已汇总 1 + 退回 0 + 重复 0 + 被更新 0。" in report.list.get("1.0", "end")
    press(report, "打开结果文件夹")
    assert seen == [folder / "结果" / "2026-10"]
    assert (seen[0] / "总表.xlsx").is_file()


def test_what_keeps_a_task_from_its_end_is_said_in_words(
    opened: Open, new_office: Callable[[Path], Path], tmp_path: Path
) -> None:
    from ledgerkit.faces.window.pages import AskMonth, Trouble
    from ledgerkit.faces.window.task import MonthTask
    from ledgerkit.model.period import Month

    new_office(tmp_path)
    (tmp_path / "名录.xlsx").write_bytes(b"PK broken")
    window = opened("month", folder=tmp_path)
    window.begin(MonthTask(tmp_path, Month(2026, 10), TODAY))
    page = shown(window, Trouble)
    assert "名录.xlsx" in page.trouble["text"]
    assert window.status == 2
    window.ask()
    shown(window, AskMonth)


def test_the_window_and_all_its_buttons_fit_the_smallest_screen(
    opened: Open, tmp_path: Path
) -> None:
    from ledgerkit.faces.window.pages import Report
    from ledgerkit.faces.window.task import CheckTask

    faulty = GOOD.replace("2026-10-13", "十月")
    window = opened("check")
    window.begin(CheckTask([received(tmp_path / "区法院走访日志.xlsx", faulty)]))
    page = shown(window, Report)
    root = window.root
    assert root.winfo_rootx() + root.winfo_width() <= root.winfo_screenwidth() == 1366
    assert root.winfo_rooty() + root.winfo_height() <= root.winfo_screenheight() - 40 == 728
    assert len(page.buttons) == 5
    for button in page.buttons:
        right = button.winfo_rootx() + button.winfo_width()
        bottom = button.winfo_rooty() + button.winfo_height()
        assert right <= root.winfo_rootx() + root.winfo_width()
        assert bottom <= root.winfo_rooty() + root.winfo_height()
        assert button.winfo_width() >= button.winfo_reqwidth()


def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tkinter")
    from ledgerkit.faces.window.app import App, NoScreen

    if sys.platform in ("win32", "darwin"):
        pytest.skip("这里总有图形桌面")
    monkeypatch.delenv("DISPLAY", raising=False)
    with pytest.raises(NoScreen):
        App("check", TODAY)


def press(page: Report, caption: str) -> None:
    """Press the button that says so."""
    next(button for button in page.buttons if button["text"] == caption).invoke()
