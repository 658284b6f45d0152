"""预警清单: every item that is late or nearly so, the worst first, with its reckoning in words."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.outcome import Alert
from ledgerkit.model.place import Place
from ledgerkit.model.register import Entry
from ledgerkit.reckoning import PROVISIONAL
from ledgerkit.run import Run
from ledgerkit.write.summary.book import Book
from ledgerkit.write.summary.links import Link
from ledgerkit.write.summary.listing import Content, Heading, Listing, Word, facts
from ledgerkit.write.summary.styles import Styles, Tone

NAME = "预警清单"
HEADINGS = (
    Heading("序号", 6),
    Heading("级别", 9),
    Heading("责任单位", 14),
    Heading("台账", 13),
    Heading("编号", 21),
    Heading("事项", 9),
    Heading("企业", 20),
    Heading("内容", 30),
    Heading("起始日", 11.5),
    Heading("到期日", 11.5),
    Heading("逾期工作日", 8),
    Heading("算法说明", 36),
    Heading("抄送", 11),
    Heading("来源文件", 26),
    Heading("来源单元格", 9),
)


def write(book: Book, styles: Styles, run: Run) -> None:
    """Add the sheet 预警清单."""
    alerts = worst_first(run)
    told = facts(run, f"共 {len(alerts)} 件", "逾期工作日为负数的还没到期")
    with Listing(book, styles, NAME, HEADINGS, told, frozen=5) as listing:
        for number, alert in enumerate(alerts, 1):
            listing.add([number, *_cells(alert, run, styles)])


def worst_first(run: Run) -> list[Alert]:
    """The alerts from the highest step and the longest delay down."""
    order = {name: at for at, name in enumerate(run.ledgers)}
    return sorted(
        run.outcome.alerts,
        key=lambda alert: (
            -alert.step.start,
            -alert.days_late,
            alert.unit,
            order.get(alert.entry.ledger.name, len(order)),
            alert.entry.key,
        ),
    )


def _cells(alert: Alert, run: Run, styles: Styles) -> Iterator[Content]:
    entry = alert.entry
    ledger, origin = entry.ledger, entry.row.origin
    cell = entry.row.place(ledger.key.name).cell or f"A{origin.row}"
    yield Word(alert.step.level, styles.levels.get(alert.step.level, Tone.RED))
    yield alert.unit
    yield ledger.name
    yield entry.key
    yield alert.matter
    yield _firm(entry, run)
    yield entry.row.text(ledger.matter)
    yield alert.started
    yield alert.due
    yield alert.days_late
    yield _reckoning(alert)
    yield alert.step.copied
    yield origin.path
    yield Link(cell, Place(origin.path, origin.sheet, cell))


def _firm(entry: Entry, run: Run) -> str:
    """The firm that the row names, or else the row that it refers to (a measure its problem)."""
    ledger = entry.ledger
    if ledger.subject:
        return entry.row.text(ledger.subject)
    for reference in ledger.references:
        for key in entry.row.names(reference.name):
            referred = run.register.entries.get(reference.to, {}).get(key)
            if referred and referred.ledger.subject:
                return referred.row.text(referred.ledger.subject)
    return ""


def _reckoning(alert: Alert) -> str:
    if alert.provisional and PROVISIONAL not in alert.reckoning:
        return f"{alert.reckoning}({PROVISIONAL})"
    return alert.reckoning
