from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ledgerkit.intake.workers import each


def _square(number: int) -> int:
    return number * number


def _mischief(what: str) -> str:
    match what:
        case "abort":
            os.abort()
        case "exit":
            raise SystemExit(3)
        case "panic":
            raise BaseException("a panic of foreign code")
        case "leave":
            os._exit(0)
        case "shout":
            os.write(2, b"thread panicked")
            os.abort()
        case "hang":
            time.sleep(60)
        case "devour":
            return str(len(bytearray(64 << 30)))
        case "fault":
            raise ValueError("a fault of the program")
    return what.upper()


def _run(items: list[str], jobs: int, seconds: float = 20) -> tuple[list[str], list[str]]:
    finished: list[str] = []
    results = each(
        _mischief,
        items,
        jobs=jobs,
        seconds=seconds,
        failed=lambda item, reason: f"{item}: {reason}",
        done=finished.append,
    )
    return results, finished


def test_results_come_in_the_order_of_the_items() -> None:
    results = each(
        _square,
        range(100),
        jobs=2,
        seconds=20,
        failed=lambda item, reason: -1,
        done=lambda item: None,
    )
    assert results == [number * number for number in range(100)]


def test_no_items_start_no_process() -> None:
    assert _run([], jobs=2) == ([], [])


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_the_culprits_are_lost(jobs: int) -> None:
    items = ["a", "abort", "b", "exit", "c", "panic", "d", "leave", "e"]
    results, finished = _run(items, jobs)
    assert results == [
        "A",
        "abort: crashed",
        "B",
        "exit: crashed",
        "C",
        "panic: crashed",
        "D",
        "leave: crashed",
        "E",
    ]
    assert sorted(finished) == sorted(items)


def test_an_item_that_hangs_is_given_up_after_its_time() -> None:
    began = time.monotonic()
    results, _ = _run(["a", "hang", "b"], jobs=1, seconds=1)
    assert results == ["A", "hang: timeout", "B"]
    assert time.monotonic() - began < 30


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="this system does not bound a process's memory"
)
def test_an_item_that_wants_too_much_memory_is_given_up() -> None:
    assert _run(["a", "devour", "b"], jobs=1)[0] == ["A", "devour: memory", "B"]


def test_what_a_dying_worker_prints_stays_off_the_console(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert _run(["shout", "a"], jobs=1)[0] == ["shout: crashed", "A"]
    assert capfd.readouterr().err == ""


def test_a_fault_of_the_program_is_raised_and_names_the_item() -> None:
    with pytest.raises(ValueError, match="a fault of the program") as caught:
        _run(["a", "fault", "b"], jobs=1)
    assert "'fault'" in caught.value.__notes__[0]


def _script(tmp_path: Path, task: str) -> subprocess.CompletedProcess[str]:
    script = tmp_path / "script.py"
    script.write_text(
        "from ledgerkit.text import fold\n"
        "from ledgerkit.intake.workers import each\n"
        "def own(text): return text\n"
        f"print(each({task}, ['Ａ', 'Ｂ'], jobs=2, seconds=60, "
        "failed=lambda item, reason: reason, done=lambda item: None))\n",
        "utf-8",
    )
    return subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False
    )


def test_a_script_without_a_main_guard_may_use_our_own_tasks(tmp_path: Path) -> None:
    assert _script(tmp_path, "fold").stdout == "['a', 'b']\n"


def test_a_script_whose_own_task_cannot_start_is_told_what_to_do(tmp_path: Path) -> None:
    ended = _script(tmp_path, "own")
    assert ended.returncode == 1
    assert "RuntimeError: 工作进程启动不了" in ended.stderr


def test_an_interrupted_run_leaves_no_process_behind() -> None:
    import multiprocessing

    def interrupt(item: str) -> None:
        raise KeyboardInterrupt

    before = set(multiprocessing.active_children())
    with pytest.raises(KeyboardInterrupt):
        each(
            _mischief,
            ["a", "hang", "b"],
            jobs=2,
            seconds=20,
            failed=lambda item, reason: reason,
            done=interrupt,
        )
    assert set(multiprocessing.active_children()) == before
