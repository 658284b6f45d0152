"""履职情况: what each unit and point owed in the periods that hold the month, and what it did."""

from __future__ import annotations

from ledgerkit.run import Run
from ledgerkit.write.summary.book import Book
from ledgerkit.write.summary.keys import portions
from ledgerkit.write.summary.listing import Heading, Listing, Word, facts
from ledgerkit.write.summary.styles import DUTY_TONES, Styles

NAME = "履职情况"
HEADINGS = (
    Heading("职责", 12),
    Heading("单位或联系点", 22),
    Heading("周期", 11),
    Heading("应完成次数", 9),
    Heading("已完成次数", 9),
    Heading("状态", 11),
    Heading("是否预警", 9),
    Heading("计入的编号", 90),
)


def write(book: Book, styles: Styles, run: Run) -> None:
    """Add the sheet 履职情况; long lists of numbers go on in further rows, without figures."""
    duties = run.outcome.duties
    told = facts(run, f"共 {len(duties)} 项")
    with Listing(book, styles, NAME, HEADINGS, told, frozen=2) as listing:
        for duty in duties:
            state = Word(duty.state, DUTY_TONES[duty.state])
            warns = Word("是" if duty.warns else "否")
            period = Word(str(duty.period))
            for at, keys in enumerate(portions(duty.rows)):
                figures = (duty.required, duty.done) if at == 0 else (None, None)
                listing.add([duty.duty, duty.who, period, *figures, state, warns, keys])
