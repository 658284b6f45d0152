"""预警清单: every item that is late or nearly so, the worst first, with its reckoning in words."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.outcome import Alert, Ending
from ledgerkit.model.place import Place
from ledgerkit.rules.deadlines import PROVISIONAL
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.listing import Heading, Listing, Span
from ledgerkit.workbooks.summary.styles import CHANGE_TONES, Formats, Tone
from ledgerkit.workbooks.summary.texts import NONE

NAME = "预警清单"
NOT_YET_DUE = "逾期工作日为负数的还没到期"
_FIRST = (Heading("序号", 6), Heading("级别", 9))
_FURTHER = (
    Heading("责任单位", 14),
    Heading("台账", 13),
    Heading("编号", 21),
    Heading("事项", 11.5),
    Heading("企业", 20),
    Heading("内容", 30),
    Heading("起始日", 11.5),
    Heading("到期日", 11.5),
    Heading("逾期工作日", 8),
    Heading("升级日期", 11.5),
    Heading("本级已满工作日", 8.5),
    Heading("逐级经过", 24),
    Heading("算法说明", 36),
    Heading("抄送", 11),
    Heading("来源文件", 26),
    Heading("来源单元格", 9),
)

_ENDED = ("现况", "单位", "台账", "编号", "日期", "企业", "内容")


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheet 预警清单."""
    alerts, cycle = worst_first(run), run.cycle
    headings = (*_FIRST, Heading(f"较{cycle.last}", 9.5), *_FURTHER)
    facts = [f"共 {len(alerts)} 件", NOT_YET_DUE]
    with Listing(book, formats, NAME, headings, facts, frozen=6) as listing:
        for number, alert in enumerate(alerts, 1):
            listing.add([number, *_cells(alert, run, formats)])
        if run.outcome.ended:
            title = f"{cycle.last}预警、{cycle.this}不再预警的事项"
            spans = [Span(name) for name in ("序号", f"{cycle.last}级别", *_ENDED)]
            listing.block(title, spans, _ended(run, formats))


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


def _cells(alert: Alert, run: Run, formats: Formats) -> Iterator[Content]:
    entry = alert.entry
    ledger, origin = entry.ledger, entry.row.origin
    cell = entry.row.place(ledger.key).cell or f"A{origin.row}"
    yield Word(alert.step.level, formats.levels.get(alert.step.level, Tone.RED))
    yield Word(alert.change, CHANGE_TONES[alert.change]) if alert.change else Word(NONE)
    yield alert.unit
    yield ledger.name
    yield entry.key
    yield alert.matter
    yield run.register.subject(entry)
    yield entry.row.text(ledger.gist)
    yield alert.started
    yield alert.due
    yield alert.days_late
    yield alert.since
    yield alert.climb[-1].days if alert.climb else None
    yield "\n".join(f"{rung.since:%m-%d} {rung.step.level},{rung.days} 日" for rung in alert.climb)
    yield _reckoning(alert)
    yield alert.step.copied
    yield origin.path
    yield Link(cell, Place(origin.path, origin.sheet, cell))


def _ended(run: Run, formats: Formats) -> Iterator[list[Content]]:
    """The last period's alerts that are none any more, and why; in the columns of the list."""
    for number, ended in enumerate(run.outcome.ended or (), 1):
        entry = ended.entry
        yield [
            number,
            Word(ended.level, formats.levels.get(ended.level)),
            Word(ended.ending, Tone.GREEN if ended.ending is Ending.SETTLED else Tone.GREY),
            entry.owner if entry else None,
            ended.ledger,
            ended.key,
            entry.row[entry.ledger.dated] if entry else None,
            run.register.subject(entry) if entry else None,
            entry.row.text(entry.ledger.gist) if entry else None,
        ]


def _reckoning(alert: Alert) -> str:
    if alert.provisional and PROVISIONAL not in alert.reckoning:
        return f"{alert.reckoning}({PROVISIONAL})"
    return alert.reckoning
