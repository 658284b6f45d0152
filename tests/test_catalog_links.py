"""What a declaration can get wrong is refused where it is written, with the table's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ledgerkit.ledgers import catalog, words
from ledgerkit.ledgers.matters import HANDLING
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import (
    Choice,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    NameList,
    Reference,
    Text,
)
from ledgerkit.model.deadline import Matter
from ledgerkit.model.declared import refuse_twice
from ledgerkit.model.ledger import DutyRule, Ledger, Must, NotBefore, RequiredWhen
from ledgerkit.model.period import Cycle
from ledgerkit.model.references import (
    NeededInLinked,
    NotBeforeReferenced,
    ReferenceCheck,
    SameAsReferenced,
)
from ledgerkit.model.table import DeclarationError
from ledgerkit.papers import catalog as documents_catalog
from ledgerkit.papers import word

Body = Mapping[str, Any]
Extra = Callable[[Body], Body]
"""What a declaration has besides what it needs; given that, because columns name one another."""


def declared(extra: Extra, **options: Any) -> type[Ledger]:
    """A ledger 信访事项 as a class statement makes it, with more in its body."""
    body: dict[str, Any] = {
        "key": Key("信访编号"),
        "received_on": Date("收件日期"),
        "petition": Text("信访事项"),
    }
    body |= {"dated": body["received_on"], "gist": body["petition"]}
    body |= extra(body)
    return type("Petitions", (Ledger,), body, name="信访事项", prefix="XF", **options)


def linking(*checks: ReferenceCheck) -> Extra:
    """A ledger that refers to problems and declares these checks."""
    return lambda body: {
        "problem": Reference("问题编号", to=lambda: Problems),
        "reference_checks": classmethod(lambda cls: checks),
    }


def test_what_a_ledger_must_have_is_enough() -> None:
    ledger = declared(lambda body: {})
    catalog.refuse_unknown(ledger, [ledger])
    assert [column.name for column in ledger.columns] == ["信访编号", "收件日期", "信访事项"]


def test_a_ledger_that_extends_another_has_its_columns_and_its_own() -> None:
    class VisitsWithWeather(Visits):
        weather = Text("当天天气")

    assert VisitsWithWeather.columns == (*Visits.columns, VisitsWithWeather.weather)
    assert VisitsWithWeather.name == Visits.name
    assert VisitsWithWeather.position(Visits.visited_on) == Visits.position(Visits.visited_on)
    assert not Visits.has("当天天气")


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (lambda body: {"key": Text("信访编号")}, "必须有且只有一列编号,名叫 key"),
        (lambda body: {"second": Key("另一个编号")}, "必须有且只有一列编号,名叫 key"),
        (lambda body: {"again": Text("信访事项")}, "列“信访事项”写了两次"),
        (lambda body: {"name": Text("姓名")}, "列“姓名”不能叫 name"),
        (lambda body: {"titles": Text("标题")}, "列“标题”不能叫 titles"),
        (lambda body: {"duty": Text("职责")}, "列“职责”不能叫 duty"),
        (lambda body: {"dated": Visits.visited_on}, "用了别的表的列“走访日期”"),
        (
            lambda body: {"checks": (NotBefore(body["received_on"], Problems.raised_on),)},
            "用了别的表的列“提出日期”",
        ),
        (
            lambda body: {"light": Light(due=Problems.due, done=(body["received_on"],))},
            "用了别的表的列“办理时限”",
        ),
        (
            lambda body: {
                "limit": DueDay(
                    "时限", start=body["received_on"], grade=Problems.grade, matter=HANDLING
                )
            },
            "用了别的表的列“难易程度”",
        ),
        (
            lambda body: {
                "duty": DutyRule(
                    "信访",
                    on=body["received_on"],
                    who=None,
                    subject="单位",
                    cycle=Cycle.MONTH,
                    only=(Problems.status, words.FINISHED),
                )
            },
            "用了别的表的列“办理状态”",
        ),
        (
            lambda body: {
                "status": (status := Choice("办理状态", words=words.STATUS)),
                "checks": (RequiredWhen(body["received_on"], status, ("办完了",)),),
            },
            "“办理状态”没有选项“办完了”",
        ),
        (
            lambda body: {
                "public": (public := Choice("是否公开", words=words.YES_NO)),
                "checks": (Must(public, ("公开",), "不公开"),),
            },
            "“是否公开”没有选项“公开”",
        ),
        (
            lambda body: {
                "status": (status := Choice("办理状态", words=words.STATUS)),
                "light": Light(due=body["received_on"], done=(), state=status, closed=("了结",)),
            },
            "“办理状态”没有选项“了结”",
        ),
    ],
)
def test_a_ledger_that_contradicts_itself_is_refused(extra: Extra, said: str) -> None:
    with pytest.raises(DeclarationError, match=f"^信访事项: {said}$"):
        declared(extra)


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (
            lambda body: {"problem": Reference("问题编号", to=lambda: Problems)},
            r"\.问题编号: 没有表“走访问题清单”",
        ),
        (
            lambda body: ({"firm": (firm := Name("企业名称", of=(NameList.FIRM,))), "owner": firm}),
            ": “企业名称”不是单位或服务联系点的列",
        ),
        (lambda body: {"gap_codes": ("no-such-code",)}, ": 没有检查代码“no-such-code”"),
    ],
)
def test_a_ledger_that_speaks_of_what_is_not_there_is_refused(extra: Extra, said: str) -> None:
    ledger = declared(extra)
    with pytest.raises(DeclarationError, match=f"^信访事项{said}$"):
        catalog.refuse_unknown(ledger, [ledger])


def test_columns_that_link_two_ledgers_must_be_theirs() -> None:
    problem = Reference("问题编号", to=lambda: Problems)

    class Petitions(Ledger, name="信访事项", prefix="XF"):
        key = Key("信访编号")
        received_on = Date("收件日期")
        petition = Text("信访事项")
        cause = problem
        dated, gist = received_on, petition

    received, raised, visited = Petitions.received_on, Problems.raised_on, Visits.visited_on
    text, other = Petitions.petition, Problems.description
    wrong: list[tuple[ReferenceCheck, str]] = [
        (NotBeforeReferenced(visited, problem, raised), "用了别的表的列“走访日期”"),
        (NotBeforeReferenced(received, problem, visited), "“走访问题清单”没有列“走访日期”"),
        (SameAsReferenced(text, Measures.problem, other), "用了别的表的列“问题编号”"),
        (NeededInLinked((Measures.planned_on,), Problems.status, ()), "用了别的表的列“办理状态”"),
    ]
    for check, said in wrong:
        ledger = type(
            "Wrong",
            (Petitions,),
            {"reference_checks": classmethod(lambda cls, check=check: (check,))},
        )
        with pytest.raises(DeclarationError, match=f"^信访事项: {said}$"):
            catalog.refuse_unknown(ledger, [ledger, Problems])


def test_a_needed_link_must_lead_back() -> None:
    class Petitions(Ledger, name="信访事项", prefix="XF"):
        key = Key("信访编号")
        received_on = Date("收件日期")
        petition = Text("信访事项")
        status = Choice("办理状态", words=words.STATUS)
        dated, gist = received_on, petition

        @classmethod
        def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
            return (NeededInLinked((Measures.planned_on,), cls.status, (words.TRANSFERRED,)),)

    with pytest.raises(DeclarationError, match=r"^信访事项: “解决措施清单”没有指向它的编号$"):
        catalog.refuse_unknown(Petitions, [Petitions, Measures, Problems])


def test_ledgers_that_come_after_one_another_in_a_ring_are_refused() -> None:
    ring: list[type[Ledger]] = []
    ring.append(declared(lambda body: {}, after=lambda: ring[1]))
    ring.append(declared(lambda body: {}, after=lambda: ring[0]))
    with pytest.raises(DeclarationError, match=r"^次序排不出来"):
        catalog.in_order(ring)


def test_a_ledger_that_says_nothing_of_its_place_stands_last() -> None:
    known = list(catalog.ledgers().values())
    new = declared(lambda body: {})
    new.prefix = "ZZ"  # of several that say nothing the prefix decides
    assert catalog.in_order([new, *reversed(known)]) == [*known, new]


def test_two_ledgers_may_share_a_matter_but_not_declare_two_of_one_name() -> None:
    sharing = [declared(lambda body: {"matters": (HANDLING,)}) for _ in range(2)]
    refuse_twice("事项", catalog.matter_names(sharing))
    apart = [declared(lambda body: {"matters": (Matter("信访答复"),)}) for _ in range(2)]
    with pytest.raises(DeclarationError, match=r"^事项重复: 信访答复$"):
        refuse_twice("事项", catalog.matter_names(apart))


def test_every_shipped_template_belongs_to_a_document_and_every_document_has_one() -> None:
    shipped = word.template_path("通报.docx").parent.glob("*.docx")
    assert sorted(documents_catalog.templates()) == sorted(path.name for path in shipped)
