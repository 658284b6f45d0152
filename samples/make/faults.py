"""What is planted, and the finding to which it leads (docs/contract.md#what-counts-exactly)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace

from samples.make.days import day
from samples.make.district import FIRMS
from samples.make.filings import Entry, Filing
from samples.make.items import Value
from samples.make.planted import Gap
from samples.make.styles import Style

MUST, LOOK = "必须改", "请核对"
_MUST = {
    "required-empty",
    "date-unreadable",
    "choice-unknown",
    "reference-unknown",
    "key-repeated",
    "key-missing",
    "number-unreadable",
    "time-unreadable",
    "column-missing",
    "formula-uncalculated",
    "error-value",
    "file-encrypted",
    "file-damaged",
    "file-empty",
    "file-unrecognised",
    "file-not-workbook",
}
"""Files not read, ★ missing or empty, values not read, unknown choices, numbers that stand twice or
nowhere: all else is 请核对."""


def severity(code: str) -> str:
    return MUST if code in _MUST else LOOK


@dataclass(frozen=True)
class Fault:
    """An expected finding. ``spot`` says where in the written workbook to look for its cell:
    ("cell", ledger, number, column), ("header", ledger, column, turn), ("first", ledger),
    ("block", label), or () for the file as a whole.
    """

    filing: Filing
    code: str
    spot: tuple[str | int, ...] = ()
    column: str = ""
    settled: bool = False


@dataclass
class Planting:
    """The workbooks while faults are put into them."""

    filings: list[Filing]
    faults: list[Fault] = field(default_factory=list)
    harmed: dict[str, str] = field(default_factory=dict)
    """Path → encrypted, damaged or empty."""
    strays: dict[str, tuple[bytes | None, str, str]] = field(default_factory=dict)
    """Path → (bytes or None for a workbook that is no ledger, state, code)."""

    def get(self, who: str, book: str, month: str) -> Filing:
        return next(one for one in self.filings if one.slot == (who, book, f"2026-{month}"))

    def type(
        self, filing: Filing, at: int, column: str, value: Value, code: str, ledger: str = ""
    ) -> None:
        """Type something into a row (counted from the end if negative) that must be found."""
        ledger = ledger or filing.book
        entries = filing.sheets[ledger]
        at %= len(entries)
        entries[at].type(column, value)
        self.note(filing, code, ledger, at, column)

    def note(self, filing: Filing, code: str, ledger: str, at: int, column: str) -> None:
        self.faults.append(Fault(filing, code, ("cell", ledger, at, column), column))

    def block(self, filing: Filing, label: str, value: Value, code: str) -> None:
        filing.block[label] = value
        self.faults.append(Fault(filing, code, ("block", label), label))


def plant(filings: list[Filing]) -> Planting:
    """Put every fault into the workbooks; each stands alone in its row or block."""
    planting = Planting(filings)
    for part in (_visits, _talks, _others, _blocks, _styles, _twice_sent, _files):
        part(planting)
    return planting


def _visits(planting: Planting) -> None:
    """Cells of 走访日志; a month's last visit never found a problem."""

    def last(who: str, month: str, column: str, value: Value, code: str) -> None:
        planting.type(planting.get(who, "走访日志", month), -1, column, value, code)

    last("区法院", "07", "走访人员", None, "required-empty")
    last("区综治中心", "10", "走访日期", "10月上旬", "date-unreadable")
    last("区检察院", "08", "走访方式", "视频连线", "choice-unknown")
    last("公安岭川分局", "09", "企业名称", FIRMS[10].name, "firm-two-names")
    last("区委政法委", "08", "统一社会信用代码", _wrong(FIRMS[5].code), "credit-code-wrong")
    last("区检察院", "07", "联系电话", "138000012", "phone-odd")
    last("区司法局", "09", "走访日期", day("10-08"), "date-outside-month")
    last("公安岭川分局", "08", "走访编号", None, "key-missing")
    last("区综治中心", "08", "走访日期", 8.2, "date-ambiguous")
    # a cell without a date format, as in offices' own workbooks: ours would show 1900-01-08
    planting.get("区综治中心", "走访日志", "08").style = Style(dates="number")
    lost = planting.get("公安岭川分局", "走访日志", "07")
    lost.style = None
    planting.type(lost, -1, "统一社会信用代码", 916199001234567890, "credit-code-lost")
    odd = planting.get("区法院", "走访日志", "08")
    planting.type(odd, -1, "走访编号", "ZF-法院-8月-3", "key-malformed")
    silent = planting.get("区委政法委", "走访日志", "07")
    silent.sheets["走访日志"][-1].type("是否发现问题", "是")
    at = len(silent.sheets["走访日志"]) - 1
    planting.note(silent, "conditionally-required", "走访日志", at, "问题编号")
    twice = planting.get("区综治中心", "走访日志", "07")
    first = twice.sheets["走访日志"][0].values["走访编号"]
    planting.type(twice, -1, "走访编号", first, "key-repeated")


