"""What a firm, a park or the public may read of what the office knows."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from builders import CASES, FEEDBACK, PROBLEMS, VISITS
from ledgerkit.model.document import Chart, Letter
from ledgerkit.office import Firm, Member
from ledgerkit.papers import redaction
from ledgerkit.papers.redaction import numbers
from ledgerkit.papers.redaction.names import MaskedNames
from ledgerkit.rules.run import Run
from made_up import POINTS, UNITS, problem, run, with_settings

FIRM = "岭东精密机械有限公司"
OTHER = "陕西岭东精密机械有限公司"
FIRMS = (
    Firm(FIRM, "91610000MA6TEST01U", "东岭工业园", "", "王建国", "13800001111", ("岭东机床厂",)),
    Firm(OTHER, "91610000MA6TEST02U", "东岭工业园", "", "李梅", "0917-3512345"),
    Firm("西岭（集团）股份有限公司", "", "西岭产业园", "", "欧阳建国（总经理）", ""),
    Firm("老味道餐饮店"),
)


def made(**more: str) -> Run:
    office = replace(
        builders.office(units=UNITS, points=POINTS),
        firms=FIRMS,
        points=(Member("东岭联系点", "东岭", "赵海峰", "东岭工业园"),),
    )
    rows = {
        VISITS: [
            {
                "走访编号": "ZF-法院-202610-001",
                "走访单位": "区法院",
                "走访人员": "张晓明",
                "企业名称": "恒通商贸有限公司",
                "企业受访人": "刘芳 经理",
                "联系电话": "3519999",
            }
        ],
        PROBLEMS: [problem(1), problem(2, 企业名称="东岭工业园")],
        FEEDBACK: [
            {
                "反馈编号": "FK-法院-202610-001",
                "问题编号": "WT-法院-202609-001",
                "反馈人": "张晓明",
                "接收人": "陈志强",
            }
        ],
        CASES: [{"案例编号": "AL-法院-202610-001", "送阅对象": "园区企业", "签收人": "周军"}],
    }
    return with_settings(run(rows, office=office), **more)  # type: ignore[arg-type]  # tuples as text


def reader(recipient: str = FIRM, **settings: str) -> Callable[[str], str]:
    return redaction.context_of(made(**settings)).reader(recipient)


@pytest.mark.parametrize(
    "content, read",
    [
        ("联系13800138000办理", "联系138****8000办理"),
        ("手机138-0013-8000。", "手机138****8000。"),
        ("138 00138000", "138****8000"),
        ("＋８６ １３８００１３８０００", "138****8000"),
        ("+86-138 0013 8000", "138****8000"),
        ("013800138000", "138****8000"),
        ("区号0917-3512345转801", "区号0917-****345转801"),
        ("(029)87654321", "(029)****4321"),
        ("010 8765 4321", "010 ****4321"),
        ("电话：3512345", "电话：****345"),
        ("400-123-4567", "400-****567"),
        ("身份证610303199001011234。", "身份证610********1234。"),
        ("ID61030319900101123x", "ID610********123x"),
        ("610303 19900101 1234", "610********1234"),
        ("610303900101123", "610********1123"),
        ("代码91610000MA6TEST02U", "代码91****T02U"),
        ("找3519999", "找****999"),
        ("找351-9999", "找****999"),
    ],
)
def test_private_numbers_are_hidden_however_they_are_written(content: str, read: str) -> None:
    assert reader()(content) == read


@pytest.mark.parametrize(
    "content",
    [
        "1-31 2026-10-15 共 12345 份",
        "2026年10月31日，WT-法院-202610-001，12348热线",
        "金额1380013800138元",
        "货款 3518888 元",
        "（2026）陕0304民初1234号，标的13800000.00元",
        "电话号码请见下表",
    ],
)
def test_other_numbers_stay(content: str) -> None:
    assert reader()(content) == content


def test_the_offices_own_telephone_and_contact_stay() -> None:
    own = "联系人：陈志强；联系电话：0917-3519999"
    assert reader(联系人="陈志强", 联系电话="0917-3519999")(own) == own
    assert reader("", 联系电话="")(own) == "联系人：陈某；联系电话：0917-****999"


def test_the_recipients_own_names_and_code_stay_and_only_those() -> None:
    content = f"{FIRM}（91610000MA6TEST01U，原岭东机床厂，王建国、陈志强）与{OTHER}、李梅"
    read = "岭东精密机械有限公司（91610000MA6TEST01U，原岭东机床厂，王建国、陈志强）与某公司、李某"
    assert reader(FIRM)(content) == read
    assert reader(f"区法院、{FIRM}")(content) == read
    assert reader("区法院")(content) == "某公司（91****T01U，原某厂，王某、陈某）与某公司、李某"
    assert reader(OTHER)(content) == f"某公司（91****T01U，原某厂，王某、陈某）与{OTHER}、李梅"


@pytest.mark.parametrize(
    "content, read",
    [
        ("被恒通商贸有限公司拖欠", "被某公司拖欠"),
        ("恒通商贸欠款", "某公司欠款"),
        ("西岭(集团)股份有限公司", "某公司"),
        ("西岭 （集团）股份\u200b有限公司", "某公司"),
        ("老味道餐饮店", "某店"),
        ("欧阳建国和刘 芳", "欧阳某和刘某"),
        ("签收人周军", "签收人周某"),
        ("陕西岭东精密机…", "某公司…"),
    ],
)
def test_others_names_are_hidden_whole(content: str, read: str) -> None:
    assert reader()(content) == read


@pytest.mark.parametrize(
    "content, read",
    [
        ("与乙酉电子的纠纷", "与某公司的纠纷"),
        ("乙酉电子公司、乙酉公司", "某公司、某公司"),
        ("岭川乙酉电子公司", "某公司"),
        ("甲子机械欠乙酉", "甲子机械欠乙酉"),
        ("从事物流运输", "从事物流运输"),
        ("岭川、岭川工业园", "岭川、岭川工业园"),
    ],
)
def test_a_firm_is_known_by_the_short_forms_of_its_name(content: str, read: str) -> None:
    names = ("岭川甲子机械有限公司", "岭川乙酉电子有限公司", "岭川物流运输有限公司")
    office = replace(builders.office(units=UNITS), firms=tuple(map(Firm, names)))
    context = redaction.context_of(run({}, office=office))
    assert context.reader(names[0])(content) == read


@pytest.mark.parametrize(
    "content",
    [
        "区法院、公安陈仓分局、东岭联系点赵海峰",
        "东岭工业园",
        "园区企业",
        "反馈人：张晓明",
        "区人社局",
    ],
)
def test_who_acts_for_the_government_and_parks_stay(content: str) -> None:
    assert reader()(content) == content


def test_a_name_that_stays_does_not_hide_one_that_goes_and_begins_in_it() -> None:
    names = MaskedNames({"区司法局": None, "司法局服务公司": "某公司"})
    assert names.masked("区司法局服务公司和区司法局") == "区某公司和区司法局"


@dataclass(frozen=True)
class Line:
    number: int
    firm: str
    on: dt.date
    people: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        return f"{self.firm[:6]}…"


def test_a_letter_is_masked_at_every_depth_and_its_charts_too() -> None:
    line = Line(1, OTHER, dt.date(2026, 10, 31), ("李梅",))
    chart = Chart("李梅", "件", (OTHER, FIRM), {"刘芳": (1, 2)})
    letter = Letter(
        "a", "b", FIRM, {"lines": (line,), "more": {"x": [OTHER, 3, None]}}, {"c": chart}
    )
    read = redaction.masked(letter, redaction.context_of(made()))
    assert read.context == {
        "lines": (Line(1, "某公司", dt.date(2026, 10, 31), ("李某",)),),
        "more": {"x": ["某公司", 3, None]},
    }
    assert read.charts == {"c": Chart("李某", "件", ("某公司", FIRM), {"刘某": (1, 2)})}
    assert dataclasses.replace(read, context={}, charts={}) == Letter("a", "b", FIRM, {})


def test_the_names_of_a_template_are_no_text() -> None:
    context = replace(
        redaction.context_of(made()), names=MaskedNames({"con": "某人", "李梅": "李某"})
    )
    letter = Letter("a", "b", FIRM, {"contact": "con", "more": {"李梅": 1}})
    assert redaction.masked(letter, context).context == {"contact": "某人", "more": {"李某": 1}}


def test_what_cannot_be_looked_into_does_not_pass() -> None:
    letter = Letter("a", "b", FIRM, {"lines": (line for line in (OTHER,))})
    with pytest.raises(TypeError, match="generator"):
        redaction.masked(letter, redaction.context_of(made()))


NAMED = [FIRM, OTHER, "恒通商贸有限公司", "恒通商贸", "李梅", "王建国", "刘芳", "欧阳建国"]
NUMBERED = ["13800138000", "0917-3512345", "610303199001011234", "1"]
WORDS = st.sampled_from([*NAMED, *NUMBERED, "，", "与", " ", "岭东", "公司", "…"])
READ = reader()
SECRETS = ("恒通商贸", "李梅", "刘芳", "欧阳建国", "13800138000", "3512345", "610303199001011234")


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_nothing_secret_is_left_in_any_mixture(words: list[str]) -> None:
    read = READ("，".join(words))
    assert [secret for secret in SECRETS if secret in read] == []
    assert "陕西岭东" not in read


@settings(max_examples=300, deadline=None)
@given(st.text("甲乙丙丁", max_size=12), st.sets(st.text("甲乙丙丁", min_size=2, max_size=4)))
def test_no_name_is_left_and_none_is_half_masked(content: str, secret: set[str]) -> None:
    names = MaskedNames(dict.fromkeys(secret, "*"))
    read = names.masked(content)
    assert [name for name in secret if name in read] == []
    assert names.masked(content, keep=secret) == content


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.sampled_from(["", " ", "-", "—"]))
def test_every_mobile_number_is_hidden(number: str, gap: str) -> None:
    content = f"{number[:3]}{gap}{number[3:7]}{gap}{number[7:]}"
    assert numbers.masked(f"电话{content}。", (), ()) == f"电话{number[:3]}****{number[7:]}。"
