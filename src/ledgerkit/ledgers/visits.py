"""走访日志: who visited which firm, and whether a problem came up (policy 二.1, 二.3)."""

from __future__ import annotations

from ledgerkit.ledgers import problems, words
from ledgerkit.model.columns import (
    Choice,
    CreditCode,
    Date,
    Key,
    Name,
    NameList,
    Names,
    People,
    Phone,
    References,
    Serial,
    Text,
)
from ledgerkit.model.ledger import DutyRule, Filer, Ledger, NotWith, RequiredWhen
from ledgerkit.model.period import Cycle
from ledgerkit.model.references import ReferenceCheck, SameAsReferenced


class Visits(
    Ledger,
    name="走访日志",
    aliases=("走访企业日志", "走访工作日志", "走访台账", "走访登记表", "走访记录"),
    prefix="ZF",
    system="二、走访企业",
    due_day=5,
):
    """走访日志."""

    serial = Serial()
    key = Key("走访编号", example="ZF-法院-202610-001", help="ZF-单位简称-年月-三位序号,不能重复")
    visited_on = Date(
        "走访日期",
        required=True,
        aliases=("走访时间", "日期", "时间"),
        example="2026-10-13",
        help="实际走访的日期",
    )
    units = Names(
        "走访单位",
        required=True,
        of=(NameList.UNIT,),
        aliases=("单位", "走访部门"),
        width=18,
        example="区法院",
        help="联合走访写全各单位,用“、”隔开,每个单位都计 1 次",
    )
    point = Name(
        "服务联系点", of=(NameList.POINT,), aliases=("联系点",), width=16, example="东岭联系点"
    )
    park = Name("所属园区", of=(NameList.PARK,), aliases=("园区",), width=16, example="东岭工业园")
    firm = Name(
        "企业名称",
        required=True,
        of=(NameList.FIRM, NameList.PARK),
        aliases=("企业", "走访企业", "被走访企业", "单位名称"),
        width=26,
        example="岭东精密机械有限公司",
        help="写营业执照上的全称",
    )
    credit_code = CreditCode(
        "统一社会信用代码",
        aliases=("信用代码", "社会信用代码"),
        width=22,
        example="91610000MA6TEST01U",
        help="18 位;没有的小店可不填",
    )
    visitors = People(
        "走访人员",
        required=True,
        aliases=("走访人", "走访干警", "参加人员"),
        width=16,
        example="张晓明、李文",
        help="几个人用“、”隔开",
    )
    interviewee = Text(
        "企业受访人", sensitive=True, aliases=("受访人", "企业联系人", "接待人"), example="王建国"
    )
    post = Text("职务", example="总经理")
    phone = Phone("联系电话", aliases=("电话", "联系方式", "手机"), width=15, example="13800000000")
    manner = Choice("走访方式", words=words.VISIT_MANNER, aliases=("方式",), example="实地走访")
    summary = Text(
        "走访主要情况",
        required=True,
        aliases=("主要情况", "走访情况", "走访内容"),
        width=40,
        example="了解企业三季度生产经营情况,企业反映一笔货款长期未收回。",
    )
    found_problem = Choice(
        "是否发现问题",
        required=True,
        words=words.YES_NO,
        aliases=("有无问题", "发现问题"),
        example="是",
        help="填“是”的,要写问题编号",
    )
    problems = References(
        "问题编号",
        to=lambda: problems.Problems,
        aliases=("问题清单编号",),
        example="WT-法院-202610-001",
        help="几个问题用“、”隔开",
    )
    remarks = Text("备注", width=18)

    dated = visited_on
    owner = units
    subject = firm
    gist = summary
    checks = (
        RequiredWhen(problems, found_problem, (words.YES,)),
        NotWith(problems, found_problem, (words.NO,)),
    )
    duty = DutyRule("走访", on=visited_on, who=units, subject=Filer.UNIT, cycle=Cycle.MONTH)

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        return (SameAsReferenced(cls.key, via=cls.problems, other=problems.Problems.visit),)
