"""A PDF's pages in millimetres: its lines of text, and its red lines."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

MM = 25.4 / 72
_LINE = re.compile(
    r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)
_WORD = re.compile(r">([^<]+)</word>")
_DPI = 150


@dataclass(frozen=True)
class Line:
    """A line of text and where it stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Rule:
    """A red line."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


def poppler(command: str) -> str:
    """A command of poppler-utils; the test skips where it is absent."""
    found = shutil.which(command)
    if found is None:
        pytest.skip(f"没有 poppler-utils({command}),略过看页面的测试")
    return found


def lines(pdf: Path) -> list[list[Line]]:
    """The lines of every page."""
    done = subprocess.run(
        [poppler("pdftotext"), "-bbox-layout", str(pdf), "-"], capture_output=True, check=True
    )
    return [
        [_line(*found) for found in _LINE.findall(page)]
        for page in done.stdout.decode().split("<page ")[1:]
    ]


def _line(left: str, top: str, right: str, bottom: str, words: str) -> Line:
    text = html.unescape("".join(_WORD.findall(words)))
    return Line(text, *(float(place) * MM for place in (left, top, right, bottom)))


def red_rules(pdf: Path, page: int = 1) -> list[Rule]:
    """Its red lines of more than 100 mm, from the top down."""
    from matplotlib.image import imread

    done = subprocess.run(
        [poppler("pdftoppm"), "-r", str(_DPI), "-f", str(page), "-l", str(page), "-png", str(pdf)],
        capture_output=True,
        check=True,
    )
    picture = imread(io.BytesIO(done.stdout))
    red = (picture[..., 0] > 0.7) & (picture[..., 1] < 0.5) & (picture[..., 2] < 0.5)
    unit = 25.4 / _DPI
    found: list[Rule] = []
    for row in range(red.shape[0]):
        columns = red[row].nonzero()[0]
        if len(columns) * unit < 100:
            continue
        top, left, right = row * unit, columns[0] * unit, (columns[-1] + 1) * unit
        if found and top - found[-1].bottom < unit / 2:
            found[-1] = Rule(left, right, found[-1].top, top + unit)
        else:
            found.append(Rule(left, right, top, top + unit))
    return found
