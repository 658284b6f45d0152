"""待改问题: every finding that still wants somebody. 断链: those about links the chain lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.model.finding import Finding, Severity
from ledgerkit.model.register import Entry
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.faults import line_of
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import SEVERITY_TONES, Formats

NAME, GAPS_NAME = "待改问题", "断链"
HEADINGS = (
    Heading("序号", 6),
    Heading("轻重", 9),
    Heading("单位", 16),
    Heading("文件", 30),
    Heading("表", 14),
    Heading("单元格", 9),
    Heading("列", 14),
    Heading("填的内容", 22),
    Heading("说明", 56),
    Heading("编号", 22),
    Heading("检查代码", 22),
)
GAPS_HEADINGS = (
    Heading("序号", 6),
    Heading("断在哪里", 16),
    Heading("单位", 16),
    Heading("台账", 14),
    Heading("编号", 22),
    Heading("列", 14),
    Heading("填的内容", 20),
    Heading("说明", 60),
    Heading("文件", 36),
    Heading("单元格", 9),
)


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheets 待改问题 and 断链."""
    _write_open(book, formats, run)
    _write_gaps(book, formats, run)


def _write_open(book: SummaryBook, formats: Formats, run: Run) -> None:
    units = {submission.path: submission.unit or "" for submission in run.submissions}
    findings = sorted(run.open_findings, key=lambda finding: _urgency(finding, units))
    with Listing(book, formats, NAME, HEADINGS, _counts(run, findings), frozen=2) as listing:
        for number, finding in enumerate(findings, 1):
            listing.add([number, *_cells(finding, units)])


def _urgency(finding: Finding, units: dict[str, str]) -> tuple[bool, str, str, str, int, str]:
    """必须改 first, then by unit, file, sheet, row and column."""
    place = finding.place
    return (
        finding.severity is not Severity.MUST,
        units.get(place.path, ""),
        place.path,
        place.sheet or "",
        line_of(place.cell),
        f"{place.cell or '':>12}",
    )


def _counts(run: Run, findings: list[Finding]) -> list[str]:
    counts = Counter(finding.severity for finding in findings)
    by_severity = [f"{severity} {counts[severity]} 处" for severity in Severity]
    waived = [f"另有 {run.waived} 处经豁免登记不再提示"] if run.waived else []
    return [f"共 {len(findings)} 处", *by_severity, *waived]


def _cells(finding: Finding, units: dict[str, str]) -> list[Content]:
    place = finding.place
    return [
        Word(finding.severity, SEVERITY_TONES[finding.severity]),
        units.get(place.path, ""),
        place.path if place.cell else Link(place.path, place),
        place.sheet,
        Link(place.cell, place) if place.cell else None,
        finding.column,
        finding.found,
        finding.message,
        finding.key,
        finding.code,
    ]


def _write_gaps(book: SummaryBook, formats: Formats, run: Run) -> None:
    codes = {gap.code for gap in run.outcome.gaps}
    findings = [finding for finding in run.open_findings if finding.code in codes]
    entries = _by_key(run)
    units = {submission.path: submission.unit or "" for submission in run.submissions}
    facts = [f"共 {len(findings)} 处"]
    with Listing(book, formats, GAPS_NAME, GAPS_HEADINGS, facts, frozen=5) as listing:
        for number, finding in enumerate(findings, 1):
            entry = entries.get((finding.place.path, finding.key))
            unit = entry.owner if entry else units.get(finding.place.path, "")
            listing.add([number, *_gap_cells(finding, unit, entry)])


def _by_key(run: Run) -> dict[tuple[str, str], Entry]:
    """The entries by (path, 编号): a finding names its row so."""
    return {
        (entry.row.origin.path, entry.key): entry
        for entries in run.register.entries.values()
        for entry in entries.values()
    }


def _gap_cells(finding: Finding, unit: str, entry: Entry | None) -> Iterable[Content]:
    place = finding.place
    return (
        CATALOGUE[finding.code].title if finding.code in CATALOGUE else finding.code,
        unit,
        entry.ledger.name if entry else place.sheet,
        finding.key,
        finding.column,
        finding.found,
        finding.message,
        place.path if place.cell else Link(place.path, place),
        Link(place.cell, place) if place.cell else None,
    )
