"""From a press of 检查本表 to the report, cold, against ``python -c "import xlwings"`` in one run.

    python benchmarks/press_button.py [--runs 5]

Each press is a process of its own, as the add-in starts it, on a sample of the district with its
office folder around it. Excel is pyOpenVBA's model of it: the time in which the model opens the
workbook, which a real Excel has open already, is taken off.
The add-in's own import of xlwings leaves out what it would take along (pandas, matplotlib, numpy).
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
DISTRICT = ROOT / "samples" / "district"
SUPPORT = ROOT / "tests" / "support"


def press(workbook: Path, home: Path) -> None:
    """One press, in this process; prints how long the model of Excel took to open the workbook."""
    sys.path.insert(0, str(SUPPORT))
    from ledgerkit.faces import button

    button.import_xlwings()
    began = time.perf_counter()
    import excel_com

    excel = excel_com.start()
    excel.open(workbook)
    opened = time.perf_counter() - began
    said = button.press(["check", f"--hwnd={excel.window}", f"--wb={workbook.name}"], home)
    assert said.startswith("共 1 个文件"), said
    print(opened)


def timed(words: list[str]) -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-P", *words], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - began, done.stdout


def measure(workbook: Path, folder: Path, runs: int) -> tuple[list[float], list[float]]:
    """Seconds of each cold import of xlwings, and of each cold press; by turns."""
    imports, presses = [], []
    for at in range(runs):
        imports.append(timed(["-c", "import xlwings"])[0])
        home = folder / f"home{at}"
        home.mkdir()
        took, opened = timed([__file__, "--press", str(workbook), str(home)])
        presses.append(took - float(opened))
    return imports, presses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--press", nargs=2, metavar=("WORKBOOK", "HOME"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.press:
        press(Path(given.press[0]), Path(given.press[1]))
        return
    source = next(iter(sorted((DISTRICT / "收件" / "2026-10").glob("[!~]*走访日志.xlsx"))))
    with tempfile.TemporaryDirectory() as name:
        alone = Path(name, source.name)
        shutil.copy2(source, alone)
        around = Path(name, "区")
        shutil.copytree(DISTRICT, around)
        inside = around / source.relative_to(DISTRICT)
        print("one sample workbook; median (minimum) of", given.runs)
        for what, workbook in (("by itself", alone), ("in an office of 110 files", inside)):
            imports, presses = measure(workbook, Path(tempfile.mkdtemp(dir=name)), given.runs)
            ratio = statistics.median(presses) / statistics.median(imports)
            print(
                f"{what}: import xlwings {show(imports)}, press {show(presses)}: {ratio:.1f} times"
            )


def show(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} s ({min(seconds):.2f})"


if __name__ == "__main__":
    main()
