"""What a right run must say of the samples, from the story alone: nothing here runs ledgerkit."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

from samples.make.days import AS_OF
from samples.make.district import POINTS
from samples.make.faults import Fault, Planting, found_gaps, severity
from samples.make.filings import Entry, Filing
from samples.make.grid import Placement
from samples.make.planted import Planted

Json = dict[str, object]
_KEYS = {
    "走访日志": "走访编号",
    "走访问题清单": "问题编号",
    "解决措施清单": "措施编号",
    "回复反馈清单": "反馈编号",
    "法治需求台账": "需求编号",
    "会议安排": "会议编号",
    "法治宣传台账": "活动编号",
    "典型案例台账": "案例编号",
    "旁听庭审台账": "旁听编号",
}
_FATES = ("merged", "returned", "identical", "superseded")


class Fates:
    """What becomes of every row, in the order in which the workbooks were sent."""

    def __init__(self, planting: Planting) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self._standing: dict[tuple[str, str], tuple[Filing, int]] = {}
        read = [one for one in planting.filings if one.path not in planting.harmed]
        for filing in sorted(read, key=lambda one: (one.month, one.filed, one.path)):
            self.counts[filing.path] = Counter(dict.fromkeys(_FATES, 0))
            for ledger, entries in filing.sheets.items():
                for at, entry in enumerate(entries):
                    self._settle(filing, ledger, at, entry)

    def standing(self, ledger: str, key: str) -> tuple[Filing, int]:
        """The workbook in which the row that counts stands, and its place there."""
        return self._standing[ledger, key]

    def registers(self) -> dict[str, int]:
        """Keys in each ledger."""
        return {name: sum(ledger == name for ledger, _ in self._standing) for name in _KEYS}

    def _settle(self, filing: Filing, ledger: str, at: int, entry: Entry) -> None:
        key = str(entry.values.get(_KEYS[ledger]) or f"none {filing.path} {at}")
        rows = self.counts[filing.path]
        if filing.block["填报单位"] is None:
            rows["returned"] += 1
            return
        before = self._standing.get((ledger, key))
        if before is None:
            rows["merged"] += 1
        elif before[0].sheets[ledger][before[1]].values == entry.values:
            rows["identical"] += 1
            return
        elif before[0].who == filing.who and before[0] is not filing:
            rows["merged"] += 1
            self.counts[before[0].path]["merged"] -= 1
            self.counts[before[0].path]["superseded"] += 1
        else:
            rows["returned"] += 1
            return
        self._standing[ledger, key] = (filing, at)


def expectation(planted: Planted, planting: Planting, placements: dict[str, Placement]) -> Json:
    """samples/expected.json."""
    fates = Fates(planting)
    faults = [*planting.faults, *found_gaps(planted.gaps, fates.standing)]
    findings = [_finding(fault, placements) for fault in faults]
    findings += [
        {
            "path": path,
            "code": code,
            "severity": severity(code),
            "sheet": None,
            "cell": None,
            "column": None,
            "settled": False,
        }
        for path, (_, _, code) in planting.strays.items()
        if code
    ]
    files = {one.path: _file(one, planting, fates) for one in planting.filings}
    files |= {
        path: {"state": state, "rows": _rows(Counter())}
        for path, (_, state, _) in planting.strays.items()
    }
    return {
        "month": "2026-10",
        "as_of": AS_OF.isoformat(),
        "files": dict(sorted(files.items())),
        "registers": fates.registers(),
        "findings": sorted(findings, key=lambda one: [str(value) for value in one.values()]),
        "gaps": sorted(gap.code for gap in planted.gaps),
        "alerts": sorted(
            (asdict(alert) for alert in planted.alerts), key=lambda one: str(one["key"])
        ),
        "duties": duties(),
    }


def _finding(fault: Fault, placements: dict[str, Placement]) -> Json:
    sheet, cell = _spot(fault, placements[fault.filing.path]) if fault.spot else (None, None)
    return {
        "path": fault.filing.path,
        "code": fault.code,
        "severity": severity(fault.code),
        "sheet": sheet,
        "cell": cell,
        "column": fault.column or None,
        "settled": fault.settled,
    }


def _spot(fault: Fault, placement: Placement) -> tuple[str, str]:
    match fault.spot:
        case ("cell", str(ledger), int(at), str(column)):
            return placement.cells[ledger, at, column]
        case ("header", str(ledger), str(column), int(turn)):
            return placement.headers[ledger, column, turn]
        case ("first", str(ledger)):
            return placement.first[ledger]
        case ("block", str(label)):
            return placement.block[label]
    raise ValueError(fault.spot)


def _file(filing: Filing, planting: Planting, fates: Fates) -> Json:
    if filing.path in planting.harmed:
        return {"state": "unreadable", "rows": _rows(Counter())}
    nothing = filing.block["本月无"] == "是" and not any(filing.sheets.values())
    return {
        "state": "zero_report" if nothing else "merged",
        "rows": _rows(fates.counts[filing.path]),
    }


def _rows(counts: Counter[str]) -> Json:
    return {"read": sum(counts.values()), **{fate: counts[fate] for fate in _FATES}}


def duties() -> list[Json]:
    """The duties of October and of the periods around it that are not 完成, by hand."""

    def one(duty: str, who: str, period: str, state: str) -> Json:
        return {
            "duty": duty,
            "who": who,
            "period": period,
            "required": 1,
            "done": 0,
            "state": state,
        }

    return [
        one("走访", "区委政法委", "2026-10", "未报送"),
        one("走访", "区综治中心", "2026-10", "不足"),
        one("法治宣传", "区检察院", "2026-10", "零报告"),
        *(one("联席会议", point.name, "2026Q4", "进行中") for point in POINTS[2:]),
        *(
            one("典型案例", unit, "2026H2", "进行中")
            for unit in ("区委政法委", "区司法局", "区综治中心")
        ),
    ]
