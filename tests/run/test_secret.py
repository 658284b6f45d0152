"""What is marked 秘密, 机密 or 绝密 stands in no document, and that is said with its place."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from grids import workbook
from ledgerkit.run import letters
from ledgerkit.run.report import MonthReport
from made_up import few, with_settings
from made_up import run as made_run
from months import PROBLEM, VISIT, block, codes, file, problems, put, run, visits
from wording import says, says_of_file

OTHER = PROBLEM.replace("WT-法院-202610-001", "WT-法院-202610-002").replace("拖欠货款", "欠薪一事")
SECRET = PROBLEM.replace("拖欠货款", "【机密】拖欠货款")


def told(report: MonthReport) -> str:
    """All that the documents of a run say."""
    texts = []
    for stored in report.stored:
        if stored.path.endswith(".docx"):
            document = docx.Document(io.BytesIO((report.folder / stored.path).read_bytes()))
            texts += [one.text for one in document.element.body.iter() if one.text]
    return "".join(texts)


def said(report: MonthReport) -> list[str]:
    return [one.message for one in report.notices if one.code.startswith("secret-")]


def test_a_marked_row_is_kept_out_of_every_document_and_the_rest_is_written(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(SECRET, OTHER))
    report = run(tmp_path)
    text = told(report)
    assert "欠薪一事" in text
    assert "拖欠货款" not in text
    assert "WT-法院-202610-001" not in text.replace("WT-法院-202610-001）", "")
    rows = "「b.xlsx」的「走访问题清单」第3行"
    assert said(report) == [
        f"「文书」:{says_of_file('secret-rows-withheld', count='1', rows=rows)}"
    ]
    record: Any = report.record
    assert len(record["alerts"]) == 2


def test_the_finding_stands_at_its_cell_and_says_what_to_do(tmp_path: Path) -> None:
    put(tmp_path, "b.xlsx", problems(SECRET, OTHER))
    entry = file(run(tmp_path), "b.xlsx")
    (one,) = [one for one in entry["findings"] if one["code"] == "secret-marked"]
    assert one["severity"] == "请核对"
    assert (one["cell"], one["column"], one["found"]) == ("E3", "问题描述", "【机密】拖欠货款")
    words = says("secret-marked", mark="【机密】", scope="这一行")
    assert one["message"] == f"「走访问题清单」E3(问题描述):{words}"
    sheet: Any = openpyxl.load_workbook(tmp_path / "结果/2026-10/总表.xlsx")["待改问题"]
    assert any("“【机密】”" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_a_mark_above_the_table_or_in_a_name_holds_for_all_of_it(tmp_path: Path) -> None:
    plain = workbook(problems(PROBLEM, OTHER), block())
    for name, mark, cell in (("上方", "秘密★1年", "H1"), ("旁边", "机密", "Q3")):
        book = openpyxl.load_workbook(io.BytesIO(plain))
        book.worksheets[0][cell] = mark
        folder = tmp_path / name
        (folder / "收件").mkdir(parents=True)
        book.save(folder / "收件" / "b.xlsx")
        report = run(folder)
        kept_out = 2 if name == "上方" else 1
        assert f"有 {kept_out} 行" in said(report)[0]
        assert ("secret-marked", cell) in codes(file(report, "b.xlsx"))
    put(tmp_path / "文件名", "秘密-b.xlsx", problems(PROBLEM, OTHER))
    report = run(tmp_path / "文件名")
    assert "有 2 行" in said(report)[0]
    assert ("secret-named", None) in codes(file(report, "秘密-b.xlsx"))


@pytest.mark.parametrize("text", ["侵犯商业秘密纠纷", "员工泄露公司秘密", "泄露国家秘密案"])
def test_speaking_of_secrets_keeps_nothing_out(tmp_path: Path, text: str) -> None:
    put(tmp_path, "b.xlsx", problems(PROBLEM.replace("拖欠货款", text)))
    report = run(tmp_path)
    assert text in told(report)
    assert said(report) == []


def test_a_letter_that_is_marked_for_another_reason_is_not_written_and_named() -> None:
    made = with_settings(made_run(few()), 发文机关标志="秘密★1年")
    called = letters.called_for(made)
    assert called.letters == ()
    assert [one.code for one in called.notices] == ["secret-letter-withheld"] * len(
        letters.called_for(made_run(few())).letters
    )
    assert "“秘密★1年”" in called.notices[0].message
