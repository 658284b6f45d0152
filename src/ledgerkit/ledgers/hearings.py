"""旁听庭审台账: open hearings to which the court invites firms (policy 六)."""

from ledgerkit.ledgers import words
from ledgerkit.model.columns import Choice, Count, Date, Key, Name, Names, Serial, Text, Time
from ledgerkit.model.ledger import DutyRule, Filer, Ledger, Must, NotBefore

LEDGER = Ledger(
    name="旁听庭审台账",
    aliases=("旁听庭审", "庭审旁听台账", "庭审观摩台账"),
    prefix="PT",
    order=9,
    system="六、旁听庭审",
    filer=Filer.COURT,
    dated="开庭日期",
    owner=None,
    subject=None,
    matter="案由",
    columns=(
        Serial(),
        Key(
            name="旁听编号", example="PT-法院-202610-001", help="PT-单位简称-年月-三位序号,不能重复"
        ),
        Text(name="案由", required=True, width=20, example="买卖合同纠纷"),
        Date(name="开庭日期", required=True, planned=True, example="2026-10-28"),
        Time(name="开庭时间", aliases=("时间",), example="09:00"),
        Text(name="法庭", required=True, aliases=("开庭地点",), width=16, example="第三审判庭"),
        Choice(
            name="是否公开审理",
            required=True,
            words=words.YES_NO,
            example="是",
            help="不公开审理的案件不发邀请函",
        ),
        Name(
            name="邀请企业",
            required=True,
            of=(Names.FIRM, Names.PARK),
            many=True,
            width=28,
            example="岭东精密机械有限公司",
        ),
        Count(name="邀请人数", required=True, example="8", least=1, most=500),
        Date(name="邀请函日期", example="2026-10-21"),
        Count(name="实到人数", example="7", most=500),
        Text(name="庭后评议", width=28, example="企业代表认为对合同管理很有帮助。"),
    ),
    checks=(
        Must("是否公开审理", (words.YES,), "不发邀请函"),
        NotBefore("开庭日期", "邀请函日期"),
    ),
    duty=DutyRule("旁听庭审", who="", on="开庭日期"),
)
