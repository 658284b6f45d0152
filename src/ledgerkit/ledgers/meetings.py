"""会议安排: 联席会议, 专题联席会议, 小会商 and 研判会, and what they resolved (policy 一, 三)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ledgerkit.ledgers import demands, words
from ledgerkit.model.columns import (
    Choice,
    Date,
    Key,
    Light,
    Name,
    NameList,
    Names,
    People,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.deadline import Deadline, Gap, Matter, RowContext
from ledgerkit.model.ledger import DutyRule, Filer, Ledger, NotBefore, NotWith, RequiredWhen
from ledgerkit.model.period import Cycle
from ledgerkit.model.row import Row

COMMITTEE = "区委政法委"
"""Who may call 专题联席会议 and 研判会 in the place of a point (policy 一.4, 三.3)."""


class Meetings(
    Ledger,
    name="会议安排",
    aliases=("会议安排表", "联席会议安排", "会议台账", "会议计划"),
    prefix="HY",
    system="一、联席会议",
    filer=Filer.POINT,
    due_day=5,
    after=lambda: demands.Demands,
):
    """会议安排."""

    serial = Serial()
    key = Key("会议编号", example="HY-东岭-202610-001", help="HY-联系点简称-年月-三位序号,不能重复")
    kind = Choice("会议类型", required=True, words=words.MEETING, width=15, example="联席会议")
    point = Name(
        "服务联系点",
        required=True,
        of=(NameList.POINT,),
        extra=(COMMITTEE,),
        aliases=("联系点", "主办联系点"),
        width=16,
        example="东岭联系点",
        help="专题联席会议和研判会可填“区委政法委”",
    )
    convener = People("召集人", required=True, aliases=("主持人",), example="赵海峰")
    scheduled_on = Date(
        "拟开日期",
        required=True,
        planned=True,
        aliases=("会议日期", "拟开时间"),
        example="2026-10-23",
    )
    time = Time("时间", aliases=("会议时间",), example="09:30")
    venue = Text("地点", required=True, aliases=("会议地点",), width=18, example="东岭工业园会议室")
    topic = Text(
        "议题", required=True, aliases=("会议议题",), width=36, example="三季度法治需求办理情况"
    )
    units = Names(
        "参会单位",
        required=True,
        of=(NameList.UNIT, NameList.POINT, NameList.DEPARTMENT),
        width=24,
        example="区法院、区检察院",
    )
    firms = Names(
        "参会企业", of=(NameList.FIRM, NameList.PARK), width=24, example="岭东精密机械有限公司"
    )
    notified_on = Date("通知日期", example="2026-10-19")
    held_on = Date("实开日期", aliases=("召开日期",), example="2026-10-23")
    minutes_number = Text("纪要文号", width=20, example="东岭联席纪要〔2026〕3号")
    resolutions = Text("议定事项", width=30, example="由区法院开展一次买卖合同专题讲座")
    responsible = Names("责任单位", of=(NameList.UNIT, NameList.POINT), width=16, example="区法院")
    due_on = Date("完成时限", planned=True, example="2026-11-13")
    progress = Text("落实情况", width=24, example="正在筹备")
    done_on = Date("完成日期", example="2026-11-10")
    state = Choice("会议状态", required=True, words=words.MEETING_STATE, example="已召开")
    delay_reason = Text("延期原因", width=18, example="与区人大会议冲突")
    light = Light(due=due_on, done=(done_on,), help="自动计算,不用填")

    dated = scheduled_on
    owner = point
    gist = topic
    checks = (
        RequiredWhen(held_on, state, (words.HELD,)),
        RequiredWhen(delay_reason, state, (words.PUT_OFF,)),
        RequiredWhen(due_on, resolutions),
        RequiredWhen(responsible, resolutions),
        NotBefore(due_on, held_on),
        NotBefore(done_on, held_on),
        NotBefore(scheduled_on, notified_on),
        NotWith(point, kind, (words.JOINT, words.CONSULTATION), (COMMITTEE,)),
    )
    duty = DutyRule(
        "联席会议",
        on=held_on,
        who=point,
        subject=Filer.POINT,
        cycle=Cycle.QUARTER,
        only=(kind, words.JOINT),
    )
    matters = (Matter("议定事项", demanded="完成", planned=due_on),)
    gap_codes = ("meeting-without-minutes", "meeting-passed")

    @classmethod
    def deadlines(cls, row: Row, context: RowContext) -> Iterator[Deadline]:
        """完成时限 of what a meeting that was held resolved, until 完成日期."""
        due, held_on = row[cls.due_on], _held_on(row, context)
        if due is None or held_on is None or context.given(row[cls.done_on]):
            return
        needed = (cls.held_on, cls.due_on, cls.done_on, cls.state)
        if row[cls.state] == words.CANCELLED or row.could_not_be_read(*needed):
            return
        actor = row.text(cls.responsible) or row.text(cls.point)
        yield Deadline(cls.matters[0], "会议议定", held_on, actor, due=due)

    @classmethod
    def gaps(cls, row: Row, context: RowContext) -> Iterator[Gap]:
        """Held without 纪要; its day past and still 计划."""
        if row[cls.state] == words.HELD and _held_on(row, context):
            formal = row[cls.kind] != words.CONSULTATION
            numbered = row[cls.minutes_number] or row.could_not_be_read(cls.minutes_number)
            if formal and not numbered:
                yield Gap("meeting-without-minutes", row, cls.minutes_number)
        planned = row[cls.scheduled_on]
        if planned and planned < context.as_of and row[cls.state] == words.PLANNED:
            if not context.given(row[cls.held_on]):
                yield Gap("meeting-passed", row, cls.state)

    @classmethod
    def is_open(cls, row: Row, context: RowContext) -> bool:
        """Still to be held; or held, and what it resolved is not done yet."""
        if row[cls.state] == words.CANCELLED:
            return False
        if row[cls.state] != words.HELD and context.given(row[cls.held_on]) is None:
            return True
        resolved = row[cls.resolutions] is not None or row[cls.due_on] is not None
        return resolved and context.given(row[cls.done_on]) is None


def _held_on(meeting: Row, context: RowContext) -> dt.date | None:
    """实开日期; for a meeting 已召开 without one, the day that was planned."""
    planned = meeting[Meetings.scheduled_on] if meeting[Meetings.state] == words.HELD else None
    return context.given(meeting[Meetings.held_on] or planned)
