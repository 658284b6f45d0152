"""版记 (7.4): 抄送, who prints and when, the lines around them, at the foot of the last page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import BLANK, Paragraph, WordTable
from ledgerkit.papers.lint.model import (
    CheckOutcome,
    Rule,
    Subject,
    each,
    failed,
    judged,
    no_matter,
    passed,
)
from ledgerkit.papers.lint.roles import Form, Role
from ledgerkit.papers.lint.xml import EMU_A_MM, WP, Element, twips, value, w, whole_number

_NONE = "没有版记"
_POINT = 25.4 / 72
_RULE = 0.1
"""Millimetres that a line may be thicker or thinner."""
_FOOT = 2.0
"""Millimetres that a frame may end above or below the foot."""
_COPIES = re.compile(r"\s*(抄|分|印|主)\s*[送报发]\s*[:：]")
_ISSUED = re.compile(rf".*(\d{{4}}年(?!0)\d{{1,2}}月(?!0)\d{{1,2}}日|{BLANK})印发", re.DOTALL)


def _texts(subject: Subject) -> list[Paragraph]:
    return [paragraph for paragraph in subject.all(Role.IMPRINT) if paragraph.raw.strip()]


def _type(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        sizes = {run.type.size for run in paragraph.runs if run.text.strip()}
        if others := sorted(sizes - {standard.SMALL_SIZE}):
            return f"{others[0]:g} 磅"
        found = measure.wrong_chinese(paragraph.runs, standard.FANGSONG)
        return f"字体是{found}" if found else ""

    return each(_texts(subject), wrong, "14 磅仿宋", _NONE)


def _copies(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        text = paragraph.text.strip()
        if "：" not in text:
            return "“抄送”后不是全角冒号"
        return "" if text.endswith("。") else "末尾没有句号"

    copied = [paragraph for paragraph in _texts(subject) if _COPIES.match(paragraph.text)]
    return each(copied, wrong, "末尾有句号", "没有抄送")


def _sides(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        layout = paragraph.layout
        left = layout.left + max(layout.first, 0) + measure.leading_blanks(paragraph.text)
        return "" if abs(left - standard.IMPRINT_SIDES) <= 0.3 else f"左空 {round(left, 1):g} 字"

    flowing = [paragraph for paragraph in _texts(subject) if paragraph.table is None]
    return each(flowing, wrong, "左空 1 字", _NONE)


def _issued(subject: Subject) -> CheckOutcome:
    issued = [paragraph for paragraph in _texts(subject) if not _COPIES.match(paragraph.text)]
    return each(
        issued,
        lambda paragraph: "" if _ISSUED.fullmatch(paragraph.text.strip()) else "写法不对",
        "写法正确",
        "没有印发机关和印发日期",
    )


def _outer_rules(subject: Subject) -> CheckOutcome:
    """The first line over the first element, the last under the last."""
    imprint = subject.all(Role.IMPRINT)
    if not imprint or subject.form is Form.LETTER:
        return no_matter("没有带分隔线的版记")
    if imprint[0].boxed:
        return no_matter("版记在文本框里,线宽要看打印稿")
    widths = _table_widths(imprint[0].table) if imprint[0].table else _widths(imprint)
    if None in widths:
        return failed("首条或末条分隔线没有")
    wrong = [
        f"{width:.2f} mm"
        for width in widths
        if width is not None and abs(width - standard.OUTER_RULE) > _RULE
    ]
    return judged(wrong, f"{widths[0]:.2f} mm")


def _inner_rule(subject: Subject) -> CheckOutcome:
    """A thin line between 抄送 and who prints: a border, a table's line, or a low picture."""
    imprint = subject.all(Role.IMPRINT)
    texts = [paragraph for paragraph in imprint if paragraph.raw.strip()]
    if len(texts) < 2 or subject.form is Form.LETTER or texts[0].boxed:
        return no_matter("版记只有一项,或不带分隔线")
    between = [
        paragraph for paragraph in subject.document.paragraphs if _stands_between(paragraph, texts)
    ]
    widths = [width for paragraph in between for width in _thin(paragraph)]
    if texts[0].table:
        inside = _line(texts[0].table.element.find(w("tblPr")), "tblBorders", "insideH")
        widths += [inside] if inside else []
    if not widths:
        return failed("中间没有分隔线")
    fits = abs(widths[0] - standard.INNER_RULE) <= _RULE
    return (passed if fits else failed)(f"{widths[0]:.2f} mm")


