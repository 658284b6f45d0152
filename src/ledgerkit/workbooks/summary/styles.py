"""How 总表 looks: one font, one header, and colours that never stand without their word."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from ledgerkit.model.finding import Severity
from ledgerkit.model.outcome import Change, DutyState, FilingState, Step

FONT = "微软雅黑"
INK, GREY_INK, LINE = "#1F2D3D", "#6B7785", "#C9D1DA"
HEADER_FILL, ADDED_FILL, BAD_FILL = "#1F4E79", "#6B7785", "#FBDADA"
OFFICE_FILL = "#2E7D5B"
"""Of the headers under which the office writes."""


class Tone(Enum):
    """A colour as fill, ink and the full colour that charts use."""

    RED = ("#F8CBCB", "#9C0006", "#C0392B")
    ORANGE = ("#FCE0C4", "#974706", "#E67E22")
    YELLOW = ("#FFF2BF", "#7F6000", "#E8B923")
    BLUE = ("#D6E6F7", "#1F4E79", "#4A90D9")
    GREEN = ("#D5EDD9", "#1E6B2E", "#4CAF50")
    GREY = ("#ECEFF2", "#4F5B67", "#9AA5B1")

    @property
    def fill(self) -> str:
        return self.value[0]

    @property
    def ink(self) -> str:
        return self.value[1]

    @property
    def solid(self) -> str:
        return self.value[2]


_RISING = (Tone.BLUE, Tone.YELLOW, Tone.ORANGE, Tone.RED)

DUTY_TONES = {
    DutyState.DONE: Tone.GREEN,
    DutyState.RUNNING: Tone.BLUE,
    DutyState.ZERO: Tone.YELLOW,
    DutyState.SHORT: Tone.ORANGE,
    DutyState.MISSING: Tone.RED,
}
FILING_TONES = {
    FilingState.FILED: Tone.GREEN,
    FilingState.ZERO: Tone.GREEN,
    FilingState.PENDING: Tone.GREY,
    FilingState.LATE: Tone.YELLOW,
    FilingState.RETURNED: Tone.ORANGE,
    FilingState.MISSING: Tone.RED,
}
CHANGE_TONES = {
    Change.NEW: Tone.BLUE,
    Change.CLIMBED: Tone.RED,
    Change.EASED: Tone.GREEN,
    Change.SAME: Tone.GREY,
}
SEVERITY_TONES = {Severity.MUST: Tone.RED, Severity.LOOK: Tone.YELLOW}

_CELL: dict[str, Any] = {
    "font_name": FONT,
    "font_size": 10,
    "font_color": INK,
    "valign": "vcenter",
    "border": 1,
    "border_color": LINE,
}
_CENTRED = {**_CELL, "align": "center"}
_CARD: dict[str, Any] = {
    "font_name": FONT,
    "align": "center",
    "valign": "vcenter",
    "left": 5,
    "right": 5,
    "left_color": "#FFFFFF",
    "right_color": "#FFFFFF",
}
_HEADER = {
    **_CENTRED,
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": HEADER_FILL,
    "text_wrap": True,
}
_STYLES: dict[str, dict[str, Any]] = {
    "text": {**_CELL, "text_wrap": True},
    "word": {**_CENTRED, "text_wrap": True},
    "number": {**_CENTRED, "num_format": "0"},
    "figure": {**_CENTRED, "num_format": "General"},
    "date": {**_CENTRED, "num_format": "yyyy-mm-dd"},
    "time": {**_CENTRED, "num_format": "hh:mm"},
    "label": {**_CELL, "indent": 1},
    "total": {**_CENTRED, "bold": True, "bg_color": "#ECEFF2"},
    "link": {**_CELL, "text_wrap": True, "font_color": "#1F5FBF", "underline": 1},
    "bad": {**_CELL, "bg_color": BAD_FILL},
    "header": _HEADER,
    "added": {**_HEADER, "bg_color": ADDED_FILL},
    "office": {**_HEADER, "bg_color": OFFICE_FILL},
    "answer": {**_CENTRED, "text_wrap": True, "bg_color": "#FFFBE6"},
    "title": {
        "font_name": FONT,
        "font_size": 12,
        "bold": True,
        "font_color": HEADER_FILL,
        "valign": "vcenter",
    },
    "facts": {"font_name": FONT, "font_size": 10, "font_color": GREY_INK, "valign": "vcenter"},
    "nothing": {"font_name": FONT, "font_size": 10, "italic": True, "font_color": GREY_INK},
    "board title": {
        "font_name": FONT,
        "font_size": 22,
        "bold": True,
        "font_color": HEADER_FILL,
        "valign": "vcenter",
    },
    "board note": {"font_name": FONT, "font_size": 11, "font_color": GREY_INK},
    "section": {
        "font_name": FONT,
        "font_size": 12,
        "bold": True,
        "font_color": HEADER_FILL,
        "bottom": 2,
        "bottom_color": HEADER_FILL,
    },
    "card label": {**_CARD, "font_size": 11, "bold": True},
    "card figure": {**_CARD, "font_size": 26, "bold": True, "num_format": "0"},
    "card note": {**_CARD, "font_size": 9},
}


class Formats:
    """The formats of one workbook, each made once, and the colour of every ladder step."""

    def __init__(self, book: Workbook, ladder: Sequence[Step]) -> None:
        self._book = book
        self._made: dict[tuple[str, Tone | None, str], Format] = {}
        self.levels = level_tones(ladder)

    def get(self, name: str, tone: Tone | None = None, fill: str = "") -> Format:
        """The format of this name, tinted where a tone is given, on an office's own colour."""
        made = self._made.get((name, tone, fill))
        if made is None:
            tint = {"bg_color": tone.fill, "font_color": tone.ink} if tone else {}
            own = {"bg_color": f"#{fill}"} if fill else {}
            made = self._book.add_format({**_STYLES[name], **tint, **own})
            self._made[name, tone, fill] = made
        return made


def level_tones(ladder: Sequence[Step]) -> dict[str, Tone]:
    """蓝, 黄, 橙, 红 over the steps from the mildest to the worst, however many there are."""
    last = max(len(ladder) - 1, 1)
    worst = len(_RISING) - 1
    return {
        step.level: _RISING[round(at * worst / last) if len(ladder) > 1 else worst]
        for at, step in enumerate(ladder)
    }
