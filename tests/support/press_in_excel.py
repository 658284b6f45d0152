"""The program that the add-in's VBA starts in the test: real Python, on the model of Excel.

Called as SCRIPT WORKBOOK SAVED WORDS…, where the words are those that the VBA gives to Python.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import excel_com


def main() -> None:
    workbook, saved, *words = sys.argv[1:]
    assert words[:3] == ["-P", "-m", "ledgerkit.faces.button"], words
    excel = excel_com.start()
    book = excel.open(Path(workbook))
    sys.argv = words[2:]
    runpy.run_module(words[2], run_name="__main__")
    excel.saved(book, Path(saved))


if __name__ == "__main__":
    main()
