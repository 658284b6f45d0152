"""典型案例汇编: which cases make an issue, what it says, and whether its contents are right."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import CASES, Values
from correspondence import case, paragraphs
from ledgerkit.model.period import Cycle, Period
from ledgerkit.papers import catalog, word
from ledgerkit.papers.documents.casebook import issue
from ledgerkit.papers.documents.casebook_pages import Booklet
from ledgerkit.rules.run import Run
from made_up import letters, run
from pages import poppler

Convert = Callable[[Path, str], Path]
KIND = "典型案例汇编"
NASTY = "某“老味道”<餐饮>&某😀集团" + "有限责任公司" * 6 + "买卖合同纠纷案"


def issues(*rows: Values) -> list[str]:
    return [letter.stem for letter in letters(run({CASES: rows}), KIND)]


def booklet(made: Run) -> Booklet:
    (letter,) = letters(made, KIND)
    found = letter.context["booklet"]
    assert isinstance(found, Booklet)
    return found


def headings(made: Run) -> list[str]:
    return [line.text for line in booklet(made).contents]


def of_many(count: int) -> Run:
    """Cases of every level and of three kinds, from three lines to a page and a half."""
    return run(
        {
            CASES: [
                case(
                    n,
                    标题=("某公司员工侵占货款案", "某厂商标被侵权案", NASTY)[n % 3],
                    来源层级=("区内", "全市", "全省")[n % 3],
                    案件类型=("刑事治安", "合同债务", "知识产权")[n // 3 % 3],
                    基本案情="某公司业务员李某截留货款18万元，用于个人消费。公司发现后向公安机关报案。\n"
                    * (1 + n % 7),
                    处理结果="法院以职务侵占罪判处李某有期徒刑一年，责令退赔全部货款。"
                    * (1 + n % 5),
                )
                for n in range(1, count + 1)
            ]
        }
    )


def write(made: Run, path: Path, *, reckoned: bool = True) -> Path:
    """The booklet as a file; with 999 in the place of every page if they are not to be seen."""
    document = catalog.documents()[KIND]
    (letter,) = letters(made, KIND)
    data = word.render(document, letter, made.office, word.template_path(document.template))
    path.write_bytes(data)
    if not reckoned:
        shown = r'("separate"/></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)\d+(</w:t>)'
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        xml, count = re.subn(shown, r"\g<1>999\2", parts["word/document.xml"].decode())
        assert count == len(headings(made))
        parts["word/document.xml"] = xml.encode()
        with zipfile.ZipFile(path, "w") as package:
            for name, part in parts.items():
                package.writestr(name, part)
    return path


def text_of(pdf: Path) -> list[str]:
    """The text of each page, without blanks."""
    done = subprocess.run(
        [poppler("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, check=True
    )
    return ["".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def test_an_issue_holds_the_cases_of_one_number_until_all_are_sent_round() -> None:
    assert issues(case(1), case(2, 编入期次="2026年第4期"), case(3, 编入期次="2026年第5期")) == [
        "典型案例汇编-2026年第4期",
        "典型案例汇编-2026年第5期",
    ]
    assert issues(case(1, 送阅日期="2026-09-30")) == []
    assert issues(case(1, 送阅日期="2026-10-01")) == ["典型案例汇编-2026年第4期"]
    both = run({CASES: [case(1, 送阅日期="2026-09-30"), case(2, 标题="某厂商标案")]})
    assert headings(both) == [
        "区内典型案例",
        "一、刑事治安",
        "案例1　某公司员工侵占货款案",
        "案例2　某厂商标案",
    ]


def test_a_quarters_issue_holds_what_was_sent_round_in_it() -> None:
    made = run({CASES: [case(1, 送阅日期="2026-10-20")]}, as_of=dt.date(2026, 12, 31))
    assert letters(made, KIND) == []
    assert len(letters(replace(made, period=Period.holding(made.month, Cycle.QUARTER)), KIND)) == 1


def test_cases_without_a_number_make_an_issue_whose_number_is_left_blank() -> None:
    rows = [case(1, 编入期次="", 送阅日期="2026-08-01"), case(2, 编入期次="", 标题="某厂商标案")]
    made = run({CASES: rows})
    assert paragraphs(made, KIND)[2] == "第　　期"
    assert headings(made)[-1] == "案例1　某厂商标案"
    assert letters(made, KIND)[0].stem == "典型案例汇编"


@pytest.mark.parametrize("values", [{"是否脱敏": "否"}, {"审核人": ""}, {"标题": ""}])
def test_a_case_that_is_not_fit_to_be_read_stays_out(values: dict[str, str]) -> None:
    blank = {name: value or None for name, value in values.items()}
    assert issues({**case(1), **blank}) == []


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("2026 年第 3 期", "2026年第3期"),
        ("3", "第3期"),
        ("三", "第三期"),
        ("第3期", "第3期"),
        ("", ""),
    ],
)
def test_an_issue_is_called_as_the_cover_needs_it(typed: str, shown: str) -> None:
    assert issue(typed) == shown


def test_the_booklet_word_for_word() -> None:
    rows = [
        case(1, 基本案情="某公司业务员截留货款18万元。\n\n公司报案。"),
        case(2, 标题=NASTY, 来源层级="全省", 案件类型="知识产权", 风险提示="", owner="区法院"),
    ]
    assert paragraphs(run({CASES: rows}), KIND) == [
        "送阅：园区、企业",
        "涉企典型案例\n汇　　编",
        "2026年第4期",
        "中共陈仓区委政法委员会",
        "2026年10月",
        "编写说明",
        "为落实典型案例汇编送阅制度，现将政法机关报送的涉企典型案例汇编成册，送园区、企业学习。"
        "每个案例介绍基本案情和处理结果，提示企业在经营管理中应当防范的法律风险。",
        "案例中的企业、人员均已隐去真实名称。案例由报送单位审核，供学习参考，请勿用于其他用途。",
        "目　　录",
        "全省典型案例\t1",
        "一、知识产权\t1",
        f"案例1　{NASTY}\t1",
        "区内典型案例\t2",
        "一、刑事治安\t2",
        "案例2　某公司员工侵占货款案\t2",
        "全省典型案例",
        "一、知识产权",
        f"案例1　{NASTY}",
        "【基本案情】某公司业务员截留货款18万元。",
        "【处理结果】以职务侵占罪判处有期徒刑一年。",
        "（供稿单位：区法院）",
        "区内典型案例",
        "一、刑事治安",
        "案例2　某公司员工侵占货款案",
        "【基本案情】某公司业务员截留货款18万元。",
        "公司报案。",
        "【处理结果】以职务侵占罪判处有期徒刑一年。",
        "【风险提示】货款回收应当专户管理、定期对账。",
        "（供稿单位：区检察院）",
    ]


def test_without_cases_there_is_no_booklet() -> None:
    assert letters(run({}), KIND) == []


def test_the_contents_are_marked_for_update_on_opening(tmp_path: Path) -> None:
    with zipfile.ZipFile(write(of_many(3), tmp_path / "汇编.docx")) as package:
        xml = package.read("word/document.xml").decode()
    marks = re.findall(r'w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"', xml)
    assert marks == [(str(at), f"标题_{at}") for at in range(1, 10)]
    assert re.findall(r"PAGEREF (\S+) \\h", xml) == [name for _, name in marks]
    assert xml.count('w:fldCharType="begin" w:dirty="true"') == 9


@pytest.mark.parametrize("count", [1, 45])
def test_the_contents_are_right_after_libreoffice_has_updated_them(
    count: int, convert: Convert, tmp_path: Path
) -> None:
    made = of_many(count)
    pages = text_of(convert(write(made, tmp_path / "汇编.docx", reckoned=False), "pdf"))
    first = next(at for at, page in enumerate(pages) if page.endswith("—1—"))
    listed, body = "".join(pages[:first]), pages[first:]
    lines = [line for line in booklet(made).contents if line.level != "目录二"]
    assert len(lines) > count
    for line in lines:
        heading = "".join(line.text.split())
        (number,) = (at for at, page in enumerate(body, start=1) if heading in page)
        updated = re.search(rf"{re.escape(heading)}\.+(\d+)", listed)
        assert updated
        assert (int(updated[1]), line.page) == (number, number), line.text
    assert "999" not in listed
