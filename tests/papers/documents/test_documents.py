"""Which letters a run calls for, and what they say, word for word."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

import builders
from builders import DEMANDS, MEETINGS, OUTREACH, PROBLEMS, Rows, submission
from correspondence import opened, paragraphs, written
from ledgerkit.ledgers import catalog
from ledgerkit.model import filenames
from ledgerkit.model.outcome import Step
from ledgerkit.papers import catalog as documents_catalog
from ledgerkit.papers import word
from ledgerkit.papers.documents import phrasing
from ledgerkit.rules.run import Run
from made_up import (
    POINTS,
    UNITS,
    demand,
    few,
    letters,
    many,
    meeting,
    outreach,
    problem,
    run,
    with_settings,
)
from pages import poppler

Convert = Callable[[Path, str], Path]
ALERTS = ("提醒单", "催办单", "督办通知", "通报")


def table(run: Run, kind: str, at: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(run, kind).tables[at].rows]


@pytest.fixture
def pdftotext() -> str:
    """The command that reads a PDF; the test skips where it is absent."""
    return poppler("pdftotext")


def test_each_unit_gets_one_letter_of_the_kind_its_worst_item_calls_for() -> None:
    late = run(
        {
            PROBLEMS: [
                problem(1, 提出日期="2026-10-12"),
                problem(2, 提出日期="2026-10-16"),
                problem(3, 提出日期="2026-10-19", 首访单位="区司法局", 主办单位="区司法局"),
                problem(4, 提出日期="2026-10-22", 首访单位="区检察院", 主办单位="区检察院"),
            ]
        }
    )
    kinds = {one.recipient: one.kind for kind in ALERTS for one in letters(late, kind)}
    assert kinds == {"区检察院": "提醒单", "区司法局": "催办单", "区法院": "督办通知"}
    assert len(table(late, "督办通知")) == 1 + 2


def test_an_alert_of_several_units_goes_to_each() -> None:
    made = run({PROBLEMS: [problem(1)]})
    (alert,) = made.outcome.alerts
    joint = replace(made.outcome, alerts=(replace(alert, unit="区法院、区司法局"),))
    recipients = [one.recipient for one in letters(replace(made, outcome=joint), "通报")]
    assert recipients == ["区法院", "区司法局"]


@pytest.mark.parametrize(
    "step, kind",
    [
        (Step("黄牌", 3), "催办单"),
        (Step("提示", -1), "提醒单"),
        (Step("书面催办", 0), "催办单"),
        (Step("挂牌督办", 5), "督办通知"),
        (Step("全区通报", 8), "通报"),
    ],
)
def test_a_rung_of_the_offices_own_goes_by_its_name_or_its_start(step: Step, kind: str) -> None:
    made = run({PROBLEMS: [problem(1)]})
    (alert,) = made.outcome.alerts
    own = replace(made.outcome, alerts=(replace(alert, step=step),))
    written = [one.kind for name in ALERTS for one in letters(replace(made, outcome=own), name)]
    assert written == [kind]


def test_a_circular_word_for_word() -> None:
    assert paragraphs(run(few()), "通报") == [
        "中共陈仓区委政法委员会文件",
        "陈政法〔2026〕  号",
        "关于逾期未办结事项的通报",
        "区法院：",
        "截至2026年10月31日，你单位承办的事项中，1件已超过办结时限，逾期11个工作日。"
        "现将有关情况通报如下：",
        "一、逾期情况",
        "二、办理要求",
        "请单位主要负责同志亲自过问，逐件查明逾期原因，制定整改措施，立即办结，并向企业反馈、"
        "说明情况。单位自身难以解决的，请及时提请召开研判会研究。",
        "三、反馈期限",
        "请于2026年11月4日前将整改情况书面报中共陈仓区委政法委员会。",
        "特此通报。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
        "　中共陈仓区委政法委员会\t2026年10月31日印发",
    ]
    assert table(run(few()), "通报") == [
        ["序号", "编号", "企业、事项及时限计算", "起始日\n办结时限", "逾期情况\n级别"],
        [
            "1",
            "WT-法院-202609-001",
            "岭东精密机械有限公司\n办理：下游客户拖欠货款42万元，已逾期8个月。\n"
            "时限：2026-09-30 提出，一般 7 个工作日，10月1日—7日放假、10月10日上班，"
            "应于 2026-10-15 前办结",
            "2026-09-30\n2026-10-15",
            "已逾期 11 个工作日\n通报",
        ],
    ]


def test_what_is_copied_goes_neither_to_the_recipient_nor_to_who_signs() -> None:
    made = run(few())
    (late, near) = made.outcome.alerts
    step = replace(late.step, copied="区人大监察司法委、区委政法委、区法院、区人大监察司法委")
    outcome = replace(made.outcome, alerts=(replace(late, step=step), near))
    (letter,) = letters(replace(made, outcome=outcome), "通报")
    assert letter.context["copies"] == "区人大监察司法委"


def test_what_is_due_but_not_late_is_not_called_soon_due() -> None:
    due = problem(2, 提出日期="2026-10-21")
    lines = paragraphs(run({PROBLEMS: [problem(1), due]}, as_of=dt.date(2026, 10, 31)), "通报")
    assert "1件已超过办结时限，逾期11个工作日，另有1件临近或已到期。" in lines[4]
    assert table(run({PROBLEMS: [problem(1), due]}), "通报")[2][4] == "已到期\n临期提醒"


def test_what_clerks_typed_is_printed_with_full_width_signs() -> None:
    made = run({PROBLEMS: [problem(1, 问题描述="抽检有异议,希望复检;\n(加急)")]})
    assert "办理：抽检有异议，希望复检；（加急）" in table(made, "通报")[1][2]


def test_a_long_story_is_cut_so_that_its_row_fits_on_the_first_page() -> None:
    made = run({PROBLEMS: [problem(1, 问题描述="拖欠货款，" * 60)]})
    assert f"办理：{'拖欠货款，' * 9}拖欠货款…\n时限：" in table(made, "通报")[1][2]


def test_a_reminder_is_a_form_without_copies() -> None:
    lines = paragraphs(run(few()), "提醒单")
    assert lines[:4] == [
        "提醒单",
        "陈政法〔2026〕  号",
        "区司法局：",
        "截至2026年10月31日，你单位承办的事项中，1件临近或已到办结时限。现将有关情况提醒如下：",
    ]
    assert lines[-2:] == ["中共陈仓区委政法委员会", "2026年10月31日"]


def test_what_the_office_did_not_set_is_left_for_the_person() -> None:
    blank = with_settings(run(few()), 反馈期限工作日="", 联系人="张晓明", 联系电话="0917-0000000")
    lines = paragraphs(blank, "通报")
    assert "请于　　年　　月　　日前将整改情况书面报中共陈仓区委政法委员会。" in lines
    assert "（联系人：张晓明；联系电话：0917-0000000）" in lines


def test_a_meeting_notice_word_for_word() -> None:
    rows = {
        MEETINGS: [
            meeting(时间=None, 议题="1.三季度办理情况；2.用工纠纷", 参会企业="甲<乙>&丙公司")  # type: ignore[arg-type]  # None: an empty cell
        ]
    }
    assert paragraphs(run(rows), "会议通知") == [
        "中共陈仓区委政法委员会文件",
        "陈政法〔2026〕  号",
        "关于召开东岭联系点联席会议的通知",
        "区法院、区检察院、甲<乙>&丙公司：",
        "按照政法机关联企联席会议制度，经研究，定于2026年11月12日召开东岭联系点联席会议。"
        "现将有关事项通知如下：",
        "一、时间：2026年11月12日（星期四）　　时　　分",
        "二、地点：东岭工业园会议室",
        "三、议题：（1）三季度办理情况；（2）用工纠纷。",
        "四、参会人员：召集人赵海峰，区法院、区检察院有关负责同志，甲<乙>&丙公司代表。",
        "五、其他事项：请参会人员提前安排好工作，准时到会；因故不能参加的，请于会前向召集人请假。"
        "请围绕议题做好发言准备。",
        "特此通知。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
        "　中共陈仓区委政法委员会\t2026年10月31日印发",
    ]


@pytest.mark.parametrize(
    "values, due",
    [
        ({"拟开日期": "2026-12-01"}, True),
        ({"拟开日期": "2026-12-02"}, False),
        ({"拟开日期": "2026-10-31"}, False),
        ({"通知日期": "2026-10-30"}, False),
        ({"通知日期": "2026-11-01"}, True),
        ({"会议状态": "取消"}, False),
    ],
)
def test_only_planned_meetings_of_the_coming_weeks_that_nobody_was_told_of(
    values: dict[str, str], due: bool
) -> None:
    made = run({MEETINGS: [meeting(**values)]})
    assert bool(letters(made, "会议通知")) is due


def test_the_days_ahead_are_the_offices_to_set() -> None:
    made = with_settings(run(few()), 会议通知提前天数="7")
    assert letters(made, "会议通知") == []


def test_the_report_word_for_word() -> None:
    assert paragraphs(run(few()), "月度情况通报") == [
        "中共陈仓区委政法委员会文件",
        "陈政法〔2026〕  号",
        "关于2026年10月政法机关“服务联系点”\n工作情况的通报",
        "区级政法各单位、各服务联系点：",
        "现将2026年10月政法机关“服务联系点”六项工作制度落实情况通报如下：",
        "一、总体情况",
        "截至2026年10月31日，应报送台账29份，尚未收到。",
        "政法各单位走访企业1家、1次，新发现问题1个，均与上月持平。",
        "走访问题累计2个，仍在办理2个。",
        "开展法律服务和法治宣传1场，参加41人次。",
        "截至2026年10月31日，列入预警的事项2件，其中已逾期1件（通报1件），临近或已到期1件。",
        "各单位、各服务联系点工作情况",
        "二、主要做法",
        "（一）走访企业，落实首访责任",
        "区法院走访企业1次。本月发现问题1个，属于本单位职责。",
        "（二）深入园区，开展法律服务和法治宣传",
        "开展法律讲座1场，参加41人次，发放资料100份。",
        "三、存在问题",
        "（一）履职任务没有完成",
        "区委政法委、区检察院、公安陈仓分局、区司法局没有完成本月的走访任务，区委政法委、区法院、"
        "区检察院、公安陈仓分局没有完成本月的法治宣传任务。",
        "（二）部分事项逾期未办结",
        "逾期事项1件，由区法院承办，已逾期11个工作日（WT-法院-202609-001）。",
        "（三）台账填报不规范",
        "问题办理链条有缺环（问题没有措施2处）。",
        "四、下步安排",
        "（一）抓紧办结逾期事项",
        "对1件逾期事项，责任单位要逐件明确承办人和完成日期，限期办结并向企业反馈；自身难以解决的，"
        "及时提请会商研判。",
        "（二）补齐履职任务",
        "没有完成任务的单位、服务联系点要尽快补齐，安排好下月的走访、宣传和会议。",
        "（三）突出重点走访企业",
        "下一步优先走访岭东精密机械有限公司，了解企业法治需求，跟进保障措施。",
        "（四）开好计划中的会议",
        "做好东岭联系点联席会议（11月12日）的筹备，提前收集企业法治需求。",
        "（五）按时报送下月台账",
        "11月的台账请于2026年12月7日前报送，当月没有工作内容的也要零报告。",
        "附件：逾期和临期事项清单",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
        "附件",
        "逾期和临期事项清单",
        "　中共陈仓区委政法委员会\t2026年10月31日印发",
    ]


def test_the_table_of_the_report_has_a_line_for_each_unit_and_point() -> None:
    lines = table(run(few()), "月度情况通报")
    assert [line[0] for line in lines[1:]] == [*UNITS, *POINTS]
    assert lines[2] == ["区法院", "1", "0", "—", "—", "0", "0", "1"]
    assert lines[-2] == ["东岭联系点", "—", "—", "0", "0", "—", "0", "0"]


@pytest.mark.parametrize("rows", [{}, few(), many(60)], ids=["empty", "few", "many"])
def test_the_report_names_nothing_that_there_is_none_of(rows: Rows) -> None:
    text = "".join(paragraphs(run(rows), "月度情况通报"))
    assert not [word for word in ("0件", "0个", "0次", "0场", "0份", "None") if f"，{word}" in text]
    assert "、0" not in text
    assert "。。" not in text
    assert "，。" not in text


def test_a_month_without_anything_has_neither_empty_parts_nor_an_annexe() -> None:
    document = opened(run({}), "月度情况通报")
    lines = [one.text for one in document.paragraphs]
    assert not [line for line in lines if "主要做法" in line or "附件" in line]
    assert "二、存在问题" in lines
    assert len(document.sections) == 1
    assert document.sections[0].orientation == 0
    assert "PAGE" in document.sections[0].footer.paragraphs[0]._p.xml
    assert "PAGE" in document.sections[0].even_page_footer.paragraphs[0]._p.xml


def test_the_annexe_stands_on_landscape_pages_at_the_end() -> None:
    document = opened(run(few()), "月度情况通报")
    assert [section.orientation for section in document.sections] == [0, 1]


@pytest.mark.parametrize("kind", ["通报", "会议通知", "月度情况通报"])
def test_same_run_same_bytes(kind: str) -> None:
    assert written(run(few()), kind) == written(run(few()), kind)


def test_the_offices_fonts_and_a_long_mark_are_used() -> None:
    mark = "中共某某市某某区委全面依法治区委员会办公室文件"
    made = with_settings(run(few()), 正文字体="方正仿宋_GBK", 发文机关标志=mark)
    styles = opened(made, "通报").styles
    fonts = styles["Normal"].element.rPr.rFonts
    assert {*fonts.attrib.values()} >= {"方正仿宋_GBK"}
    assert "仿宋_GB2312" not in fonts.attrib.values()
    size = styles["发文机关标志"].font.size
    assert size is not None
    assert size.pt * len(mark) <= 156 / 25.4 * 72


@pytest.mark.parametrize("alerts", [3, 60])
def test_no_page_is_empty(alerts: int, convert: Convert, tmp_path: Path, pdftotext: str) -> None:
    made = run(many(alerts))
    for kind in ("通报", "月度情况通报", "会议通知"):
        path = tmp_path / f"{kind}.docx"
        path.write_bytes(written(made, kind))
        done = subprocess.run(
            [pdftotext, str(convert(path, "pdf")), "-"], capture_output=True, check=True
        )
        pages = done.stdout.decode().split("\f")[:-1]
        assert pages
        assert all(len(page.split()) > 3 for page in pages)


@pytest.mark.parametrize(
    "name",
    [
        '甲/乙\\丙:丁*戊?己"庚<辛>壬|癸',
        "CON",
        "con.txt",
        "末尾. ",
        "",
        "长" * 200,
        "换\n行",
        "表😀",
    ],
)
def test_file_names_are_safe_everywhere(name: str) -> None:
    stem = filenames.stem(name)
    assert stem
    assert not set(stem) & set('\\/:*?"<>|\n')
    assert stem.split(".")[0].upper() not in ("CON", "PRN", "AUX", "NUL")
    assert not stem.endswith((".", " "))
    assert len(stem.encode()) <= filenames.STEM_BYTES
    assert filenames.stem("长" * 200) != filenames.stem("长" * 201)
    assert filenames.stem("甲/乙") != filenames.stem("甲:乙")


def test_every_document_has_its_template_and_place() -> None:
    found = documents_catalog.documents()
    known = [
        "会议通知",
        *ALERTS,
        "月度情况通报",
        "催报单",
        "会议纪要",
        "交办单",
        "协办函",
        "移交函",
        "回复反馈函",
        "旁听庭审邀请函",
        "送阅单",
        "典型案例汇编",
        "研判会专报",
        "季度分析研判报告",
        "月度情况通报公开版",
    ]
    assert [kind for kind in found if kind in known] == known
    for document in found.values():
        assert word.template_path(document.template).is_file()


def test_a_name_that_ends_with_a_digit_does_not_run_into_its_count() -> None:
    counts = [("来电来访", 8), ("12345", 2), ("走访", 0)]
    assert phrasing.counted(counts, "件") == "来电来访8件、12345（2件）"


def test_a_silent_unit_is_asked_for_what_it_owes() -> None:
    sent = submission(
        "区法院", ledgers=["走访日志", "走访问题清单", "解决措施清单"], filed_on="2026-11-03"
    )
    others = [submission(who, ledgers=list(catalog.ledgers())) for who in (*UNITS[2:], *POINTS)]
    made = run({}, submissions=(sent, *others), as_of=dt.date(2026, 10, 31))
    assert letters(made, "催报单") == []
    outcome = builders.outcome({}, "2026-11-10", within=made.office, submissions=made.submissions)
    late = replace(made, context=replace(made.context, as_of=outcome.as_of), outcome=outcome)
    assert [one.recipient for one in letters(late, "催报单")] == ["区委政法委", "区法院"]
    lines = paragraphs(late, "催报单", 1)
    assert lines[:4] == [
        "催报单",
        "陈政法〔2026〕  号",
        "区法院：",
        "截至2026年11月10日，你单位应报送的台账中，有2份已过截止日仍未收到。现将有关情况提醒如下：",
    ]
    rows = docx.Document(io.BytesIO(written(late, "催报单", 1))).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows][:2] == [
        ["序号", "台账", "月份", "截止日", "已超过", "情况"],
        ["1", "三张清单（回复反馈清单）", "2026年10月", "2026-11-05", "3 个工作日", "没有收到"],
    ]


def test_the_report_counts_nothing_on_its_own() -> None:
    made = run(many(30))
    bare = replace(made, context=replace(made.context, register=builders.register({})))
    lines, without = (
        [line.split("）", 1)[-1] for line in paragraphs(one, "月度情况通报")]
        for one in (made, bare)
    )
    assert [line for line in lines if line not in without] == [
        "开好计划中的会议",
        "的筹备，提前收集企业法治需求。",
    ]
    assert table(bare, "月度情况通报") == table(made, "月度情况通报")
    assert letters(bare, "月度情况通报")[0].charts == letters(made, "月度情况通报")[0].charts


def test_every_number_of_the_report_is_a_figure_with_its_rows() -> None:
    made = run(many(30))
    known = {f"{one.value:g}" for one in made.outcome.indicators if one.value != ""}
    text = "".join(paragraphs(made, "月度情况通报")).split("附件")[0].replace("较上月减少", "-")
    numbers = re.findall(r"(-?\d+(?:\.\d+)?)(?:个工作日|个|件|次|场|份|家|人次|人|处|%)", text)
    assert len(numbers) > 30
    assert [number for number in numbers if number not in known] == []
    cells = {cell for line in table(made, "月度情况通报")[1:] for cell in line[1:]} - {"—"}
    assert cells <= known


def test_the_report_draws_the_trend_the_categories_and_who_is_late() -> None:
    rows = many(8)
    before = [problem(100 + n, 提出日期="2026-09-01", 问题类别="执行") for n in range(2)]
    (letter,) = letters(run({**rows, PROBLEMS: [*rows[PROBLEMS], *before]}), "月度情况通报")
    assert set(letter.charts) == {"trend", "categories", "alerted"}
    categories, alerted = letter.charts["categories"], letter.charts["alerted"]
    assert categories.categories == ("劳动用工", "合规规章", "知识产权", "执行", "合同债务")
    assert categories.series == {"上月": (0, 0, 0, 2, 0), "本月": (6, 3, 2, 2, 2)}
    assert alerted.series.keys() == {"逾期"}
    assert alerted.categories[0] == "法院"
    assert letters(run({}), "月度情况通报")[0].charts == {}


def test_the_figures_of_a_month_are_compared_with_the_last_once_it_is_over() -> None:
    last = {OUTREACH: [outreach(1, "区司法局")], DEMANDS: [demand(1), demand(2)]}
    earlier = [
        {**demand(n), "需求编号": f"XQ-东岭-202609-{n:03d}", "登记日期": "2026-09-21"}
        for n in range(3, 6)
    ]
    talk = {**outreach(7, "区法院"), "活动日期": "2026-09-09"}
    rows: Rows = {OUTREACH: [*last[OUTREACH], talk], DEMANDS: [*last[DEMANDS], *earlier]}
    text = "".join(paragraphs(run(rows), "月度情况通报"))
    assert "各服务联系点新登记企业法治需求2件，较上月减少1件，在办5件。" in text
    assert "开展法律服务和法治宣传1场，与上月持平，参加41人次。" in text
    running = run(rows, as_of=dt.date(2026, 10, 29))
    assert "上月" not in "".join(paragraphs(running, "月度情况通报"))
    friday = run(rows, as_of=dt.date(2026, 10, 30))
    assert "与上月持平" in "".join(paragraphs(friday, "月度情况通报"))
