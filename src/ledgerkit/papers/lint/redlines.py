"""The red lines of a letterhead: borders of paragraphs, or lines drawn as shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import Paragraph
from ledgerkit.papers.lint.document import WordDocument
from ledgerkit.papers.lint.drawings import is_red
from ledgerkit.papers.lint.model import CheckOutcome, failed, no_matter, passed
from ledgerkit.papers.lint.xml import twips

_POINT = 25.4 / 72
_OFF = 1.0
"""Millimetres that a distance may be off."""
_LOW = 10
"""Points: a paragraph no higher between two borders makes a double line of them."""
_THICK_FIRST = {"thickThinSmallGap", "thickThinMediumGap", "thickThinLargeGap", "thickThin"}
_DOUBLE = {"dbl", "thinThin", "double"}
_THIN_FIRST = {"thinThickSmallGap", "thinThickMediumGap", "thinThickLargeGap", "thinThick"}


@dataclass(frozen=True)
class RedLine:
    """A line in millimetres; ``order`` is 1 for thick over thin, −1 for thin over thick, 0 else.

    ``distance`` from the text above it is None where the line was drawn and placed by hand.
    """

    width: float
    distance: float | None
    order: int = 0
    double: bool = False
    from_page: float | None = None
    """From the page's upper edge, where it is placed by that."""


def distance(line: RedLine) -> CheckOutcome:
    """Whether a line stands 4 mm under the text above it (7.2.7, 10.1)."""
    if line.distance is None:
        return no_matter("线是画上去的图形,距离要看打印稿")
    fits = abs(line.distance - standard.RED_LINE_DISTANCE) <= _OFF
    return (passed if fits else failed)(measure.millimetres(line.distance))


def lines(document: WordDocument, paragraphs: Sequence[Paragraph]) -> Iterator[RedLine]:
    """The red lines at these paragraphs, from the top down."""
    for paragraph in paragraphs:
        above, below = paragraph.layout.border("top"), paragraph.layout.border("bottom")
        red = [line for line in (above, below) if line and is_red(line.colour)]
        gap = measure.gap_above(document, paragraph) if not paragraph.in_margin else None
        before = paragraph.layout.gap("before", paragraph.section.line)
        distance = (before if gap is None else gap) / standard.TWIPS_A_MM
        if len(red) == 2 and paragraph.empty and _low(paragraph):
            order = (red[0].width > red[1].width) - (red[0].width < red[1].width)
            yield RedLine(_width(paragraph), distance, order, True, _from_page(paragraph))
            red = []
        for border in red:
            under = border is below
            space = border.space * _POINT
            yield RedLine(
                _width(paragraph),
                distance if under and paragraph.empty else space if under else distance - space,
                _order(border.kind),
                _order(border.kind) != 0 or border.kind in _DOUBLE,
                _from_page(paragraph),
            )
        for line in paragraph.lines:
            if is_red(line.colour):
                order = _order(line.compound)
                is_double = order != 0 or line.compound in _DOUBLE
                yield RedLine(line.width, None, order, is_double, line.page_offset)


def _low(paragraph: Paragraph) -> bool:
    return measure.line_height(paragraph) <= _LOW * standard.TWIPS_A_POINT


def _order(kind: str) -> int:
    return (kind in _THICK_FIRST) - (kind in _THIN_FIRST)


def _from_page(paragraph: Paragraph) -> float | None:
    frame = paragraph.layout.properties
    offset = twips(frame.get("framePr@y"))
    if offset is None or frame.get("framePr@vAnchor") != "page":
        return None
    return offset / standard.TWIPS_A_MM


def _width(paragraph: Paragraph) -> float:
    """From end to end of its borders."""
    layout = paragraph.layout
    if framed := twips(layout.properties.get("framePr@w")):
        return framed / standard.TWIPS_A_MM
    character = layout.size * _POINT
    return paragraph.section.text_width - (layout.left + layout.right) * character
