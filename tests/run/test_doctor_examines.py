"""What the machine has and lacks, said with a remedy."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from ledgerkit.office.workdays import LAST_YEAR
from ledgerkit.run.doctor import Item, State, examine


def found(folder: Path, year: int = LAST_YEAR - 1) -> dict[str, Item]:
    return {item.name: item for item in examine(folder, dt.date(year, 6, 1))}


def test_everything_that_is_needed_is_here(tmp_path: Path) -> None:
    items = found(tmp_path)
    assert [item for item in items.values() if item.state is State.LACKING] == []
    assert {
        "程序",
        "Python",
        "程序库",
        "写文件",
        "公文字体",
        "图表字体",
        "放假安排",
    } <= items.keys()
    assert list(tmp_path.iterdir()) == []


def test_whatever_is_not_in_order_has_a_remedy(tmp_path: Path) -> None:
    for item in found(tmp_path / "absent", LAST_YEAR + 4).values():
        assert (item.state is State.GOOD) == (item.remedy == "")
        assert re.search("请|^$", item.remedy), item


def test_a_folder_that_cannot_be_written_to_is_lacking(tmp_path: Path) -> None:
    assert found(tmp_path / "absent")["写文件"].state is State.LACKING


def test_the_calendar_is_good_advised_or_lacking_by_how_far_it_reaches(tmp_path: Path) -> None:
    states = [found(tmp_path, LAST_YEAR + later)["放假安排"].state for later in (-1, 0, 1)]
    assert states == [State.GOOD, State.ADVICE, State.LACKING]


def test_a_directory_that_cannot_be_read_is_lacking_and_a_good_one_good(
    new_office: Callable[[Path], Path], tmp_path: Path
) -> None:
    new_office(tmp_path)
    assert found(tmp_path)["名录"].state is State.GOOD
    (tmp_path / "名录.xlsx").write_bytes(b"PK broken")
    broken = found(tmp_path)["名录"]
    assert broken.state is State.LACKING
    assert "名录.xlsx" in broken.remedy
