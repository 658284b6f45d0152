"""Builds docs/checks.md, the table of checks, from the code: run it after a change of a check.

What is said comes from messages.py, what each column takes and each row must keep from ledgers/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ledgerkit import office as offices
from ledgerkit.findings import wordings
from ledgerkit.ledgers import catalog
from ledgerkit.model.columns import AnyColumn, Column, Date
from ledgerkit.model.ledger import Ledger, Must, NotBefore, NotWith, RequiredWhen, RowCheck
from ledgerkit.model.references import (
    NeededInLinked,
    NotBeforeReferenced,
    ReferenceCheck,
    SameAsReferenced,
)
from ledgerkit.model.table import Table
from ledgerkit.office.tables import TABLES
from ledgerkit.papers.lint import RULES
from ledgerkit.workbooks.blank import wording

TARGET = Path(__file__).resolve().parents[1] / "docs" / "checks.md"
OFFICE = offices.default()
INTRODUCTION = """\
<!-- 由 python tools/checks_doc.py 从代码生成,请不要手改。 -->
# 检查一览

每一条提示都写明在哪里(文件、工作表、单元格)、填的是什么、怎么改。**必须改**的不改,这一格
不能计入汇总;**请核对**的照常汇总,由填表人确认。表里的“…”到时换成实际的内容,〔〕里的话看
情况才说;格子空着的,“填的是…”说成“空白”。“代码”用于 名录.xlsx 的“豁免登记”。
"""


def build() -> str:
    """The whole page."""
    parts = [INTRODUCTION, "## 一、所有检查\n"]
    parts += (f"### {title}\n\n{_wordings(own)}" for title, own in wordings.SECTIONS.items())
    parts.append("## 二、各台账\n")
    parts += map(_ledger, catalog.ledgers().values())
    parts.append("## 三、名录\n")
    parts += (f"### {table.name}\n\n{_columns(table)}" for table in TABLES)
    parts.append(f"## 四、Word 文书的格式(ledgerkit lint)\n\n{_rules()}")
    return "\n".join(parts)


def _rules() -> str:
    """What lint looks at in a Word document; “本工具” where the standard says nothing."""
    lines = ["| 规则 | GB/T 9704-2012 | 要求 |", "| --- | --- | --- |"]
    lines += (f"| {rule.name} | {rule.clause} | {rule.required} |" for rule in RULES)
    return "\n".join(lines) + "\n"


class _Dots(dict[str, str]):
    """The facts of a wording before any file is read."""

    def __missing__(self, fact: str) -> str:
        return "…"


_FACTS = _Dots(found="填的是“…”", nearest="〔,是否为“…”?〕", size="文件有 … MB")


def _wordings(section: Mapping[str, wordings.Wording]) -> str:
    return _grid(
        ("检查", "级别", "怎么说", "怎么改", "代码"),
        (
            (
                wording.title,
                wording.severity,
                wording.says.format_map(_FACTS),
                wording.remedy.format_map(_FACTS),
                f"`{code}`",
            )
            for code, wording in section.items()
        ),
    )


def _ledger(ledger: type[Ledger]) -> str:
    own = [f"- {_sentence(check)}" for check in ledger.checks]
    own += [f"- {_link(check)}" for check in ledger.reference_checks()]
    own += [f"- 断链:{wordings.CATALOGUE[code].title}(`{code}`)。" for code in ledger.gap_codes]
    listed = "".join(f"\n{line}" for line in own)
    return f"### {ledger.name}({ledger.prefix})\n\n{_columns(ledger)}{listed}\n"


def _columns(table: type[Table]) -> str:
    return _grid(
        ("列", "要不要填", "填法", "选项"),
        (
            (
                column.name,
                _need(column, table),
                _manner(column, table),
                "、".join(wording.choices(column, OFFICE)),
            )
            for column in table.columns
        ),
    )


def _need(column: AnyColumn, table: type[Table]) -> str:
    need = wording.need(column)
    return f"**{need}**" if column.required else need


def _manner(column: AnyColumn, table: type[Table]) -> str:
    """What to write, and what a day is held against."""
    manner = wording.manner(column)
    if isinstance(column, Date) and issubclass(table, Ledger) and not column.planned:
        late = "填报月份" if column is table.dated else "填报日期"
        return f"{manner};不晚于{late}"
    return manner


def _sentence(check: RowCheck) -> str:
    """A declared row check as a clerk would say it, with the finding that it gives."""
    match check:
        case RequiredWhen(column=column, when=when, words=words):
            return f"{_filled(when, words)}的,要填“{column.name}”(`conditionally-required`)。"
        case NotBefore(later=later, earlier=earlier):
            return f"“{later.name}”不早于“{earlier.name}”(`date-order`)。"
        case NotWith(column=column, other=other, others=others, words=words):
            case_of = _filled(column, words)
            return f"{case_of}的,“{other.name}”不应填{_either(others)}(`words-contradict`)。"
        case Must(column=column, words=words, consequence=consequence):
            return f"“{column.name}”要填{_either(words)},否则{consequence}(`word-excludes`)。"


def _link(check: ReferenceCheck) -> str:
    """A declared check against the rows of another ledger, likewise."""
    match check:
        case NotBeforeReferenced(later=later, via=via, earlier=earlier, only=only):
            case_of = f"{_filled(only[0], only[1:])}的," if only else ""
            return (
                f"{case_of}“{later.name}”不早于“{via.name}”所指《{via.to().name}》那一行的“{earlier.name}”"
                "(`date-before-referenced`)。"
            )
        case SameAsReferenced(column=column, via=via, other=other):
            return (
                f"“{column.name}”与“{via.name}”所指《{via.to().name}》那一行的“{other.name}”一致"
                "(`referenced-differs`)。"
            )
        case NeededInLinked(columns=columns, when=when, words=words):
            needed = "和".join(f"“{column.name}”" for column in columns)
            name = columns[0].table.name
            return (
                f"{_filled(when, words)}的,《{name}》要有写明{needed}的一行(`linked-row-missing`)。"
            )


def _filled(column: Column[Any], words: Iterable[str]) -> str:
    return f"“{column.name}”填{_either(words)}" if words else f"填了“{column.name}”"


def _either(words: Iterable[str]) -> str:
    return "或".join(f"“{word}”" for word in words)


def _grid(heads: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    heads = tuple(heads)
    rows = (heads, ("---",) * len(heads), *lines)
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |\n" for row in rows)


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8", newline="\n")
