"""Guesses are offered as a question, wherever there is a list to guess from, and never made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import fixed_office
from grids import check_grid
from ledgerkit.intake.references import check_references
from ledgerkit.ledgers import catalog
from ledgerkit.model.finding import Finding
from ledgerkit.model.submission import Submission
from ledgerkit.office import Firm

OFFICE = replace(
    fixed_office.OFFICE,
    firms=(Firm("岭东精密机械有限公司"),),
    listed=frozenset(("单位", "服务联系点", "企业")),
)
HEADER = (
    "| 走访编号 | 走访日期 | 走访单位 | 服务联系点 | 企业名称 | 走访人员 | 走访主要情况 "
    "| 是否发现问题 | 走访方式 |"
)
GOOD = (
    "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 第一服务联系点 | 岭东精密机械有限公司 | 张三 "
    "| 情况 | 否 | 电话 |"
)


def visits(tmp_path: Path, line: str, unit: str = "区法院") -> Submission:
    block = (("填报单位", unit), ("填报月份", "2026-10"), ("填表人", "甲"))
    sheets = {"走访日志": f"{HEADER}\n{line}"}
    return check_grid(tmp_path, sheets, office=OFFICE, block=(*block, ("填报日期", "2026.11.3")))


def only(submission: Submission) -> Finding:
    (found,) = submission.findings
    return found


def test_nothing_is_asked_where_everything_is_known(tmp_path: Path) -> None:
    assert visits(tmp_path, GOOD).findings == ()


@pytest.mark.parametrize(
    ("typed", "guess"),
    [
        ("区人民法院", "区法院"),
        ("第一联系点", "第一服务联系点"),
        ("陈仓公安分局", "公安陈仓分局"),
    ],
)
def test_the_sender_in_the_block(tmp_path: Path, typed: str, guess: str) -> None:
    found = only(visits(tmp_path, GOOD, unit=typed))
    assert (found.code, found.place.cell) == ("block-unit-unknown", "B1")
    assert found.found == typed
    assert f"是否为“{guess}”?" in found.message


@pytest.mark.parametrize(
    ("right", "typed", "code", "cell"),
    [
        ("区法院", "区人民法院", "name-unknown", "C3"),
        ("第一服务联系点", "第一联系点", "name-unknown", "D3"),
        ("岭东精密机械有限公司", "岭东精密机械有限责任公司", "name-unknown", "E3"),
        ("电话", "打电话", "choice-unknown", "I3"),
    ],
)
def test_names_and_words_in_a_row(
    tmp_path: Path, right: str, typed: str, code: str, cell: str
) -> None:
    submission = visits(tmp_path, GOOD.replace(f"| {right} |", f"| {typed} |"))
    found = only(submission)
    assert (found.code, found.place.cell) == (code, cell)
    assert f"是否为“{right}”?" in found.message
    assert submission.repairs == ()


def test_what_is_like_nothing_gets_no_guess(tmp_path: Path) -> None:
    found = only(visits(tmp_path, GOOD.replace("岭东精密机械有限公司", "丙")))
    assert "是否为" not in found.message


def test_references(tmp_path: Path) -> None:
    problem = (
        "| 问题编号 | 走访编号 | 企业名称 | 提出日期 | 问题描述 | 问题类别 | 职责归属 | 首访单位 "
        "| 主办单位 | 难易程度 | 办理状态 |\n| WT-法院-202610-001 | ZF-法院-20261-001 "
        "| 岭东精密机械有限公司 | 2026-10-13 | 欠款 | 合同债务 | 本单位 | 区法院 | 区法院 | 一般 "
        "| 办理中 |"
    )
    files = [
        visits(tmp_path, GOOD),
        check_grid(tmp_path, {"走访问题清单": problem}, office=OFFICE, name="问题.xlsx"),
    ]
    (found,) = check_references(files, OFFICE, catalog.ledgers())
    assert (found.code, found.place.cell) == ("reference-unknown", "B3")
    assert "是否为“ZF-法院-202610-001”?" in found.message