def _stands_between(paragraph: Paragraph, texts: Sequence[Paragraph]) -> bool:
    return texts[0].number <= paragraph.number <= texts[-1].number


def _thin(paragraph: Paragraph) -> Iterator[float]:
    """The widths in millimetres of what may be a line at or in a paragraph."""
    if border := paragraph.layout.border("between"):
        yield border.width * _POINT
    for extent in paragraph.element.iter(f"{{{WP}}}extent"):
        yield (whole_number(extent.get("cy")) or 0) / EMU_A_MM


def _widths(imprint: Sequence[Paragraph]) -> list[float | None]:
    borders = (imprint[0].layout.border("top"), imprint[-1].layout.border("bottom"))
    return [border.width * _POINT if border else None for border in borders]


def _table_widths(table: WordTable) -> list[float | None]:
    cells = [list(row.iter(w("tc"))) for row in (table.rows[0], table.rows[-1])]
    return [
        _line(cells[0][0].find(w("tcPr")), "tcBorders", "top")
        or _line(table.element.find(w("tblPr")), "tblBorders", "top"),
        _line(cells[1][0].find(w("tcPr")), "tcBorders", "bottom")
        or _line(table.element.find(w("tblPr")), "tblBorders", "bottom"),
    ]


def _line(properties: Element | None, borders: str, side: str) -> float | None:
    kind = value(properties, f"{borders}/{side}")
    if kind in (None, "nil", "none"):
        return None
    return (whole_number(value(properties, f"{borders}/{side}", "sz")) or 0) / 8 * _POINT


def _foot(subject: Subject) -> CheckOutcome:
    """Tied to the foot of the text area, so that it stands there whatever the text's length."""

    def wrong(paragraph: Paragraph) -> str:
        if paragraph.table is not None:
            placed = paragraph.table.placed
            at = placed.get(w("tblpYSpec")) if placed is not None else None
            return "" if at == "bottom" else "表格没有固定在页面底部"
        if paragraph.boxed:
            return ""
        if not paragraph.layout.framed:
            return "是普通段落,没有固定在最后一面底部"
        return "" if _is_low(paragraph) else "图文框不在版心底部"

    return each(_texts(subject), wrong, "固定在版心底部", _NONE)


def _is_low(paragraph: Paragraph) -> bool:
    """Its frame is aligned with the foot, or ends there by its place and height."""
    frame = paragraph.layout.properties
    if frame.get("framePr@yAlign") == "bottom":
        return True
    section = paragraph.section
    foot = section.height - section.bottom
    if frame.get("framePr@vAnchor") == "margin":
        foot = section.text_height
    end = sum(twips(frame.get(f"framePr@{side}")) or 0 for side in ("y", "h"))
    return abs(end / standard.TWIPS_A_MM - foot) <= _FOOT


def _last(subject: Subject) -> CheckOutcome:
    """Nothing is printed behind it."""
    imprint = subject.all(Role.IMPRINT)
    if not imprint:
        return no_matter(_NONE)
    behind = [
        paragraph
        for paragraph in subject.document.flow
        if paragraph.number > imprint[-1].number and paragraph.raw.strip()
    ]
    return failed(f"{behind[0].called()}排在版记之后") if behind else passed("在最后")


RULES = (
    Rule("imprint-type", "版记字体字号", "7.4.2、7.4.3", "4号(14 磅)仿宋体", _type),
    Rule("imprint-copies", "抄送机关写法", "7.4.2", "“抄送：…。”末尾标句号", _copies),
    Rule("imprint-sides", "版记左右空字", "7.4.2、7.4.3", "左右各空一字", _sides),
    Rule("imprint-issued", "印发机关和印发日期", "7.4.3", "日期标全,后加“印发”", _issued),
    Rule("imprint-rules", "版记首末分隔线", "7.4.1", "粗线 0.35 mm", _outer_rules),
    Rule("imprint-inner-rule", "版记中间分隔线", "7.4.1", "细线 0.25 mm", _inner_rule),
    Rule("imprint-foot", "版记位置", "7.4.1", "末条线与最后一面版心下边缘重合", _foot),
    Rule("imprint-last", "版记在最后", "7.3.7、7.4", "附件在版记之前", _last),
)
