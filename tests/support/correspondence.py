"""Rows of October 2026 that call for letters and forms, for the tests of documents."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
from docx.document import Document as Word

import builders
from builders import (
    CASES,
    DEMANDS,
    FEEDBACK,
    HEARINGS,
    MEASURES,
    MEETINGS,
    PROBLEMS,
    Rows,
    Values,
)
from ledgerkit.office import Firm, Office
from ledgerkit.papers import catalog, word
from ledgerkit.rules.run import Run
from made_up import FIRM, POINTS, UNITS, letters, meeting, problem

OTHER_FIRM = "西岭新能源电池有限公司"


def office() -> Office:
    """Units with people to ask, a firm with one, the shipped departments."""
    made = builders.office(units=UNITS, points=POINTS)
    units = tuple(
        replace(unit, contact="李文", phone="0917-1111111") if unit.name == "区法院" else unit
        for unit in made.units
    )
    firms = (Firm(FIRM, contact="王建国", phone="0917-2222222"), Firm(OTHER_FIRM))
    return replace(made, units=units, firms=firms)


def written(run: Run, kind: str, at: int = 0) -> bytes:
    """The bytes of a letter, before masking."""
    document = catalog.documents()[kind]
    letter = letters(run, kind)[at]
    return word.render(document, letter, run.office, word.template_path(document.template))


def opened(run: Run, kind: str, at: int = 0) -> Word:
    """A letter as it comes out, before masking."""
    return docx.Document(io.BytesIO(written(run, kind, at)))


def paragraphs(run: Run, kind: str, at: int = 0) -> list[str]:
    """Every paragraph that says something, a letter's mark first."""
    document = opened(run, kind, at)
    first_page = document.sections[0].first_page_header
    marks = [] if first_page.is_linked_to_previous else first_page.paragraphs
    return [one.text for one in (*marks, *document.paragraphs) if one.text]


def tables(run: Run, kind: str, at: int = 0) -> list[list[list[str]]]:
    """The cells of every table."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in opened(run, kind, at).tables
    ]


def recipients(run: Run, kind: str) -> list[str]:
    return [letter.recipient for letter in letters(run, kind)]


def stems(run: Run, kind: str) -> list[str]:
    return [letter.stem for letter in letters(run, kind)]


def held_meeting(**values: str) -> Values:
    """A 联席会议 of 2026-10-21 without minutes."""
    return meeting(
        **{
            "会议编号": "HY-东岭-202610-001",
            "拟开日期": "2026-10-20",
            "实开日期": "2026-10-21",
            "会议状态": "已召开",
            **values,
        }
    )


def fresh(number: int, **values: str) -> Values:
    """A problem of 2026-10-29, not handed on: due on 2026-11-09."""
    return problem(
        number,
        **{"问题编号": f"WT-法院-202610-{number:03d}", "提出日期": "2026-10-29", **values},
    )


def submitted(number: int, **values: str) -> Values:
    """A demand that 东岭联系点 submitted to 区司法局 on 2026-10-28: due on 2026-11-05."""
    return {
        "需求编号": f"XQ-东岭-202610-{number:03d}",
        "服务联系点": "东岭联系点",
        "企业名称": FIRM,
        "需求来源": "来电来访",
        "登记日期": "2026-10-27",
        "需求内容": "希望上门讲解劳动合同管理,并审查用工制度。",
        "需求类别": "劳动用工",
        "紧急程度": "一般",
        "小会商日期": "2026-10-28",
        "会商意见": "提交区司法局提出方案",
        "提交单位": "区司法局",
        "提交日期": "2026-10-28",
        "办理状态": "办理中",
        "owner": "东岭联系点",
        **values,
    }


def measure(number: int, of: str, **values: str) -> Values:
    return {
        "措施编号": f"CS-法院-202610-{number:03d}",
        "问题编号": of,
        "解决措施": "移交职能部门调解工资争议",
        "责任单位": "区法院",
        "责任人": "张晓明",
        "计划完成日期": "2026-11-06",
        **values,
    }


def feedback(number: int, of: str, **values: str) -> Values:
    return {
        "反馈编号": f"FK-法院-202610-{number:03d}",
        "问题编号": of,
        "反馈日期": "2026-10-30",
        "反馈人": "张晓明",
        "办理结果": "已解决",
        "是否销号": "否",
        **values,
    }


def hearing(**values: str) -> Values:
    """An open hearing of 2026-11-12, a Thursday, to which nobody has been invited yet."""
    return {
        "旁听编号": "PT-法院-202611-001",
        "案由": "买卖合同纠纷",
        "开庭日期": "2026-11-12",
        "法庭": "第三审判庭",
        "是否公开审理": "是",
        "邀请企业": FIRM,
        "邀请人数": "8",
        **values,
    }


def case(number: int, **values: str) -> Values:
    return {
        "案例编号": f"AL-检察院-202610-{number:03d}",
        "标题": "某公司员工侵占货款案",
        "来源层级": "区内",
        "案件类型": "刑事治安",
        "基本案情": "某公司业务员截留货款18万元。",
        "处理结果": "以职务侵占罪判处有期徒刑一年。",
        "风险提示": "货款回收应当专户管理、定期对账。",
        "是否脱敏": "是",
        "审核人": "刘敏",
        "编入期次": "2026 年第 4 期",
        "送阅对象": "东岭工业园",
        "owner": "区检察院",
        **values,
    }


def everything() -> Rows:
    """Each kind of letter at least once."""
    return {
        MEETINGS: [
            held_meeting(
                议定事项="1.由区法院开展一次买卖合同专题讲座；2.由区司法局审查用工制度",
                责任单位="区法院、区司法局",
                完成时限="2026-11-20",
                参会企业=FIRM,
            ),
            meeting(拟开日期="2026-11-02"),
        ],
        DEMANDS: [
            submitted(1),
            submitted(
                2,
                企业名称=OTHER_FIRM,
                会商意见="",
                服务联系点="西岭联系点",
                需求内容="咨询商标注册",
            ),
            submitted(
                3,
                方案日期="2026-10-28",
                单位方案="上门服务",
                落实情况="已讲课一次",
                办理状态="已办结",
                办结日期="2026-10-30",
            ),
        ],
        PROBLEMS: [
            fresh(1, 职责归属="跨政法单位", 主办单位="区司法局", 首访单位="区法院"),
            fresh(2, 职责归属="跨政法单位", 协办单位="公安陈仓分局"),
            fresh(
                3,
                职责归属="非政法职责",
                主办单位="区人社局",
                企业名称=OTHER_FIRM,
                问题描述="拖欠职工工资",
                问题类别="劳动用工",
            ),
            fresh(4, 职责归属="非政法职责", 主办单位="区人社局", 问题描述="社保缴费基数有争议"),
            fresh(5, 办理状态="已办结", 办结日期="2026-10-30", 提出日期="2026-10-26"),
        ],
        MEASURES: [
            measure(5, "WT-法院-202610-005", 解决措施="诉前调解", 进展情况="双方达成还款协议")
        ],
        FEEDBACK: [],
        HEARINGS: [hearing()],
        CASES: [case(1), case(2, 标题="某厂商标侵权案", 案件类型="知识产权")],
    }