def _wrong(code: str) -> str:
    return code[:-1] + ("1" if code[-1] != "1" else "2")


def _talks(planting: Planting) -> None:
    """Cells of 法治宣传台账."""

    def last(who: str, month: str, column: str, value: Value, code: str) -> Filing:
        filing = planting.get(who, "法治宣传台账", month)
        planting.type(filing, -1, column, value, code)
        return filing

    last("区检察院", "07", "参加人数", "若干", "number-unreadable")
    last("区法院", "08", "园区或企业", ("青禾工业圆",), "name-unknown")
    last("区司法局", "07", "关联问题编号", ("WT-司法局-202607-099",), "reference-unknown")
    last("公安岭川分局", "08", "活动编号", "XC-法院-202608-009", "key-other-unit")
    last("区委政法委", "07", "参加人数", "=30+15", "formula-uncalculated").style = None
    last("区司法局", "08", "资料份数", "#N/A", "error-value").style = None


def _others(planting: Planting) -> None:
    """Meetings, hearings, cases and feedback."""
    meeting = planting.get("青禾联系点", "会议安排", "07")
    planting.type(meeting, -1, "时间", "另行通知", "time-unreadable")
    hearing = planting.get("区法院", "旁听庭审台账", "07")
    planting.type(hearing, 0, "是否公开审理", "否", "word-excludes")
    case = planting.get("区检察院", "典型案例台账", "07")
    planting.type(case, 0, "是否脱敏", "否", "word-excludes")
    lists = planting.get("区法院", "三张清单", "07")
    entries = lists.sheets["回复反馈清单"]
    at = next(at for at, one in enumerate(entries) if one.values.get("回访日期"))
    planting.type(lists, at, "回访日期", day("07-01"), "date-order", "回复反馈清单")


def _blocks(planting: Planting) -> None:
    """The 填报 block over 法治宣传台账."""
    book, month = "法治宣传台账", "09"
    planting.block(planting.get("区委政法委", book, month), "填表人", None, "block-empty")
    planting.block(planting.get("区法院", book, month), "填报日期", "月底前", "block-unreadable")
    wrong = planting.get("区检察院", book, month)
    planting.block(wrong, "填报单位", "区法制局", "block-unit-unknown")
    wrong.style = None
    full = planting.get("区司法局", book, month)
    full.block["本月无"] = "是"
    planting.faults.append(Fault(full, "nothing-but-rows"))
    blank = planting.get("区综治中心", book, month)
    blank.sheets[book].clear()
    blank.block["本月无"] = None
    planting.faults.append(Fault(blank, "nothing-filed"))


def _styles(planting: Planting) -> None:
    """A required column that is not there, and a header that stands twice."""
    book = "法治宣传台账"
    without = planting.get("公安岭川分局", book, "07")
    without.style = Style(dates="dots", without=("参加人数",))
    planting.faults.append(Fault(without, "column-missing", ("first", book), "参加人数"))
    twice = planting.get("区法院", book, "07")
    twice.style = Style(dates="slashes", twice="主题")
    planting.faults.append(Fault(twice, "column-repeated", ("header", book, "主题", 1), ""))


