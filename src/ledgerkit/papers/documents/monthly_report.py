"""月度情况通报: the month's work in figures and words, with what is late behind it."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.papers.documents import (
    alerted,
    analysis_recurrent,
    phrasing,
    report_overall,
    report_practices,
    report_troubles,
)
from ledgerkit.papers.documents.figures import ReportFigures
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.papers.documents.paragraphs import BodyParagraph, numbered
from ledgerkit.rules.run import Run

KIND = "月度情况通报"
RECIPIENT = "区级政法各单位、各服务联系点"


def _letters(run: Run) -> Iterator[Letter]:
    figures = ReportFigures(run)
    month = phrasing.month(run.month)
    parts = {
        "practices": numbered(report_practices.parts(figures)),
        "troubles": numbered(report_troubles.troubles(figures)),
        "plans": numbered(report_troubles.plans(figures)),
    }
    present = [name for name, paragraphs in parts.items() if paragraphs]
    charts = {
        "trend": figures.trend(),
        "categories": analysis_recurrent.chart(figures),
        "alerted": figures.alerted(),
    }
    yield Letter(
        stem(f"{month}情况通报"),
        KIND,
        RECIPIENT,
        letterhead(run)
        | {
            "month": month,
            "recipient": RECIPIENT,
            "overall": tuple(
                BodyParagraph("", text) for text in report_overall.paragraphs(figures)
            ),
            "table": figures.table(),
            **parts,
            "ordinals": {name: phrasing.ordinal(at) for at, name in enumerate(present, start=2)},
            "items": alerted.items(run, alerted.by_urgency(run.outcome.alerts)),
        },
        {name: drawn for name, drawn in charts.items() if drawn},
    )


DOCUMENT = Document(KIND, _letters, after="通报")
