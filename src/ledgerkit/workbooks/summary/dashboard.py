"""看板: what a leader reads in ten seconds, on one A4 page lying down."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.period import Cycle, Period
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary import charts, figures
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.styles import DUTY_TONES, Formats, Tone
from ledgerkit.workbooks.summary.texts import NONE, exact

NAME = "看板"
COLUMN_WIDTH, COLUMN_PIXELS = 12.14, 90
ROW_HEIGHT, ROW_PIXELS = 21, 28
LEVEL_CARDS = 4
CARDS_ROW, DUTIES_ROW = 3, 7
CHART_ROWS = 15
ONE_PAGE_ROWS = 60
NO_ALERTS, NO_PROBLEMS, NO_DUTIES = "没有预警", "没有问题", "没有履职要求"


class Board:
    """The sheet while it is laid out: a left half, and a right half from ``right`` on."""

    def __init__(self, book: SummaryBook, formats: Formats, run: Run) -> None:
        self.book = book
        self.formats = formats
        self.run = run
        self.sheet: Any = book.add_worksheet(NAME)
        self.duties, self.standing = figures.heat_map(run)
        self.right = max(8, len(self.duties) + 3)
        self.levels = [step.level for step in run.office.ladder]

    @property
    def columns(self) -> int:
        """How many columns the board takes."""
        return self.right + max(8, len(self.levels) + 3)

    def wide(
        self, row: int, column: int, value: str | int | float, style: Any, columns: int = 2
    ) -> None:
        """Write over several cells side by side."""
        shown = exact(value) if isinstance(value, str) else value
        if columns > 1:
            self.sheet.merge_range(row, column, row, column + columns - 1, "", style)
        if isinstance(shown, str):
            self.sheet.write_string(row, column, shown, style)
        else:
            self.sheet.write_number(row, column, shown, style)

    def section(self, row: int, column: int, columns: int, title: str) -> None:
        """A heading with a line under it."""
        self.wide(row, column, title, self.formats.get("section"), columns)


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheet 看板 with its tables and charts."""
    board = Board(book, formats, run)
    board.sheet.set_default_row(ROW_HEIGHT)
    board.sheet.set_column(0, board.columns - 1, COLUMN_WIDTH)
    _title(board)
    _cards(board)
    below = max(_heat_map(board), _alerts(board)) + 1
    end = _problems(board, below)
    _page(board, end)


def _title(board: Board) -> None:
    sheet, period = board.sheet, board.run.period
    sheet.set_row(0, 36)
    title = f"服务联系点工作看板 · {_period_name(period)}"
    sheet.write_string(0, 0, title, board.formats.get("board title"))
    sheet.write_string(1, 0, figures.subtitle(board.run), board.formats.get("board note"))


def _period_name(period: Period) -> str:
    year, month = period.first.year, period.first.month
    match period.cycle:
        case Cycle.MONTH:
            return f"{year} 年 {month} 月"
        case Cycle.QUARTER:
            return f"{year} 年第{'一二三四'[month // 3]}季度"
        case Cycle.HALF:
            return f"{year} 年{'上' if month == 1 else '下'}半年"
        case Cycle.YEAR:
            return f"{year} 年"


def _cards(board: Board) -> None:
    """The big figures, each on two columns; then one column for each of the worst levels."""
    board.sheet.set_row(CARDS_ROW + 1, 40)
    column = 0
    for card in figures.cards(board.run):
        _card(board, column, 2, card, Tone.GREY)
        column += 2
    counts = Counter(alert.step.level for alert in board.run.outcome.alerts)
    for level in board.levels[-LEVEL_CARDS:]:
        card = figures.Card(level, counts[level], "预警(件)")
        _card(board, column, 1, card, board.formats.levels[level])
        column += 1


def _card(board: Board, column: int, columns: int, card: figures.Card, tone: Tone) -> None:
    parts: tuple[tuple[str, str | int | float], ...] = (
        ("card label", card.label),
        ("card figure", card.figure),
        ("card note", card.note),
    )
    for row, (style, value) in enumerate(parts, CARDS_ROW):
        board.wide(row, column, value, board.formats.get(style, tone), columns)


def _heat_map(board: Board) -> int:
    """Unit × duty, a word and a colour in each cell; returns the row below."""
    formats, row = board.formats, DUTIES_ROW
    board.section(row, 0, board.right - 1, "履职情况(完成次数/应完成次数)")
    row += 1
    if not board.standing:
        board.sheet.write_string(row, 0, NO_DUTIES, formats.get("nothing"))
        return row + 1
    board.wide(row, 0, "单位或联系点", formats.get("header"))
    for at, name in enumerate(board.duties, 2):
        board.sheet.write_string(row, at, exact(name), formats.get("header"))
    for who, owed in board.standing:
        row += 1
        board.wide(row, 0, who, formats.get("label"))
        for at, name in enumerate(board.duties, 2):
            duty = owed.get(name)
            text = f"{duty.state} {duty.done}/{duty.required}" if duty else NONE
            tone = DUTY_TONES[duty.state] if duty else None
            board.sheet.write_string(row, at, text, formats.get("word", tone))
    return row + 1


