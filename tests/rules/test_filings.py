"""报送情况: whether each workbook came, when, and as what."""

from __future__ import annotations

import pytest

from builders import (
    CASES,
    FEEDBACK,
    MEASURES,
    MEETINGS,
    PROBLEMS,
    VISITS,
    day,
    office,
    outcome,
    row,
    submission,
)
from ledgerkit.model.outcome import Filing
from ledgerkit.model.register import Fate
from ledgerkit.model.submission import FileState, Submission
from ledgerkit.office import FilingRule, Office

COURT = office(units=("区法院",), points=(), filings=[FilingRule("走访日志", "单位", 5)])
VISIT = row(VISITS, {"走访日期": "2026-10-13"})
RULED_BY_NAME = office(
    units=("区法院", "区司法局"),
    points=(),
    filings=[FilingRule("走访日志", "单位", 5), FilingRule("走访日志", "区司法局", 10)],
)


def filed(*sent: Submission, as_of: str = "2026-11-30", within: Office = COURT) -> Filing:
    (filing,) = outcome({}, as_of, within=within, submissions=sent).filings
    return filing


def test_the_day_of_the_next_month_moves_off_a_day_off() -> None:
    def due(month: str, on: int) -> str:
        own = office(units=("区法院",), points=(), filings=[FilingRule("走访日志", "单位", on)])
        return str(outcome({}, "2026-10-31", month=month, within=own).filings[0].due)

    assert due("2026-10", 5) == "2026-11-05"
    assert due("2026-08", 5) == "2026-09-07"  # a Saturday
    assert due("2026-09", 5) == "2026-10-08"  # 国庆
    assert due("2026-09", 10) == "2026-10-10"  # a Saturday that is worked
    assert due("2026-01", 31) == "2026-02-28"  # the month has no 31st
    assert due("2026-11", 0) == due("2026-11", 1) == "2026-12-01"  # no day at all: the first
    assert due("2099-10", 7) == "2099-11-07"  # a Saturday that no calendar reaches


@pytest.mark.parametrize(
    ("on", "state"), [("2026-11-05", "已报"), ("2026-11-06", "迟报"), ("2026-10-28", "已报")]
)
def test_the_day_on_the_sheet_says_whether_it_came_late(on: str, state: str) -> None:
    filing = filed(submission(rows=[VISIT], filed_on=on, modified="2026-11-20"))
    assert (filing.state, filing.sent) == (state, day(on))


def test_without_a_day_on_the_sheet_the_time_of_the_file_does() -> None:
    filing = filed(submission(rows=[VISIT], modified="2026-11-06T08:00"))
    assert (filing.state, filing.sent) == ("迟报", day("2026-11-06"))


def test_nothing_sent_is_missing_only_once_it_is_due() -> None:
    assert filed(as_of="2026-11-05").state == "未到期"
    assert filed(as_of="2026-11-06").state == "未报"
    assert (filed().sent, filed().path) == (None, "")


def test_a_zero_report_is_a_filing_and_rows_count_before_it() -> None:
    zero = submission(ledgers=[VISITS], nothing=True, path="收件/零.xlsx", filed_on="2026-11-01")
    rows = submission(rows=[VISIT], path="收件/有.xlsx", filed_on="2026-11-03")
    assert filed(zero).state == "零报告"
    assert (filed(zero, rows).state, filed(zero, rows).path) == ("已报", "收件/有.xlsx")


def test_the_first_of_several_files_says_when_it_came() -> None:
    first = submission(rows=[VISIT], path="收件/一.xlsx", filed_on="2026-11-04")
    again = submission(rows=[VISIT], path="收件/二.xlsx", filed_on="2026-11-16")
    assert (filed(again, first).state, filed(again, first).path) == ("已报", "收件/一.xlsx")
    beside = submission(rows=[VISIT], path="收件/〇.xlsx", filed_on="2026-11-04")
    assert {filed(*order).path for order in ((first, beside), (beside, first))} == {"收件/〇.xlsx"}


