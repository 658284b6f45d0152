"""How every finding is said, word for word: wordings.md beside this file, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ledgerkit.findings.messages import finding
from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.model.place import Place
from ledgerkit.model.row import Cell

TABLE = Path(__file__).with_name("wordings.md")
COLUMN = "列"
FILE, CELL = Place("收件/区法院.xlsx"), Place("收件/区法院.xlsx", "走访日志", "D7")
HEADS = {FILE: "「区法院.xlsx」:", CELL: f"「走访日志」D7({COLUMN}):"}
FACT = re.compile(r"`(\w+)=([^`]*)`")


def lines() -> dict[str, list[str]]:
    """The cells of each line behind its code."""
    table = TABLE.read_text(encoding="utf-8").partition("| --- |")[2].splitlines()[1:]
    cells = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in table)
    return {code: rest for code, *rest in cells}


LINES = lines()


def typed(text: str) -> Cell:
    """What stood in the cell: in backquotes a text, in braces a number."""
    if text.startswith("{"):
        return float(text.strip("{}"))
    return text.strip("`") if text.startswith("`") else None


@pytest.mark.parametrize("code", LINES)
def test_a_finding_is_said_like_this(code: str) -> None:
    severity, entry, facts, text = LINES[code]
    place = FILE if entry == "文件" else CELL
    found = finding(code, place, column=COLUMN, typed=typed(entry), facts=FACT.findall(facts))
    assert found.message == HEADS[place] + text
    assert found.severity == severity


def test_every_finding_stands_in_the_table_once() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert [*LINES] == [*CATALOGUE]
    assert [code for code in CATALOGUE if text.count(f"| {code} |") != 1] == []


def test_every_remedy_asks_and_no_message_blames_or_speaks_of_programs() -> None:
    """docs/contract.md#words-to-clerks."""
    assert [code for code, one in CATALOGUE.items() if not one.remedy.startswith("请")] == []
    said = {code: one.says + one.remedy for code, one in CATALOGUE.items()}
    banned = ("非法", "异常", "参数", "字段", "解析", "null", "错误")
    assert {code: word for code, text in said.items() for word in banned if word in text} == {}
