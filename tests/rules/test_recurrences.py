"""What recurs in a period, and how its figures stand against those of the period before."""

from __future__ import annotations

from dataclasses import replace

from builders import DEMANDS, FEEDBACK, PROBLEMS, VISITS, Rows, Values, office, outcome
from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Cycle
from ledgerkit.office import Firm
from made_up import FIRM, demand, problem, visit

OTHER = "西岭新能源电池有限公司"


def figures(rows: Rows, cycle: Cycle = Cycle.QUARTER) -> dict[str, Indicator]:
    within = replace(office(), firms=(Firm(FIRM, park="东岭工业园"),))
    found = outcome(rows, "2026-12-31", month="2026-12", within=within, cycle=cycle)
    return {one.id: one for one in found.indicators}


def divided(found: dict[str, Indicator], id: str) -> list[tuple[str, object]]:
    return [(one.of, one.value) for key, one in found.items() if key.startswith(f"{id}-0")]


def raised(number: int, on: str, **values: str) -> Values:
    return {**problem(number, 提出日期=on, **values)}


def registered(number: int, on: str, **values: str) -> Values:
    return {**demand(number), "登记日期": on, "owner": "东岭联系点", **values}


ROWS: Rows = {
    PROBLEMS: [
        raised(1, "2026-10-12"),
        raised(2, "2026-11-12", 问题类别="执行", 企业名称=OTHER),
        raised(3, "2026-12-01", 企业名称="东岭工业园"),
        raised(4, "2026-09-01", 问题类别="执行"),
        raised(5, "2027-01-04"),
    ],
    DEMANDS: [
        registered(1, "2026-10-20", 需求类别="合同债务", 企业名称=OTHER),
        registered(2, "2026-10-21", 关联问题编号="WT-法院-202609-001"),
        registered(3, "2026-10-22", 关联问题编号="WT-法院-202609-099"),
    ],
}


def test_a_matter_in_both_ledgers_is_counted_once_as_the_problem() -> None:
    found = figures(ROWS)
    assert found["matters"].value == 5
    assert "XQ-东岭-202610-002" not in found["matters"].rows
    assert "XQ-东岭-202610-003" in found["matters"].rows
    assert (found["last-matters"].value, found["matters-change"].value) == (1, 4)


def test_matters_by_category_by_park_and_by_firm() -> None:
    found = figures(ROWS)
    assert divided(found, "matters-by-category") == [("合同债务", 3), ("执行", 1), ("劳动用工", 1)]
    assert divided(found, "last-matters-by-category") == [("执行", 1)]
    assert divided(found, "matters-by-park") == [("东岭工业园", 3)]
    assert divided(found, "matters-by-firm") == [(FIRM, 2), (OTHER, 2)]
    assert found["matters-by-firm-02"].rows == ("WT-法院-202609-002", "XQ-东岭-202610-001")


def test_a_firm_that_is_not_listed_has_the_park_of_the_visit() -> None:
    rows: Rows = {
        VISITS: [{**visit(1, "区法院", "2026-10-13"), "走访编号": "Z", "所属园区": "西岭工业园"}],
        PROBLEMS: [
            problem(n, 提出日期="2026-10-13", 走访编号="Z", 企业名称=OTHER) for n in range(1, 4)
        ],
    }
    assert divided(figures(rows), "matters-by-park") == [("西岭工业园", 3)]


def test_months_only_of_a_longer_period() -> None:
    found = figures(ROWS)
    months = {id: one.value for id, one in found.items() if id.startswith("matters-in-")}
    assert months == {"matters-in-2026-10": 3, "matters-in-2026-11": 1, "matters-in-2026-12": 1}
    assert not [id for id in figures(ROWS, Cycle.MONTH) if id.startswith("matters-in-")]


def test_a_change_is_reckoned_where_there_was_something_before() -> None:
    rows: Rows = {
        VISITS: [
            *(visit(n, "区法院", f"2026-1{n}-13") for n in range(3)),
            visit(7, "区法院", "2026-09-30"),
        ],
        FEEDBACK: [
            {"反馈日期": on, "满意度": how}
            for on, how in (
                ("2026-10-30", "满意"),
                ("2026-09-01", "满意"),
                ("2026-09-02", "不满意"),
                ("2026-09-03", "不满意"),
            )
        ],
        PROBLEMS: [problem(1, 提出日期="2026-10-13")],
    }
    found = figures(rows)
    last, more = found["last-visits"], found["visits-change"]
    assert (last.name, last.value, last.rows) == ("上季度走访次数", 1, ("ZF-法院-202609-007",))
    assert (more.name, more.value) == ("走访次数较上季度增减", 2)
    assert len(more.rows) == 4
    assert found["satisfaction-rate-change"].value == 66.7
    assert "problems-raised-change" not in found
    assert "matters-change" not in found
