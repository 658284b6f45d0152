"""走访日志: who visited which firm, and whether a problem came up (policy 二.1, 二.3)."""

from ledgerkit.ledgers import words
from ledgerkit.model.columns import (
    Choice,
    CreditCode,
    Date,
    Key,
    Name,
    Names,
    People,
    Phone,
    Reference,
    Serial,
    Text,
)
from ledgerkit.model.ledger import DutyRule, Ledger, NotWith, RequiredWhen
from ledgerkit.model.references import SameAsReferenced

LEDGER = Ledger(
    name="走访日志",
    aliases=("走访企业日志", "走访工作日志", "走访台账", "走访登记表", "走访记录"),
    prefix="ZF",
    order=1,
    system="二、走访企业",
    dated="走访日期",
    owner="走访单位",
    subject="企业名称",
    matter="走访主要情况",
    columns=(
        Serial(),
        Key(
            name="走访编号", example="ZF-法院-202610-001", help="ZF-单位简称-年月-三位序号,不能重复"
        ),
        Date(
            name="走访日期",
            required=True,
            aliases=("走访时间", "日期", "时间"),
            example="2026-10-13",
            help="实际走访的日期",
        ),
        Name(
            name="走访单位",
            required=True,
            of=(Names.UNIT,),
            many=True,
            aliases=("单位", "走访部门"),
            width=18,
            example="区法院",
            help="联合走访写全各单位,用“、”隔开,每个单位都计 1 次",
        ),
        Name(
            name="服务联系点",
            of=(Names.POINT,),
            aliases=("联系点",),
            width=16,
            example="东岭联系点",
        ),
        Name(name="所属园区", of=(Names.PARK,), aliases=("园区",), width=16, example="东岭工业园"),
        Name(
            name="企业名称",
            required=True,
            of=(Names.FIRM, Names.PARK),
            aliases=("企业", "走访企业", "被走访企业", "单位名称"),
            width=26,
            example="岭东精密机械有限公司",
            help="写营业执照上的全称",
        ),
        CreditCode(
            name="统一社会信用代码",
            aliases=("信用代码", "社会信用代码"),
            width=22,
            example="91610000MA6TEST01U",
            help="18 位;没有的小店可不填",
        ),
        People(
            name="走访人员",
            required=True,
            aliases=("走访人", "走访干警", "参加人员"),
            width=16,
            example="张晓明、李文",
            help="几个人用“、”隔开",
        ),
        Text(
            name="企业受访人",
            sensitive=True,
            aliases=("受访人", "企业联系人", "接待人"),
            example="王建国",
        ),
        Text(name="职务", example="总经理"),
        Phone(
            name="联系电话", aliases=("电话", "联系方式", "手机"), width=15, example="13800000000"
        ),
        Choice(name="走访方式", words=words.VISIT_WAY, aliases=("方式",), example="实地走访"),
        Text(
            name="走访主要情况",
            required=True,
            aliases=("主要情况", "走访情况", "走访内容"),
            width=40,
            example="了解企业三季度生产经营情况,企业反映一笔货款长期未收回。",
        ),
        Choice(
            name="是否发现问题",
            required=True,
            words=words.YES_NO,
            aliases=("有无问题", "发现问题"),
            example="是",
            help="填“是”的,要写问题编号",
        ),
        Reference(
            name="问题编号",
            to="走访问题清单",
            many=True,
            aliases=("问题清单编号",),
            example="WT-法院-202610-001",
            help="几个问题用“、”隔开",
        ),
        Text(name="备注", width=18),
    ),
    checks=(
        RequiredWhen("问题编号", "是否发现问题", (words.YES,)),
        NotWith("问题编号", "是否发现问题", (words.NO,)),
    ),
    chain=(SameAsReferenced("走访编号", via="问题编号", other="走访编号"),),
    duty=DutyRule("走访", who="走访单位", on="走访日期"),
)
