"""季度分析研判报告 and that of a year: what recurs, how it is dealt with, what follows."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

import builders
from builders import DEMANDS, FEEDBACK, OUTREACH, PROBLEMS, VISITS, Rows, Values
from correspondence import opened, paragraphs, tables
from ledgerkit.model.period import Cycle
from ledgerkit.office import Firm, Office
from ledgerkit.papers import catalog
from ledgerkit.rules.run import Run
from made_up import FIRM, POINTS, UNITS, demand, letters, many, outreach, problem, run, visit

KIND = "季度分析研判报告"
OTHER = "西岭<电>&“池”😀" + "新能源有限公司" * 8
END = dt.date(2026, 12, 31)


def office() -> Office:
    made = builders.office(units=UNITS, points=POINTS, obligations=(), filings=())
    return replace(made, firms=(Firm(FIRM, park="东岭工业园"), Firm(OTHER, park="东岭工业园")))


def quarter(rows: Rows, cycle: Cycle = Cycle.QUARTER) -> Run:
    return run(rows, office=office(), as_of=END, cycle=cycle)


def closed(number: int, on: str, **values: str) -> Values:
    """A problem that was closed the day after it was raised."""
    day = dt.date.fromisoformat(on)
    after = (day + dt.timedelta(days=1)).isoformat()
    return {**problem(number, 提出日期=on, 办理状态="已销号", 办结日期=after), **values}


def some() -> Rows:
    """Contract debts twice and then thrice, at one firm; labour once and then twice."""
    return {
        VISITS: [visit(1, "区法院", "2026-10-13"), visit(2, "区法院", "2026-09-15")],
        PROBLEMS: [
            closed(1, "2026-07-07"),
            closed(2, "2026-08-11"),
            closed(3, "2026-08-12", 问题类别="劳动用工", 企业名称=OTHER),
            closed(4, "2026-10-13"),
            closed(5, "2026-11-10"),
            closed(6, "2026-11-11"),
            closed(7, "2026-12-08", 问题类别="劳动用工", 企业名称=OTHER),
            closed(8, "2026-12-09", 问题类别="劳动用工", 企业名称=OTHER),
            closed(9, "2026-12-10", 问题类别="知识产权", 企业名称="丙公司"),
        ],
        FEEDBACK: [
            {"反馈日期": "2026-10-15", "满意度": "满意", "问题编号": "WT-法院-202609-004"},
            {"反馈日期": "2026-09-15", "满意度": "不满意", "问题编号": "WT-法院-202606-001"},
            {"反馈日期": "2026-09-16", "满意度": "满意", "问题编号": "WT-法院-202609-002"},
        ],
        OUTREACH: [{**outreach(1, "区法院"), "活动日期": "2026-11-03"}],
    }


def test_a_quarter_word_for_word() -> None:
    made = quarter(some())
    assert paragraphs(made, KIND) == [
        "中共陈仓区委政法委员会文件",
        "陈政法〔2026〕  号",
        "关于2026年第四季度政法机关优化法治化\n营商环境工作情况的分析研判报告",
        "政法机关联企联席会议各成员单位：",
        "按照政法机关联企联席会议制度，汇总分析2026年第四季度各单位、各服务联系点的工作台账"
        "（截至2026年12月31日），现将有关情况报告如下：",
        "一、总体情况",
        "政法各单位走访企业1家、1次，与上季度持平。走访发现问题6个，较上季度增加3个。",
        "开展法律服务和法治宣传1场，参加41人次。",
        "各单位、各服务联系点工作情况",
        "二、普遍性、倾向性问题",
        "（一）反映集中的问题",
        "本季度走访发现的问题和登记的需求共6件（同一事项只计一次），较上季度增加3件，"
        "集中在合同债务（3件）、劳动用工（2件）方面。与上季度相比，合同债务由2件增至3件，"
        "劳动用工由1件增至2件。合同债务连续两期反映最多，是带有普遍性的问题。",
        "（二）问题较多的园区",
        "问题和需求较多的园区是东岭工业园（5件），主要涉及合同债务、劳动用工。",
        "（三）多次反映问题的企业",
        f"本季度反映问题和需求两件以上的有岭东精密机械有限公司（3件）、{OTHER}（2件），"
        "应当作为重点走访对象。",
        "（四）变化趋势",
        "从月份看，问题和需求10月1件、11月2件、12月3件，逐月增加。",
        "多次反映问题和需求的企业",
        "三、办理质效",
        "（一）办理情况",
        "本季度办结问题6个，较上季度增加3个，按时办结率100%，与上季度持平。"
        "企业反馈满意率100%，较上季度提高50个百分点。",
        "（二）台账报送和填报情况",
        "问题办理链条有缺环（问题没有措施9处）。",
        "四、下步建议",
        "（一）开展针对性法治宣传和法律服务",
        "下季度围绕合同债务、劳动用工等反映集中的问题安排宣传和服务，重点讲清合同审查、货款回收和"
        "证据留存，劳动合同管理、工资支付和工伤处理，选择同类典型案例送阅，组织企业旁听庭审。",
        "（二）突出重点园区和企业",
        "问题较多的东岭工业园，由所在服务联系点召开联席会议专题研究。"
        f"多次反映问题的岭东精密机械有限公司、{OTHER}，由首访单位牵头重点走访，一揽子解决。",
        "中共陈仓区委政法委员会",
        "2026年12月31日",
        "　中共陈仓区委政法委员会\t2026年12月31日印发",
    ]
    assert tables(made, KIND)[1] == [
        ["序号", "企业", "件数", "类别", "编号"],
        [
            "1",
            FIRM,
            "3",
            "合同债务",
            "WT-法院-202609-004\nWT-法院-202609-005\nWT-法院-202609-006",
        ],
        ["2", OTHER, "2", "劳动用工", "WT-法院-202609-007\nWT-法院-202609-008"],
    ]
    charts = letters(made, KIND)[0].charts
    assert charts["categories"].categories == ("合同债务", "劳动用工", "知识产权")
    assert charts["categories"].series == {"上季度": (2, 1, 0), "本季度": (3, 2, 1)}
    assert charts["trend"].categories == ("10月", "11月", "12月")


def test_a_year_is_called_so() -> None:
    lines = paragraphs(quarter(some(), Cycle.YEAR), KIND)
    assert lines[2] == "关于2026年度政法机关优化法治化\n营商环境工作情况的分析研判报告"
    assert "政法各单位走访企业2家、2次。走访发现问题9个。" in lines
    assert "从月份看，问题和需求7月1件、8月2件、10月1件、11月2件、12月3件，12月最多。" in lines
    assert [one.stem for one in letters(quarter(some(), Cycle.YEAR), KIND)] == [
        "2026年度分析研判报告"
    ]


def test_a_quarter_without_anything_has_no_empty_parts() -> None:
    assert paragraphs(quarter({}), KIND)[5:] == [
        "一、总体情况",
        "本季度各单位、各服务联系点没有报送走访、需求、会议和宣传方面的记录。",
        "各单位、各服务联系点工作情况",
        "二、下步建议",
        "继续落实走访企业、会商研判、法治宣传等工作制度，主动了解企业法治需求，"
        "做到早发现、早办理、早反馈。",
        "中共陈仓区委政法委员会",
        "2026年12月31日",
        "　中共陈仓区委政法委员会\t2026年12月31日印发",
    ]


@pytest.mark.parametrize(
    "months, course",
    [
        ((3, 2, 1), "10月3件、11月2件、12月1件，逐月减少"),
        ((2, 2, 2), "10月2件、11月2件、12月2件，各月持平"),
        ((1, 3, 1), "10月1件、11月3件、12月1件，11月最多"),
        ((2, 0, 2), "10月2件、12月2件，各月有起伏"),
    ],
)
def test_the_course_of_the_months(months: tuple[int, ...], course: str) -> None:
    held = [
        closed(100 * at + n, f"2026-{10 + at}-{8 + n:02d}")
        for at, count in enumerate(months)
        for n in range(count)
    ]
    assert f"从月份看，问题和需求{course}。" in paragraphs(quarter({PROBLEMS: held}), KIND)


def test_what_fell_and_what_is_new_beside_the_last_quarter() -> None:
    held = [
        *(closed(n, f"2026-08-{10 + n}") for n in range(1, 4)),
        closed(4, "2026-10-13"),
        closed(5, "2026-10-14", 问题类别="知识产权"),
        closed(6, "2026-10-15", 问题类别="知识产权"),
    ]
    text = "".join(paragraphs(quarter({PROBLEMS: held}), KIND))
    assert "与上季度相比，合同债务由3件减至1件，知识产权是新出现的多发类别。" in text
    assert "连续两期" not in text


def test_duties_that_were_missed_and_filings_that_did_not_come() -> None:
    made = run({DEMANDS: [demand(1)]}, as_of=END, cycle=Cycle.QUARTER)
    text = "".join(paragraphs(made, KIND))
    assert (
        "走访任务有15家次没有完成，涉及区委政法委、区法院、区检察院、公安陈仓分局、区司法局，"
        "法治宣传任务有15家次没有完成，涉及区委政法委、区法院、区检察院、公安陈仓分局、区司法局，"
        "联席会议任务有2家次没有完成，涉及东岭联系点、西岭联系点。"
    ) in text
    assert "应报送台账87份，还没有到截止日29份，没有报送58份，涉及区委政法委、" in text


@pytest.mark.parametrize("rows", [{}, some(), many(60)], ids=["empty", "some", "many"])
@pytest.mark.parametrize("cycle", [Cycle.QUARTER, Cycle.YEAR])
def test_nothing_is_named_that_there_is_none_of(rows: Rows, cycle: Cycle) -> None:
    text = "".join(paragraphs(run(rows, as_of=END, cycle=cycle), KIND))
    assert not re.search(r"(?<!\d)0(件|个|次|场|份|家|处)|None|、0|。。|，。|，，|（）", text)
    assert not {"本月", "上月", "下月"} & {text[at : at + 2] for at in range(len(text))}


@pytest.mark.parametrize("cycle", [Cycle.QUARTER, Cycle.YEAR])
def test_every_number_is_a_figure_with_its_rows(cycle: Cycle) -> None:
    rows = {**many(30), **{name: [*many(30)[name], *own] for name, own in some().items()}}
    made = run(rows, as_of=END, cycle=cycle)
    known = {f"{abs(float(one.value)):g}" for one in made.outcome.indicators}
    text = "".join(paragraphs(made, KIND)[5:])
    numbers = re.findall(
        r"(\d+(?:\.\d+)?)(?:个工作日|个百分点|个|件|次|场|份|家|家次|人次|处|%)", text
    )
    assert len(numbers) > 40
    assert [number for number in numbers if number not in known] == []


def test_it_is_written_for_a_quarter_and_a_year_only() -> None:
    assert catalog.documents()[KIND].cycles == (Cycle.QUARTER, Cycle.YEAR)


def test_two_charts_stand_in_two_pictures() -> None:
    parts = opened(quarter(some()), KIND).part.package.iter_parts()
    pictures = [part for part in parts if part.partname.endswith(".png")]
    drawn = {bytes(part.blob) for part in pictures if len(part.blob) > 1000}
    assert len(drawn) == 2


def test_a_quarter_that_still_runs_is_not_compared_with_a_whole_one() -> None:
    early = run(some(), office=office(), as_of=dt.date(2026, 12, 30), cycle=Cycle.QUARTER)
    text = "".join(paragraphs(early, KIND))
    assert "上季度" not in text
    assert [*letters(early, KIND)[0].charts["categories"].series] == ["本季度"]
