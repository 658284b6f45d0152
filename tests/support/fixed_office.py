"""An office that stays as it is whatever is shipped: what tests reckon with where any would do.

Who there is, which limits run, how alerts climb, what is owed: frozen here, so that another shipped
unit, limit, rung, duty or setting breaks no test but those of what is shipped (tests/office).
"""

from __future__ import annotations

from ledgerkit.model.outcome import Step
from ledgerkit.model.period import Cycle
from ledgerkit.office import FilingRule, Limit, Member, Obligation, Office

LIMITS = {
    ("办理", "紧急"): Limit(1),
    ("办理", "简单"): Limit(3),
    ("办理", "一般"): Limit(7),
    ("办理", "复杂"): Limit(15),
    ("转办", ""): Limit(1),
    ("督促", ""): Limit(5),
    ("反馈", ""): Limit(2),
    ("回访", ""): Limit(5),
    ("最长", ""): Limit(30, working=False),
}
LADDER = (
    Step("临期提醒", -2),
    Step("催办", 1),
    Step("督办", 5, "区委政法委"),
    Step("通报", 10, "区委政法委"),
)
OBLIGATIONS = (
    Obligation("走访", "单位", Cycle.MONTH, 1, True),
    Obligation("法治宣传", "单位", Cycle.MONTH, 1, True),
    Obligation("联席会议", "服务联系点", Cycle.QUARTER, 1, True),
    Obligation("典型案例", "单位", Cycle.HALF, 1, False),
    Obligation("旁听庭审", "区法院", Cycle.QUARTER, 1, False),
)
FILINGS = (
    FilingRule("走访日志", "单位", 5),
    FilingRule("三张清单", "单位", 5),
    FilingRule("法治需求台账", "服务联系点", 5),
    FilingRule("会议安排", "服务联系点", 5),
    FilingRule("法治宣传台账", "单位", 5),
)
SETTINGS = {
    "落款单位": "中共陈仓区委政法委员会",
    "发文机关标志": "中共陈仓区委政法委员会文件",
    "文号代字": "陈政法",
    "联系人": "",
    "联系电话": "",
    "反馈期限工作日": "3",
    "会议通知提前天数": "31",
    "紧急会议通知天数": "2",
    "履职提前提示工作日": "5",
    "重点走访企业数": "5",
    "正文字体": "仿宋_GB2312",
    "标题字体": "方正小标宋简体",
    "一级标题字体": "黑体",
    "二级标题字体": "楷体_GB2312",
}

OFFICE = Office(
    units=(
        Member("区委政法委", "政法委"),
        Member("区法院", "法院"),
        Member("区检察院", "检察院"),
        Member("公安陈仓分局", "公安"),
        Member("区司法局", "司法局"),
    ),
    points=tuple(
        Member(f"第{number}服务联系点", f"第{number}", park=f"第{number}园区")
        for number in "一二三四"
    ),
    firms=(),
    departments=tuple(
        Member(f"区{name}", name)
        for name in ("人社局", "市场监管局", "自然资源局", "工信局", "住建局", "税务局", "金融办")
    ),
    limits=LIMITS,
    ladder=LADDER,
    obligations=OBLIGATIONS,
    filings=FILINGS,
    holidays={},
    words={},
    header_aliases={},
    settings=SETTINGS,
    waivers=(),
    listed=frozenset(),
)