def test_a_file_that_could_not_be_read_went_back() -> None:
    nobody = submission(None, path="收件/2026-10-走访日志.xlsx", state=FileState.UNREADABLE)
    other = submission("区法院", path="收件/区法院会议安排.xlsx", state=FileState.UNREADABLE)
    named = submission(None, path="收件/区法院-走访日志.xlsx", state=FileState.UNRECOGNISED)
    assert (filed(named).state, filed(named).path) == ("退回", named.path)
    assert filed(nobody, other).state == "未报"
    assert filed(named, submission(rows=[VISIT], filed_on="2026-11-05")).state == "已报"


def test_a_file_whose_every_row_went_back_went_back() -> None:
    sent = submission(rows=[VISIT, VISIT], filed_on="2026-11-03")

    def state(*fates: Fate) -> str:
        result = outcome({}, "2026-11-30", within=COURT, submissions=[sent], fates=[(sent, fates)])
        return result.filings[0].state

    assert state(Fate.RETURNED, Fate.RETURNED) == "退回"
    assert state(Fate.RETURNED, Fate.MERGED) == "已报"


def test_only_rows_are_late_not_a_zero_report_or_what_went_back() -> None:
    zero = submission(ledgers=[VISITS], nothing=True, filed_on="2026-11-20")
    unread = submission(None, path="收件/区法院-走访日志.xlsx", state=FileState.UNREADABLE)
    assert (filed(zero).state, filed(zero).sent) == ("零报告", day("2026-11-20"))
    assert (filed(unread).state, filed(unread).sent) == ("退回", day("2026-11-02"))
    assert filed(unread, zero).state == "零报告"


def test_a_file_that_was_passed_over_is_no_filing() -> None:
    passed = submission(rows=[VISIT], path="收件/区法院-走访日志.xlsx", state=FileState.SKIPPED)
    assert filed(passed).state == "未报"
    assert filed(passed, submission(rows=[VISIT], filed_on="2026-11-03")).state == "已报"


def test_a_file_without_a_sender_in_it_is_the_one_s_that_its_name_tells() -> None:
    by_name = submission(None, rows=[VISIT], path="收件/区法院.xlsx", filed_on="2026-11-03")
    nobody = submission(None, rows=[VISIT], path="收件/甲.xlsx", filed_on="2026-11-03")
    assert filed(by_name).state == "已报"
    assert filed(nobody).state == "未报"
    assert filed(nobody, by_name).path == "收件/区法院.xlsx"


def test_an_unreadable_file_is_every_ledger_s_of_which_its_name_speaks() -> None:
    own = office(units=("区法院",), points=(), filings=[FilingRule("三张清单", "单位", 5)])
    book = submission(None, path="收件/区法院三张清单.xlsx", state=FileState.UNREADABLE)
    single = submission(None, path="收件/区法院走访问题清单.xlsx", state=FileState.UNREADABLE)

    def states(sent: Submission) -> list[str]:
        return [
            one.state for one in outcome({}, "2026-11-30", within=own, submissions=[sent]).filings
        ]

    assert states(book) == ["退回", "退回", "退回"]
    assert states(single) == ["退回", "未报", "未报"]


def test_only_the_rows_of_its_own_ledger_say_whether_a_filing_went_back() -> None:
    own = office(units=("区法院",), points=(), filings=[FilingRule("三张清单", "单位", 5)])
    rows = [row(PROBLEMS, {"问题描述": "欠款"}), row(MEASURES, {"解决措施": "催告"})]
    sent = submission(ledgers=[FEEDBACK], rows=rows, filed_on="2026-11-03")
    fates = (Fate.RETURNED, Fate.IDENTICAL)
    result = outcome({}, "2026-11-30", within=own, submissions=[sent], fates=[(sent, fates)])
    assert [(one.ledger, one.state) for one in result.filings] == [
        (PROBLEMS, "退回"),
        (MEASURES, "已报"),
        (FEEDBACK, "已报"),
    ]


