"""预警清单, 履职情况 and 数据来源 of all districts."""

from __future__ import annotations

import datetime as dt

from ledgerkit.rules.rollup import ROW_COUNTS, Rollup
from ledgerkit.workbooks.summary import alerts, duties
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Word
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import DUTY_TONES, Formats, Tone

ALERTS = (
    Heading("区县", 14, added=True),
    Heading("级别", 9),
    Heading("责任单位", 16),
    Heading("台账", 14),
    Heading("编号", 22),
    Heading("起始日", 11.5),
    Heading("到期日", 11.5),
    Heading("逾期工作日", 8),
    Heading("算法说明", 44),
    Heading("来源文件", 34),
    Heading("来源表", 14),
    Heading("来源行", 8),
)
DUTIES = (
    Heading("区县", 14, added=True),
    Heading("职责", 14),
    Heading("主体", 20),
    Heading("周期", 12),
    Heading("应完成", 9),
    Heading("已完成", 9),
    Heading("状态", 10),
)
SOURCES = (
    Heading("区县", 14, added=True),
    Heading("截至", 12),
    Heading("共读(行)", 10),
    Heading("已汇总", 10),
    Heading("退回", 10),
    Heading("重复", 10),
    Heading("被更新", 10),
    Heading("总表改过", 10),
    Heading("总表的 SHA-256", 68),
    Heading("运行记录的 SHA-256", 68),
)


def write(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    """Add the three sheets."""
    _alerts(book, formats, rollup)
    _duties(book, formats, rollup)
    _sources(book, formats, rollup)


def _alerts(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    late = [*rollup.alerts()]
    facts = [f"共 {len(late)} 件", alerts.NOT_YET_DUE]
    with Listing(book, formats, alerts.NAME, ALERTS, facts, frozen=5) as listing:
        for district, alert in late:
            level, origin = alert["level"], alert["origin"]
            listing.add(
                [
                    district.name,
                    Word(level, formats.levels.get(level, Tone.RED)),
                    alert["unit"],
                    alert["ledger"],
                    alert["key"],
                    dt.date.fromisoformat(alert["started"]),
                    dt.date.fromisoformat(alert["due"]),
                    alert["days_late"],
                    alert["reckoning"],
                    origin["path"],
                    origin["sheet"],
                    origin["row"],
                ]
            )


def _duties(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    owed = [(district, duty) for district in rollup.districts for duty in district.record["duties"]]
    tones = {str(state): tone for state, tone in DUTY_TONES.items()}
    facts = [f"共 {len(owed)} 项"]
    with Listing(book, formats, duties.NAME, DUTIES, facts, frozen=3) as listing:
        for district, duty in owed:
            values = [duty[name] for name in ("duty", "who", "period", "required", "done")]
            state = duty["state"]
            listing.add([district.name, *values, Word(state, tones.get(state, Tone.GREY))])


def _sources(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    with Listing(book, formats, "数据来源", SOURCES, [], frozen=1) as listing:
        for district in rollup.districts:
            counts = [district.record["rows"][name] for name in ROW_COUNTS]
            edited = Word("是", Tone.ORANGE) if district.edited else Word("否")
            day = dt.date.fromisoformat(district.record["as_of"])
            listing.add([district.name, day, *counts, edited, *district.sha256.values()])
