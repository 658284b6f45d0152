"""法治宣传台账: legal publicity and legal services in parks and firms (policy 四)."""

from ledgerkit.ledgers import words
from ledgerkit.model.columns import Choice, Count, Date, Key, Name, Names, Reference, Serial, Text
from ledgerkit.model.ledger import DutyRule, Ledger
from ledgerkit.model.references import NotBeforeReferenced

LEDGER = Ledger(
    name="法治宣传台账",
    aliases=("法律服务法治宣传台账", "宣传台账", "法治宣传登记表"),
    prefix="XC",
    order=7,
    system="四、法律服务法治宣传",
    dated="活动日期",
    owner="主办单位",
    subject="园区或企业",
    matter="主题",
    columns=(
        Serial(),
        Key(
            name="活动编号",
            example="XC-司法局-202610-001",
            help="XC-单位简称-年月-三位序号,不能重复",
        ),
        Date(
            name="活动日期", required=True, aliases=("开展日期", "活动时间"), example="2026-10-16"
        ),
        Name(
            name="主办单位",
            required=True,
            of=(Names.UNIT,),
            many=True,
            aliases=("承办单位",),
            width=16,
            example="区司法局",
            help="几个单位联合主办的,用“、”隔开",
        ),
        Choice(
            name="活动形式",
            required=True,
            words=words.OUTREACH_FORM,
            aliases=("宣传形式", "形式"),
            width=15,
            example="法律讲座",
        ),
        Choice(name="服务类型", words=words.SERVICE, width=15, example="法律咨询"),
        Text(
            name="主题",
            required=True,
            aliases=("活动主题", "宣传主题"),
            width=30,
            example="企业用工风险防范",
        ),
        Name(
            name="园区或企业",
            required=True,
            of=(Names.PARK, Names.FIRM),
            many=True,
            aliases=("对象", "宣传对象", "企业名称"),
            width=26,
            example="东岭工业园",
        ),
        Count(
            name="参加人数",
            required=True,
            aliases=("参加人次", "人数"),
            example="45",
            least=1,
            most=5_000,
        ),
        Count(name="资料份数", aliases=("发放资料", "发放资料份数"), example="120", most=50_000),
        Reference(
            name="关联问题编号",
            to="走访问题清单",
            many=True,
            aliases=("问题编号",),
            example="WT-司法局-202610-001",
            help="针对走访发现的问题开展的,写问题编号",
        ),
        Text(name="备注", width=18),
    ),
    chain=(NotBeforeReferenced("活动日期", via="关联问题编号", earlier="提出日期"),),
    duty=DutyRule("法治宣传", who="主办单位", on="活动日期"),
)