def arrears(*sent: Submission, as_of: str = "2026-11-10") -> list[tuple[str, str, str]]:
    """(who, month, state) of what is still owed in November for October."""
    result = outcome({}, as_of, month="2026-11", within=RULED_BY_NAME, submissions=sent)
    return [(one.who, str(one.month), one.state) for one in result.arrears]


def test_what_is_still_owed_for_the_month_before_is_told_once_it_is_due() -> None:
    other = submission("区法院", month="2026-10", ledgers=[CASES])
    assert arrears(other, as_of="2026-11-05") == []
    assert arrears(other, as_of="2026-11-06") == [("区法院", "2026-10", "未报")]
    assert arrears(other, as_of="2026-11-11") == [
        ("区法院", "2026-10", "未报"),
        ("区司法局", "2026-10", "未报"),
    ]


def test_what_came_late_or_as_nothing_is_owed_no_more_and_what_went_back_is() -> None:
    late = submission("区法院", rows=[VISIT], filed_on="2026-11-09")
    zero = submission("区司法局", ledgers=[VISITS], nothing=True)
    assert arrears(late, zero, as_of="2026-11-30") == []
    november = submission("区司法局", month="2026-11", rows=[VISIT])
    assert arrears(late, november, as_of="2026-11-30") == [("区司法局", "2026-10", "未报")]
    unread = submission(None, path="收件/区法院-走访日志.xlsx", state=FileState.UNREADABLE)
    assert arrears(unread, zero, as_of="2026-11-06") == [("区法院", "2026-10", "退回")]
    assert arrears(unread, zero, as_of="2026-11-05") == []  # there is still time to send it again


def test_where_nobody_filed_anything_for_the_month_before_nothing_is_owed() -> None:
    assert arrears(submission("区法院", month="2026-11", rows=[VISIT]), as_of="2026-11-30") == []


def test_two_rules_for_one_ledger_ask_once_by_the_first() -> None:
    rules = [FilingRule("走访日志", "单位", 5), FilingRule("走访日志", "区法院", 9)]
    rules += [FilingRule("走访日志", "单位", 20), FilingRule("走访日志", "区法院", 25)]
    own = office(units=("区法院", "区司法局"), points=(), filings=rules)
    filings = outcome({}, "2026-10-31", within=own).filings
    assert [(one.who, str(one.due)) for one in filings] == [
        ("区法院", "2026-11-09"),
        ("区司法局", "2026-11-05"),
    ]


def test_a_book_is_a_filing_for_each_of_its_ledgers() -> None:
    own = office(units=("区法院",), points=(), filings=[FilingRule("三张清单", "单位", 5)])
    sent = submission(ledgers=[PROBLEMS, MEASURES], filed_on="2026-11-03")
    filings = outcome({}, "2026-11-30", within=own, submissions=[sent]).filings
    assert [(one.ledger, one.state) for one in filings] == [
        (PROBLEMS, "已报"),
        (MEASURES, "已报"),
        (FEEDBACK, "未报"),
    ]


def test_a_rule_that_names_one_stands_before_the_rule_for_all() -> None:
    filings = outcome({}, "2026-11-08", within=RULED_BY_NAME).filings
    assert [(one.who, str(one.due), one.state) for one in filings] == [
        ("区法院", "2026-11-05", "未报"),
        ("区司法局", "2026-11-10", "未到期"),
    ]


def test_another_month_s_or_another_s_file_does_not_count() -> None:
    september = submission(month="2026-09", rows=[VISIT])
    other = submission("区司法局", rows=[VISIT])
    undated = submission(month=None, rows=[VISIT])
    assert filed(september, other, undated).state == "未报"


def test_the_shipped_rules_ask_each_for_its_own_ledgers() -> None:
    filings = outcome({}, "2026-11-30").filings
    assert {one.who for one in filings if one.ledger == MEETINGS} == {"东岭联系点"}
    assert {one.who for one in filings if one.ledger == VISITS} == {
        "区法院",
        "公安陈仓分局",
        "区司法局",
    }
