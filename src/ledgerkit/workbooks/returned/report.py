"""The sheet 检查结果: counts and the next step, a line for each finding, then 已自动规范."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ledgerkit.model.finding import Severity
from ledgerkit.text import display_width
from ledgerkit.workbooks.returned.listing import ReportLine
from ledgerkit.workbooks.returned.opc import MAIN, OFFICE
from ledgerkit.workbooks.returned.styles import COLOURS, StylesPart, fill_xml
from ledgerkit.workbooks.returned.xml_text import clean, shortened

HEADERS = ("级别", "工作表", "单元格", "列", "填的内容", "说明和改法")
WIDTHS = (13, 18, 24, 18, 28, 72)
HEADER_ROW = 4
REPAIRED = "已自动规范"
REPAIRED_TINT = "FFE2EFDA"
REPAIRED_HINT = "下面的内容已经读作规范的写法,不用改。"
QUOTED = 200
"""Characters of an entry that are quoted: enough to know it by."""

_FONT = '<font>{}<sz val="{}"/><color rgb="{}"/><name val="{}"/></font>'
_HEADING, _BODY = "微软雅黑", "宋体"
_BOLD = "<b/>"
_THIN = '<{0} style="thin"><color rgb="FFBFBFBF"/></{0}>'
_BORDER = f"<border>{''.join(_THIN.format(s) for s in ('left', 'right', 'top', 'bottom'))}"
_BORDER += "<diagonal/></border>"
_WRAP = '<alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>'
_CENTRE = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
_FLAT = '<alignment vertical="center"/>'


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The lines above the list: the title, the counts with the next step, and how to use it."""

    title: str
    step: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Looks:
    title: int
    step: int
    repaired: int
    hint: int
    header: int
    text: int
    link: int
    word: dict[Severity | None, int]


LinkOf = Callable[[ReportLine], str]
"""The attributes of a line's hyperlink element (location, r:id), "" for none."""


def sheet_xml(
    heading: ReportHead,
    lines: Sequence[ReportLine],
    link: LinkOf,
    styles: StylesPart,
    repaired: Sequence[ReportLine] = (),
) -> bytes:
    """The sheet as a part; what it looks like is added to the styles."""
    looks = _looks(styles)
    rows = [
        _row(1, 30, [_cell("A1", looks.title, heading.title)]),
        _row(2, 24, [_cell("A2", looks.step, heading.step)]),
        _row(3, 20, [_cell("A3", looks.hint, heading.hint)]),
        _row(HEADER_ROW, 24, _cells(HEADER_ROW, HEADERS, [looks.header] * len(HEADERS))),
    ]
    links: list[str] = []
    last = HEADER_ROW + len(lines)
    _list(rows, links, last - len(lines), lines, looks, link)
    if repaired:
        title, count = last + 2, sum(line.count for line in repaired)
        summary = f"{REPAIRED}:共 {count} 处。{REPAIRED_HINT}"
        rows.append(_row(title, 24, [_cell(f"A{title}", looks.repaired, summary)]))
        _list(rows, links, title, repaired, looks, link)
        last = title + len(repaired)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:F{last}"/>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{HEADER_ROW}" topLeftCell="A{HEADER_ROW + 1}" activePane="bottomLeft" '
        f'state="frozen"/><selection pane="bottomLeft" activeCell="A{HEADER_ROW + 1}" '
        f'sqref="A{HEADER_ROW + 1}"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="20"/>'
        f"<cols>{''.join(_col(at, width) for at, width in enumerate(WIDTHS, 1))}</cols>"
        f"<sheetData>{''.join(rows)}</sheetData>"
        f"{'<hyperlinks>' + ''.join(links) + '</hyperlinks>' if links else ''}"
        '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C第 &amp;P 页,共 &amp;N 页</oddFooter></headerFooter>"
        "</worksheet>"
    ).encode()


def location(sheet: str, cells: str) -> str:
    """A reference to cells of a sheet as hyperlinks and defined names write it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cells}"


def _looks(styles: StylesPart) -> _Looks:
    def style(font: str, size: int, colour: str, fill: str, border: str, alignment: str) -> int:
        return styles.style(
            font=_FONT.format(font, size, colour, _HEADING if font == _BOLD else _BODY),
            fill=fill_xml(fill) if fill else "",
            border=border,
            alignment=alignment,
        )

    ink, grey = "FF1F1F1F", "FF595959"
    return _Looks(
        title=style(_BOLD, 16, ink, "", "", _FLAT),
        step=style(_BOLD, 12, "FFC00000", "", "", _FLAT),
        repaired=style(_BOLD, 12, "FF375623", "", "", _FLAT),
        hint=style("", 10, grey, "", "", _FLAT),
        header=style(_BOLD, 11, "FFFFFFFF", "FF1F4E79", _BORDER, _CENTRE),
        text=style("", 11, ink, "", _BORDER, _WRAP),
        link=style("<u/>", 11, "FF0563C1", "", _BORDER, _WRAP),
        word={
            severity: style(_BOLD, 11, ink, colour, _BORDER, _CENTRE)
            for severity, colour in (*tints().items(), (None, REPAIRED_TINT))
        },
    )


def tints() -> dict[Severity, str]:
    """The marks' colours, one shade off: cells of this list must not be taken for marked cells."""
    return {severity: f"{int(colour, 16) - 1:08X}" for severity, colour in COLOURS.items()}


def _list(
    rows: list[str],
    links: list[str],
    above: int,
    lines: Sequence[ReportLine],
    looks: _Looks,
    link: LinkOf,
) -> None:
    """Add lines, from below the row ``above`` on, to the rows and to the hyperlinks."""
    for at, line in enumerate(lines, above + 1):
        target = link(line) if line.cells else ""
        if target:
            links.append(f'<hyperlink ref="C{at}" {target}/>')
        rows.append(_line_row(at, line, looks, linked=bool(target)))


def _line_row(at: int, line: ReportLine, looks: _Looks, linked: bool) -> str:
    texts = (
        line.severity or REPAIRED,
        line.sheet or "(整个文件)",
        line.label,
        line.column,
        shortened(line.found, QUOTED),
        line.message,
    )
    styles = [looks.word[line.severity], *[looks.text] * 5]
    if linked:
        styles[2] = looks.link
    return _row(at, _height(texts), _cells(at, texts, styles))


def _height(texts: Sequence[str]) -> float:
    """Points that the tallest cell of a line needs: WPS does not fit rows when it opens a file."""
    return 9 + 17 * max(
        sum(-(-display_width(part) // (width - 4)) or 1 for part in text.split("\n"))
        for text, width in zip(texts, WIDTHS, strict=True)
    )


def _row(number: int, height: float, cells: list[str]) -> str:
    height = min(height, 400)
    return f'<row r="{number}" ht="{height:g}" customHeight="1">{"".join(cells)}</row>'


def _cells(row: int, texts: Sequence[str], styles: Sequence[int]) -> list[str]:
    return [
        _cell(f"{letter}{row}", style, text)
        for letter, text, style in zip("ABCDEF", texts, styles, strict=True)
    ]


def _cell(address: str, style: int, text: str) -> str:
    if not text:
        return f'<c r="{address}" s="{style}"/>'
    kept = f'<is><t xml:space="preserve">{escape(clean(text))}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{kept}</c>'


def _col(at: int, width: float) -> str:
    return f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'


def attribute(name: str, value: str) -> str:
    """One attribute of an element, escaped."""
    return f"{name}={quoteattr(clean(value))}"
