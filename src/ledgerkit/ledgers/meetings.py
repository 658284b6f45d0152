"""会议安排: 联席会议, 专题联席会议, 小会商 and 研判会, and what they resolved (policy 一, 三)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.model.columns import (
    Choice,
    Date,
    Key,
    Light,
    Name,
    Names,
    People,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.deadline import Chain, Deadline, Gap
from ledgerkit.model.ledger import (
    DutyRule,
    Filer,
    Ledger,
    NotBefore,
    NotWith,
    RequiredWhen,
)
from ledgerkit.model.row import Row

COMMITTEE = "区委政法委"
"""Who may call 专题联席会议 and 研判会 in the place of a point (policy 一.4, 三.3)."""


_NEEDED = frozenset({"实开日期", "完成时限", "完成日期", "会议状态"})
"""The cells that the clock needs: one that could not be read stops it."""


def deadlines(meeting: Row, chain: Chain) -> Iterator[Deadline]:
    """完成时限 of what a meeting that was held resolved, until 完成日期."""
    due, held = meeting.day("完成时限"), _held_on(meeting, chain)
    if due is None or held is None or chain.given(meeting.day("完成日期")):
        return
    if meeting["会议状态"] == words.CANCELLED or not meeting.unread.isdisjoint(_NEEDED):
        return
    unit = meeting.text("责任单位") or meeting.text("服务联系点")
    yield Deadline("议定事项", "会议议定", held, unit, due=due)


def _held_on(meeting: Row, chain: Chain) -> dt.date | None:
    """实开日期; for a meeting 已召开 without one, the day that was planned."""
    planned = meeting.day("拟开日期") if meeting["会议状态"] == words.HELD else None
    return chain.given(meeting.day("实开日期") or planned)


def is_unsettled(meeting: Row, chain: Chain) -> bool:
    """Still to be held; or held, and what it resolved is not done yet."""
    if meeting["会议状态"] == words.CANCELLED:
        return False
    if meeting["会议状态"] != words.HELD and chain.given(meeting.day("实开日期")) is None:
        return True
    resolved = meeting["议定事项"] is not None or meeting["完成时限"] is not None
    return resolved and chain.given(meeting.day("完成日期")) is None


def gaps(meeting: Row, chain: Chain) -> Iterator[Gap]:
    """Held without 纪要; its day past and still 计划."""
    if meeting["会议状态"] == words.HELD and _held_on(meeting, chain):
        formal = meeting["会议类型"] != words.CONSULTATION
        if formal and not meeting["纪要文号"] and "纪要文号" not in meeting.unread:
            yield Gap("meeting-without-minutes", meeting, "纪要文号")
    planned = meeting.day("拟开日期")
    if planned and planned < chain.as_of and meeting["会议状态"] == words.PLANNED:
        if not chain.given(meeting.day("实开日期")):
            yield Gap("meeting-passed", meeting, "会议状态")


LEDGER = Ledger(
    name="会议安排",
    aliases=("会议安排表", "联席会议安排", "会议台账", "会议计划"),
    prefix="HY",
    order=6,
    system="一、联席会议",
    filer=Filer.POINT,
    dated="拟开日期",
    owner="服务联系点",
    subject=None,
    matter="议题",
    columns=(
        Serial(),
        Key(
            name="会议编号",
            example="HY-东岭-202610-001",
            help="HY-联系点简称-年月-三位序号,不能重复",
        ),
        Choice(name="会议类型", required=True, words=words.MEETING, width=15, example="联席会议"),
        Name(
            name="服务联系点",
            required=True,
            of=(Names.POINT,),
            extra=(COMMITTEE,),
            aliases=("联系点", "主办联系点"),
            width=16,
            example="东岭联系点",
            help="专题联席会议和研判会可填“区委政法委”",
        ),
        People(name="召集人", required=True, aliases=("主持人",), example="赵海峰"),
        Date(
            name="拟开日期",
            required=True,
            planned=True,
            aliases=("会议日期", "拟开时间"),
            example="2026-10-23",
        ),
        Time(name="时间", aliases=("会议时间",), example="09:30"),
        Text(
            name="地点", required=True, aliases=("会议地点",), width=18, example="东岭工业园会议室"
        ),
        Text(
            name="议题",
            required=True,
            aliases=("会议议题",),
            width=36,
            example="三季度法治需求办理情况",
        ),
        Name(
            name="参会单位",
            required=True,
            of=(Names.UNIT, Names.POINT, Names.DEPARTMENT),
            many=True,
            width=24,
            example="区法院、区检察院",
        ),
        Name(
            name="参会企业",
            of=(Names.FIRM, Names.PARK),
            many=True,
            width=24,
            example="岭东精密机械有限公司",
        ),
        Date(name="通知日期", example="2026-10-19"),
        Date(name="实开日期", aliases=("召开日期",), example="2026-10-23"),
        Text(name="纪要文号", width=20, example="东岭联席纪要〔2026〕3号"),
        Text(name="议定事项", width=30, example="由区法院开展一次买卖合同专题讲座"),
        Name(name="责任单位", of=(Names.UNIT, Names.POINT), many=True, width=16, example="区法院"),
        Date(name="完成时限", planned=True, example="2026-11-13"),
        Text(name="落实情况", width=24, example="正在筹备"),
        Date(name="完成日期", example="2026-11-10"),
        Choice(name="会议状态", required=True, words=words.MEETING_STATE, example="已召开"),
        Text(name="延期原因", width=18, example="与区人大会议冲突"),
        Light(due="完成时限", done=("完成日期",), help="自动计算,不用填"),
    ),
    checks=(
        RequiredWhen("实开日期", "会议状态", (words.HELD,)),
        RequiredWhen("延期原因", "会议状态", (words.PUT_OFF,)),
        RequiredWhen("完成时限", "议定事项"),
        RequiredWhen("责任单位", "议定事项"),
        NotBefore("完成时限", "实开日期"),
        NotBefore("完成日期", "实开日期"),
        NotBefore("拟开日期", "通知日期"),
        NotWith("服务联系点", "会议类型", (words.JOINT, words.CONSULTATION), (COMMITTEE,)),
    ),
    duty=DutyRule("联席会议", who="服务联系点", on="实开日期", only=("会议类型", words.JOINT)),
    deadlines=deadlines,
    gaps=gaps,
    unsettled=is_unsettled,
)