def _twice_sent(planting: Planting) -> None:
    """Sent again with changes, sent again unchanged, and two units telling of one visit."""
    book = "走访日志"
    first = planting.get("区检察院", book, "09")
    again = replace(first, sheets=deepcopy(first.sheets), filed=day("10-12"), block={})
    again.name, again.style = f"{first.who}2026年9月{book}(1)", None
    again.sheets[book][0].values["企业受访人"] = "陶经理五"
    again.sheets[book][-1].values["走访方式"] = "线上"
    planting.filings.append(again)
    planting.type(first, -1, "走访方式", "视频连线", "choice-unknown")
    planting.faults[-1] = replace(planting.faults[-1], settled=True)

    meetings = planting.get("云台联系点", "会议安排", "08")
    copy = replace(meetings, sheets=deepcopy(meetings.sheets), filed=day("09-07"), block={})
    copy.name, copy.style = "副本云台联系点2026年8月会议安排", None
    planting.filings.append(copy)

    court, justice = (planting.get(who, book, "08") for who in ("区法院", "区司法局"))
    told = _joint(court, "区法院", "区司法局")
    other = deepcopy(told)
    other.values["走访主要情况"] = "两家联合走访,企业希望加强用工指导。"
    justice.sheets[book].append(other)
    _, loser = sorted((court, justice), key=lambda one: one.path)
    planting.note(loser, "key-conflict", book, _place(loser, told.key), "走访编号")

    office, police = (planting.get(who, book, "09") for who in ("区检察院", "公安岭川分局"))
    same = deepcopy(_joint(office, "区检察院", "公安岭川分局", at=1))
    again.sheets[book][1].values = dict(same.values)
    police.sheets[book].append(same)


def _joint(filing: Filing, *units: str, at: int = -2) -> Entry:
    entry = filing.sheets[filing.book][at]
    entry.values["走访单位"] = units
    return entry


def _place(filing: Filing, key: str) -> int:
    return next(at for at, entry in enumerate(filing.sheets[filing.book]) if entry.key == key)


def _files(planting: Planting) -> None:
    """Files that cannot be read, that nobody can place, that never came, and that are no ledger."""
    for who, book, month, harm in (
        ("区综治中心", "法治宣传台账", "08", "encrypted"),
        ("公安岭川分局", "法治宣传台账", "09", "damaged"),
        ("望川联系点", "会议安排", "07", "empty"),
    ):
        filing = planting.get(who, book, month)
        filing.style = None
        planting.harmed[filing.path] = harm
        planting.faults.append(Fault(filing, f"file-{harm}"))
    for slot in (
        ("区委政法委", "走访日志", "10"),
        ("区综治中心", "法治宣传台账", "10"),
        ("区委政法委", "法治宣传台账", "08"),
        ("金穗联系点", "会议安排", "07"),
    ):
        planting.filings.remove(planting.get(*slot))
    cases = planting.get("区法院", "典型案例台账", "08")
    unknown = replace(cases, sheets=deepcopy(cases.sheets), block={}, style=None)
    unknown.name = "典型案例汇总"
    entry = unknown.sheets["典型案例台账"][0]
    entry.type("案例编号", "AL-某单位-202608-001")
    planting.filings.append(unknown)
    planting.block(unknown, "填报单位", None, "block-empty")
    planting.note(unknown, "owner-unknown", "典型案例台账", 0, "案例编号")
    planting.strays |= {
        "收件/2026-09/区法院值班表.xlsx": (None, "unrecognised", "file-unrecognised"),
        "收件/2026-08/走访照片说明.txt": (
            "走访照片共 12 张,另行报送。\r\n".encode("gbk"),
            "unrecognised",
            "file-not-workbook",
        ),
        "收件/2026-10/~$区法院-202610-走访日志.xlsx": (b"\x06user" + b"\x00" * 160, "skipped", ""),
        "收件/2026-10/.~区司法局-202610-三张清单.xlsx": (b"\x00" * 165, "skipped", ""),
    }


def found_gaps(
    gaps: list[Gap], standing: Callable[[str, str], tuple[Filing, int]]
) -> Iterator[Fault]:
    """The findings on links that the chain lacks, where each row stands at the end."""
    for gap in gaps:
        filing, at = standing(gap.item.ledger, gap.item.key)
        spot = ("cell", gap.item.ledger, at, gap.column)
        yield Fault(filing, gap.code, spot, gap.column)
