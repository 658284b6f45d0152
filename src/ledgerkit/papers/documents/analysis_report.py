"""季度分析研判报告, 年度 for a year: what recurs, how well it is dealt with, what follows (policy
一.5). It is laid before the 联席会议.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.period import Cycle
from ledgerkit.papers.documents import (
    analysis_advice,
    analysis_overall,
    analysis_quality,
    analysis_recurrent,
    phrasing,
)
from ledgerkit.papers.documents.figures import Figures
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.papers.documents.paragraphs import Part, numbered
from ledgerkit.rules.run import Run

KIND = "季度分析研判报告"
RECIPIENT = "政法机关联企联席会议各成员单位"


def _letters(run: Run) -> Iterator[Letter]:
    figures = Figures(run)
    said = phrasing.period(run.period)
    period = f"{said}度" if run.cycle is Cycle.YEAR else said
    parts = {
        "recurrent": numbered(analysis_recurrent.parts(figures)),
        "quality": numbered(analysis_quality.parts(figures)),
        "advice": numbered(analysis_advice.plans(figures)),
    }
    present = [name for name, held in parts.items() if held]
    charts = {"trend": figures.trend(), "categories": analysis_recurrent.chart(figures)}
    yield Letter(
        stem(f"{period}分析研判报告"),
        KIND,
        RECIPIENT,
        letterhead(run)
        | {
            "period": period,
            "recipient": RECIPIENT,
            "overall": tuple(Part("", text) for text in analysis_overall.paragraphs(figures)),
            "table": figures.table(),
            **parts,
            "ordinals": {name: phrasing.ordinal(at) for at, name in enumerate(present, start=2)},
            "firms": analysis_recurrent.firms(figures),
        },
        {name: drawn for name, drawn in charts.items() if drawn},
    )


DOCUMENT = Document(KIND, _letters, after="研判会专报", cycles=(Cycle.QUARTER, Cycle.YEAR))
