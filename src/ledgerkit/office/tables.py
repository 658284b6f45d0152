"""名录.xlsx: the office's own configuration, its sheets and what is shipped in them.

The sheets are those of docs/domain.md#the-directory. Every limit, ladder step, duty and deadline
that the kit reckons with is a row here or a row that the office wrote; an absent sheet or row means
the shipped one.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledgerkit.ledgers import words
from ledgerkit.model.columns import (
    Choice,
    Column,
    Count,
    CreditCode,
    Date,
    Name,
    Names,
    Phone,
    Text,
    WordList,
)
from ledgerkit.model.table import Table
from ledgerkit.papers import standard


@dataclass(frozen=True, eq=False)
class DirectoryTable(Table):
    """A sheet of 名录.xlsx; ``shipped`` rows stand in the workbook that ``new`` writes.

    ``keyed`` names the columns that tell its rows apart: a shipped row whose key the office does
    not list still counts. Without it the office's sheet replaces the shipped rows whole.
    ``needed`` are the columns without which a row says nothing (by default the first).
    """

    shipped: tuple[tuple[str | int, ...], ...] = ()
    keyed: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    about: str = ""


MATTERS = WordList(
    "事项",
    ("办理", "转办", "督促", "反馈", "回访", "小会商", "提交", "方案", "落实", "最长"),
)
WORKING_DAYS, CALENDAR_DAYS = "工作日", "自然日"
DAYS_OF = WordList(
    "计日", (WORKING_DAYS, CALENDAR_DAYS), (("个工作日", WORKING_DAYS), ("天", CALENDAR_DAYS))
)
DUTIES = WordList("职责", ("走访", "法治宣传", "联席会议", "典型案例", "旁听庭审"))
CYCLES = WordList(
    "周期", ("月", "季", "半年", "年"), (("每月", "月"), ("每季度", "季"), ("季度", "季"))
)
DAY_OFF, DAY_ON = "放假", "上班"
DAY_TYPES = WordList("类型", (DAY_OFF, DAY_ON), (("休", DAY_OFF), ("班", DAY_ON)))


def _text(
    name: str, *, required: bool = False, width: float = 14, example: str = "", help: str = ""
) -> Column:
    return Text(name=name, required=required, width=width, example=example, help=help)


UNITS = DirectoryTable(
    "单位",
    (
        _text("单位名称", required=True, width=24, example="区法院"),
        _text("简称", required=True, example="法院", help="用在编号里,不能重复"),
        _text("负责人"),
        _text("联络人"),
        Phone(name="联系电话", width=16),
    ),
    about="报送台账的政法单位。",
    shipped=(
        ("区委政法委", "政法委"),
        ("区法院", "法院"),
        ("区检察院", "检察院"),
        ("公安陈仓分局", "公安"),
        ("区司法局", "司法局"),
    ),
)
POINTS = DirectoryTable(
    "服务联系点",
    (
        _text("联系点名称", required=True, width=24, example="东岭联系点"),
        _text("简称", required=True, example="东岭", help="用在编号里,不能重复"),
        _text("负责人", required=True, help="联席会议的召集人"),
        _text("所属园区", required=True, width=24, example="东岭工业园"),
    ),
    about="4 个服务联系点;负责人就是联席会议召集人。",
    shipped=(
        ("第一服务联系点", "第一", "请填写", "第一园区"),
        ("第二服务联系点", "第二", "请填写", "第二园区"),
        ("第三服务联系点", "第三", "请填写", "第三园区"),
        ("第四服务联系点", "第四", "请填写", "第四园区"),
    ),
)
FIRMS = DirectoryTable(
    "企业",
    (
        _text("企业名称", required=True, width=32),
        CreditCode(name="统一社会信用代码", width=24),
        Name(name="所属园区", of=(Names.PARK,), width=20),
        Name(name="服务联系点", of=(Names.POINT,), width=20),
        _text("联系人"),
        Phone(name="联系电话", width=16),
        _text("曾用名", width=26, help="几个用“、”隔开"),
    ),
    about="园区里的企业;填报时可从下拉中选。",
)
DEPARTMENTS = DirectoryTable(
    "职能部门",
    (
        _text("部门名称", required=True, width=24, example="区人社局"),
        _text("简称", example="人社局"),
    ),
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
)
LIMITS = DirectoryTable(
    "办理时限",
    (
        Choice(name="事项", required=True, words=MATTERS),
        Choice(name="难易程度", words=words.GRADE, help="不分难易的事项留空"),
        Count(name="天数", required=True),
        Choice(name="计日", required=True, words=DAYS_OF),
    ),
    about="各事项的时限;起算当天不计,末日遇休息日顺延。",
    keyed=("事项", "难易程度"),
    needed=("事项", "天数"),
    shipped=(
        ("办理", "紧急", 1, "工作日"),
        ("办理", "简单", 3, "工作日"),
        ("办理", "一般", 7, "工作日"),
        ("办理", "复杂", 15, "工作日"),
        ("转办", "", 1, "工作日"),
        ("督促", "", 5, "工作日"),
        ("反馈", "", 2, "工作日"),
        ("回访", "", 5, "工作日"),
        ("最长", "", 30, "自然日"),
    ),
)
LADDER = DirectoryTable(
    "预警阶梯",
    (
        _text("级别", required=True, example="催办"),
        Count(
            name="起始", required=True, signed=True, example="1", help="逾期工作日数;负数是到期前"
        ),
        _text("抄送", width=24),
    ),
    about="逾期满“起始”个工作日即升到该级。",
    keyed=("级别",),
    needed=("级别", "起始"),
    shipped=(
        ("临期提醒", -2, ""),
        ("催办", 1, ""),
        ("督办", 5, "区委政法委"),
        ("通报", 10, "区委政法委"),
    ),
)
OBLIGATIONS = DirectoryTable(
    "履职要求",
    (
        Choice(name="职责", required=True, words=DUTIES),
        _text("主体", required=True, example="单位", help="单位、服务联系点,或某一家的全称"),
        Choice(name="周期", required=True, words=CYCLES),
        Count(name="次数", required=True),
        Choice(name="是否预警", required=True, words=words.YES_NO),
    ),
    about="每个单位、联系点在一个周期内至少要做几次。",
    keyed=("职责",),
    needed=("职责", "主体", "周期", "次数"),
    shipped=(
        ("走访", "单位", "月", 1, "是"),
        ("法治宣传", "单位", "月", 1, "是"),
        ("联席会议", "服务联系点", "季", 1, "是"),
        ("典型案例", "单位", "半年", 1, "否"),
        ("旁听庭审", "区法院", "季", 1, "否"),
    ),
)
FILINGS = DirectoryTable(
    "报送要求",
    (
        _text("表名", required=True, width=20),
        _text("主体", required=True, help="单位、服务联系点,或某一家的全称"),
        Count(name="截止日", required=True, help="次月几日;遇休息日顺延"),
    ),
    about="每张表由谁报、次月几日前报。",
    keyed=("表名",),
    needed=("表名", "主体", "截止日"),
    shipped=(
        ("走访日志", "单位", 5),
        ("三张清单", "单位", 5),
        ("法治需求台账", "服务联系点", 5),
        ("会议安排", "服务联系点", 5),
        ("法治宣传台账", "单位", 5),
    ),
)
HOLIDAYS = DirectoryTable(
    "节假日",
    (
        Date(name="日期", required=True, planned=True, example="2027-01-01"),
        Choice(name="类型", required=True, words=DAY_TYPES),
        _text("说明", width=24),
    ),
    needed=("日期", "类型"),
    about="国务院办公厅公布下一年的放假安排后,把放假和调休上班的日子写在这里。",
)
WORDS = DirectoryTable(
    "词表",
    (
        _text("词表", required=True, example="问题类别", help="哪一列的选项"),
        _text("取值", required=True, example="合同债务"),
        _text("曾用值", help="旧的叫法,读作“取值”"),
    ),
    about="写了哪个词表,就整个换掉那个词表原来的选项。",
)
HEADER_ALIASES = DirectoryTable(
    "表头别名",
    (_text("表名", required=True), _text("列名", required=True), _text("别名", required=True)),
    about="本地习惯的表头叫法。",
)
SETTINGS = DirectoryTable(
    "文书设置",
    (_text("项目", required=True, width=18), _text("内容", width=40)),
    about="文书的落款、字体等。",
    keyed=("项目",),
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
)
WAIVERS = DirectoryTable(
    "豁免登记",
    (
        _text("表名", required=True),
        _text("编号", required=True, width=22),
        _text("检查代码", required=True, width=22),
        _text("理由", required=True, width=30),
        _text("批准人", required=True),
        Date(name="有效期至", planned=True),
    ),
    about="经批准暂不再提示的检查。",
)

LISTS = (UNITS, POINTS, FIRMS, DEPARTMENTS)
"""The sheets that list names, each once."""

TABLES: tuple[DirectoryTable, ...] = (
    UNITS,
    POINTS,
    FIRMS,
    DEPARTMENTS,
    LIMITS,
    LADDER,
    OBLIGATIONS,
    FILINGS,
    HOLIDAYS,
    WORDS,
    HEADER_ALIASES,
    SETTINGS,
    WAIVERS,
)