def _alerts(board: Board) -> int:
    """Alerts by unit and level with their sums; returns the row below."""
    formats, row, left = board.formats, DUTIES_ROW, board.right
    board.section(row, left, board.columns - left, "预警(按责任单位和级别,件)")
    row += 1
    by_unit = figures.alerts_by_unit(board.run)
    if not by_unit:
        board.sheet.write_string(row, left, NO_ALERTS, formats.get("nothing"))
        return row + 1
    board.wide(row, left, "责任单位", formats.get("header"))
    for at, level in enumerate(board.levels, left + 2):
        board.sheet.write_string(row, at, level, formats.get("word", formats.levels[level]))
    board.sheet.write_string(row, left + 2 + len(board.levels), "合计", formats.get("header"))
    total: Counter[str] = sum((counts for _, counts in by_unit), Counter())
    for unit, counts in by_unit:
        row += 1
        _alert_row(board, row, unit, counts, "label", "number")
    _alert_row(board, row + 1, "合计", total, "total", "total")
    return row + 2


def _alert_row(
    board: Board, row: int, unit: str, counts: Counter[str], label: str, number: str
) -> None:
    board.wide(row, board.right, unit, board.formats.get(label))
    for at, level in enumerate(board.levels, board.right + 2):
        tone = board.formats.levels[level] if counts[level] else None
        board.sheet.write_number(row, at, counts[level], board.formats.get(number, tone))
    last = board.right + 2 + len(board.levels)
    board.sheet.write_number(row, last, counts.total(), board.formats.get("total"))


def _problems(board: Board, top: int) -> int:
    """Categories on the left, ages and the charts of ages and alerts on the right."""
    board.section(top, 0, board.right - 1, "问题类别(累计,件)")
    board.section(top, board.right, board.columns - board.right, charts.AGES)
    _categories(board, top + 1)
    _ages(board, top + 1)
    return top + 1 + CHART_ROWS


def _categories(board: Board, top: int) -> None:
    formats = board.formats
    counted = figures.categories(board.run)
    if not counted:
        board.sheet.write_string(top, 0, NO_PROBLEMS, formats.get("nothing"))
        return
    board.wide(top, 0, Problems.category.name, formats.get("header"))
    board.sheet.write_string(top, 2, "件数", formats.get("header"))
    for row, (name, count) in enumerate(counted, top + 1):
        board.wide(row, 0, name, formats.get("label"))
        board.sheet.write_number(row, 2, count, formats.get("number"))
    chart = charts.categories(board.book, NAME, top + 1, top + len(counted))
    _place(board, chart, top, 3, board.right - 4, CHART_ROWS)


def _ages(board: Board, top: int) -> None:
    formats, left = board.formats, board.right
    counted = figures.ages(board.run)
    for at, (label, count) in enumerate(counted.items(), left):
        board.sheet.write_string(top, at, label, formats.get("header"))
        board.sheet.write_number(top + 1, at, count, formats.get("number"))
    half = (board.columns - left) // 2
    if any(counted.values()):
        chart = charts.ages(board.book, NAME, top, left, left + len(counted) - 1)
        _place(board, chart, top + 3, left, half, CHART_ROWS - 3)
    units = len(figures.alerts_by_unit(board.run))
    if units:
        first = DUTIES_ROW + 2
        tones = [board.formats.levels[level] for level in board.levels]
        chart = charts.alerts(board.book, NAME, (first, first + units - 1), left, tones)
        _place(board, chart, top + 3, left + half, board.columns - left - half, CHART_ROWS - 3)


def _place(board: Board, chart: Any, row: int, column: int, columns: int, rows: int) -> None:
    """Put a chart over whole cells that hold nothing, a little inside their edges."""
    size = {"width": columns * COLUMN_PIXELS - 12, "height": rows * ROW_PIXELS - 6}
    chart.set_size(size)
    board.sheet.insert_chart(
        row, column, chart, {"x_offset": 8, "y_offset": 4, "object_position": 2}
    )


def _page(board: Board, end: int) -> None:
    sheet = board.sheet
    sheet.set_up_page()
    sheet.center_horizontally()
    sheet.print_area(0, 0, end, board.columns - 1)
    sheet.fit_to_pages(1, 1 if end <= ONE_PAGE_ROWS else 0)
    sheet.activate()
