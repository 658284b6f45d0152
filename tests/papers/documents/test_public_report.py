"""月度情况通报公开版: whole numbers only."""

from __future__ import annotations

import re

from builders import Rows
from correspondence import paragraphs
from ledgerkit.model.period import Cycle
from ledgerkit.papers import catalog
from ledgerkit.run.letters import kinds
from made_up import POINTS, UNITS, few, letters, many, run, with_settings

KIND = "月度情况通报公开版"


def test_a_public_report_word_for_word() -> None:
    assert paragraphs(run(few()), KIND) == [
        "2026年10月政法机关\n服务企业工作情况",
        "一、走访服务企业",
        "政法各单位走访企业1家、1次，与上月持平。",
        "二、办理企业法治需求",
        "受理企业反映的问题和法治需求1件，主要涉及合同债务。",
        "三、开展法治宣传",
        "开展法律服务和法治宣传1场，参加41人次，发放资料100份。",
        "四、下一步工作",
        "企业有法治需求，可以向所在园区的服务联系点反映。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
    ]


def test_nobody_is_named_and_nothing_late_is_told() -> None:
    rows: Rows = many(40)
    *lines, signature, _ = paragraphs(run(rows), KIND)
    assert signature == "中共陈仓区委政法委员会"
    text = "".join(lines)
    firms = {str(row["企业名称"]) for own in rows.values() for row in own if "企业名称" in row}
    assert len(firms) > 3
    assert [name for name in (*UNITS, *POINTS, *firms) if name in text] == []
    assert not re.search("逾期|通报|督办|不满意|[A-Z]{2}-", text)


def test_an_empty_month_and_a_telephone() -> None:
    made = with_settings(run({}), 联系电话="0917-0000000")
    assert paragraphs(made, KIND)[1:3] == [
        "一、下一步工作",
        "企业有法治需求，可以向所在园区的服务联系点反映。",
    ]
    assert "".join(paragraphs(made, KIND)).count("0917-0000000") == 1
    assert letters(made, KIND)[0].charts == {}


def test_it_leaves_the_house_and_is_written_only_where_it_is_asked_for() -> None:
    assert catalog.documents()[KIND].outside
    assert KIND not in kinds(Cycle.MONTH)
    assert KIND in kinds(Cycle.MONTH, (KIND,))


def test_every_number_is_a_figure_with_its_rows() -> None:
    made = run(many(30))
    known = {f"{abs(float(one.value)):g}" for one in made.outcome.indicators}
    text = "".join(paragraphs(made, KIND)[1:-1])
    numbers = re.findall(r"(\d+(?:\.\d+)?)(?:个|件|次|场|份|家|人次|人|%)", text)
    assert len(numbers) > 8
    assert [number for number in numbers if number not in known] == []
