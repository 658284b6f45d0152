"""名录.xlsx: the office's own configuration, its sheets and what is shipped in them.

The sheets are those of docs/domain.md#the-directory. Every limit, ladder step, duty and deadline
that the kit reckons with is a row here or a row that the office wrote; an absent sheet or row means
the shipped one. What belongs to a ledger, its matters, duty and filing day, stands in its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from ledgerkit.ledgers import matters, words
from ledgerkit.ledgers.catalog import books, ledgers
from ledgerkit.model.columns import (
    Choice,
    Column,
    Count,
    CreditCode,
    Date,
    Name,
    NameList,
    Phone,
    Text,
    WordList,
)
from ledgerkit.model.deadline import Limit, Matter
from ledgerkit.model.ledger import DutyRule, Filer
from ledgerkit.model.period import Cycle
from ledgerkit.model.table import Table
from ledgerkit.papers import standard

Shipped = tuple[str | int, ...]
"""A row of a sheet in the order of its columns; what is left out at its end is empty."""


class DirectoryTable(Table):
    """A sheet of 名录.xlsx; ``shipped`` rows stand in the workbook that ``new`` writes.

    ``keyed`` names the columns that tell its rows apart: a shipped row whose key the office does
    not list still counts. Without it the office's sheet replaces the shipped rows whole.
    ``needed`` are the columns without which a row says nothing (by default the first).
    """

    about: ClassVar[str] = ""
    shipped: ClassVar[tuple[Shipped, ...]] = ()
    keyed: ClassVar[tuple[Column[Any], ...]] = ()
    needed: ClassVar[tuple[Column[Any], ...]] = ()

    def __init_subclass__(
        cls, *, about: str = "", shipped: tuple[Shipped, ...] = (), **options: Any
    ) -> None:
        super().__init_subclass__(**options)
        cls.about, cls.shipped = about, shipped
        cls.needed = cls.needed or cls.columns[:1]


def _limited() -> Iterator[Matter]:
    """The matters whose due day follows from a limit, each once; then the cap."""
    every = (matter for ledger in ledgers().values() for matter in ledger.matters)
    yield from dict.fromkeys(matter for matter in every if not matter.planned)
    yield matters.LONGEST


def _duties() -> list[DutyRule]:
    """First those that warn, and among them those that every unit owes."""
    owed = (ledger.duty for ledger in ledgers().values() if ledger.duty)
    return sorted(owed, key=lambda duty: (not duty.warns, duty.subject != Filer.UNIT))


WORKING_DAYS, CALENDAR_DAYS = "工作日", "自然日"
DAYS_OF = WordList(
    "计日", (WORKING_DAYS, CALENDAR_DAYS), (("个工作日", WORKING_DAYS), ("天", CALENDAR_DAYS))
)
MATTERS = WordList("事项", tuple(matter.name for matter in _limited()))
DUTIES = WordList("职责", tuple(duty.name for duty in _duties()))
CYCLES = WordList(
    "周期",
    tuple(cycle.value for cycle in Cycle),
    (("每月", "月"), ("每季度", "季"), ("季度", "季")),
)
DAY_OFF, DAY_ON = "放假", "上班"
DAY_TYPES = WordList("类型", (DAY_OFF, DAY_ON), (("休", DAY_OFF), ("班", DAY_ON)))


def counted_in(limit: Limit) -> str:
    """工作日 or 自然日."""
    return WORKING_DAYS if limit.working else CALENDAR_DAYS


def in_words(limit: Limit) -> str:
    """“7 个工作日”."""
    return f"{limit.days} 个{counted_in(limit)}"


_LIMITS = tuple(
    (matter.name, grade, limit.days, counted_in(limit))
    for matter in _limited()
    for grade, limit in matter.limits
)
_OBLIGATIONS = tuple(
    (
        duty.name,
        str(duty.subject),
        duty.cycle.value,
        duty.times,
        words.YES if duty.warns else words.NO,
    )
    for duty in _duties()
)
_FILINGS = tuple(
    (book.name, book.filer.value, book.due_day) for book in books().values() if book.due_day
)


class Units(
    DirectoryTable,
    name="单位",
    about="报送台账的政法单位。",
    shipped=(
        ("区委政法委", "政法委"),
        ("区法院", "法院"),
        ("区检察院", "检察院"),
        ("公安陈仓分局", "公安"),
        ("区司法局", "司法局"),
    ),
):
    """单位."""

    full_name = Text("单位名称", required=True, width=24, example="区法院")
    short_name = Text("简称", required=True, example="法院", help="用在编号里,不能重复", width=14)
    head = Text("负责人", width=14)
    contact = Text("联络人", width=14)
    phone = Phone("联系电话", width=16)


class Points(
    DirectoryTable,
    name="服务联系点",
    about="4 个服务联系点;负责人就是联席会议召集人。",
    shipped=(
        ("第一服务联系点", "第一", "请填写", "第一园区"),
        ("第二服务联系点", "第二", "请填写", "第二园区"),
        ("第三服务联系点", "第三", "请填写", "第三园区"),
        ("第四服务联系点", "第四", "请填写", "第四园区"),
    ),
):
    """服务联系点."""

    full_name = Text("联系点名称", required=True, width=24, example="东岭联系点")
    short_name = Text("简称", required=True, example="东岭", help="用在编号里,不能重复", width=14)
    head = Text("负责人", required=True, help="联席会议的召集人", width=14)
    park = Text("所属园区", required=True, width=24, example="东岭工业园")


class Firms(DirectoryTable, name="企业", about="园区里的企业;填报时可从下拉中选。"):
    """企业."""

    full_name = Text("企业名称", required=True, width=32)
    code = CreditCode("统一社会信用代码", width=24)
    park = Name("所属园区", of=(NameList.PARK,), width=20)
    point = Name("服务联系点", of=(NameList.POINT,), width=20)
    contact = Text("联系人", width=14)
    phone = Phone("联系电话", width=16)
    former = Text("曾用名", width=26, help="几个用“、”隔开")


class Departments(
    DirectoryTable,
    name="职能部门",
    about="可以移交问题的区级职能部门。",
    shipped=(
        ("区人社局", "人社局"),
        ("区市场监管局", "市场监管局"),
        ("区自然资源局", "自然资源局"),
        ("区工信局", "工信局"),
        ("区住建局", "住建局"),
        ("区税务局", "税务局"),
        ("区金融办", "金融办"),
    ),
):
    """职能部门."""

    full_name = Text("部门名称", required=True, width=24, example="区人社局")
    short_name = Text("简称", example="人社局", width=14)


class Limits(
    DirectoryTable,
    name="办理时限",
    about="各事项的时限;起算当天不计,末日遇休息日顺延。",
    shipped=_LIMITS,
):
    """办理时限."""

    matter = Choice("事项", required=True, words=MATTERS)
    grade = Choice("难易程度", words=words.GRADE, help="不分难易的事项留空")
    days = Count("天数", required=True)
    counting = Choice("计日", required=True, words=DAYS_OF)

    keyed = (matter, grade)
    needed = (matter, days)


class Ladder(
    DirectoryTable,
    name="预警阶梯",
    about="逾期满“起始”个工作日即升到该级。",
    shipped=(
        ("临期提醒", -2, ""),
        ("催办", 1, ""),
        ("督办", 5, "区委政法委"),
        ("通报", 10, "区委政法委"),
    ),
):
    """预警阶梯."""

    level = Text("级别", required=True, example="催办", width=14)
    start = Count("起始", required=True, signed=True, example="1", help="逾期工作日数;负数是到期前")
    copied = Text("抄送", width=24)

    keyed = (level,)
    needed = (level, start)


class Obligations(
    DirectoryTable,
    name="履职要求",
    about="每个单位、联系点在一个周期内至少要做几次。",
    shipped=_OBLIGATIONS,
):
    """履职要求."""

    duty = Choice("职责", required=True, words=DUTIES)
    subject = Text(
        "主体", required=True, example="单位", help="单位、服务联系点,或某一家的全称", width=14
    )
    cycle = Choice("周期", required=True, words=CYCLES)
    times = Count("次数", required=True)
    warns = Choice("是否预警", required=True, words=words.YES_NO)

    keyed = (duty,)
    needed = (duty, subject, cycle, times)


class Filings(
    DirectoryTable, name="报送要求", about="每张表由谁报、次月几日前报。", shipped=_FILINGS
):
    """报送要求."""

    book = Text("表名", required=True, width=20)
    subject = Text("主体", required=True, help="单位、服务联系点,或某一家的全称", width=14)
    day = Count("截止日", required=True, help="次月几日;遇休息日顺延")

    keyed = (book,)
    needed = (book, subject, day)


class Holidays(
    DirectoryTable,
    name="节假日",
    about="国务院办公厅公布下一年的放假安排后,把放假和调休上班的日子写在这里。",
):
    """节假日."""

    day = Date("日期", required=True, planned=True, example="2027-01-01")
    kind = Choice("类型", required=True, words=DAY_TYPES)
    note = Text("说明", width=24)

    needed = (day, kind)


class Words(DirectoryTable, name="词表", about="写了哪个词表,就整个换掉那个词表原来的选项。"):
    """词表."""

    list_name = Text("词表", required=True, example="问题类别", help="哪一列的选项", width=14)
    word = Text("取值", required=True, example="合同债务", width=14)
    former = Text("曾用值", help="旧的叫法,读作“取值”", width=14)


class HeaderAliases(DirectoryTable, name="表头别名", about="本地习惯的表头叫法。"):
    """表头别名."""

    table_name = Text("表名", required=True, width=14)
    header = Text("列名", required=True, width=14)
    alias = Text("别名", required=True, width=14)


class Settings(
    DirectoryTable,
    name="文书设置",
    about="文书的落款、字体等。",
    shipped=(
        ("落款单位", "中共陈仓区委政法委员会"),
        ("发文机关标志", "中共陈仓区委政法委员会文件"),
        ("文号代字", "陈政法"),
        ("联系人", ""),
        ("联系电话", ""),
        ("反馈期限工作日", "3"),
        ("会议通知提前天数", "31"),
        ("紧急会议通知天数", "2"),
        ("履职提前提示工作日", "5"),
        ("重点走访企业数", "5"),
        ("正文字体", standard.FANGSONG.font),
        ("标题字体", standard.XIAOBIAOSONG.font),
        ("一级标题字体", standard.HEITI.font),
        ("二级标题字体", standard.KAITI.font),
    ),
):
    """文书设置."""

    item = Text("项目", required=True, width=18)
    content = Text("内容", width=40)

    keyed = (item,)


class Waivers(DirectoryTable, name="豁免登记", about="经批准暂不再提示的检查。"):
    """豁免登记."""

    table_name = Text("表名", required=True, width=14)
    number = Text("编号", required=True, width=22)
    code = Text("检查代码", required=True, width=22)
    reason = Text("理由", required=True, width=30)
    approver = Text("批准人", required=True, width=14)
    until = Date("有效期至", planned=True)


LISTS = (Units, Points, Firms, Departments)
"""The sheets that list names, each once."""

TABLES: tuple[type[DirectoryTable], ...] = (
    *LISTS,
    Limits,
    Ladder,
    Obligations,
    Filings,
    Holidays,
    Words,
    HeaderAliases,
    Settings,
    Waivers,
)
