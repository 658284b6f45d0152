"""月度情况通报: the month's work in figures and words, with what is late behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledgerkit.documents import alerted, phrasing, report_overall, report_practices, report_troubles
from ledgerkit.documents.figures import Figures
from ledgerkit.documents.letterhead import letterhead
from ledgerkit.filenames import stem
from ledgerkit.model.document import Document, Letter
from ledgerkit.run import Run

KIND = "月度情况通报"
RECIPIENT = "区级政法各单位、各服务联系点"


@dataclass(frozen=True)
class Part:
    """A paragraph, with a heading of its own or without ("")."""

    heading: str
    text: str


def _letters(run: Run) -> Iterator[Letter]:
    figures = Figures(run)
    month = phrasing.month(run.month)
    parts = {
        "practices": _numbered(report_practices.parts(figures)),
        "troubles": _numbered(report_troubles.troubles(figures)),
        "plans": _numbered(report_troubles.plans(figures)),
    }
    present = [name for name, held in parts.items() if held]
    trend = figures.trend()
    yield Letter(
        stem(f"{month}情况通报"),
        KIND,
        RECIPIENT,
        letterhead(run)
        | {
            "month": month,
            "recipient": RECIPIENT,
            "overall": tuple(Part("", text) for text in report_overall.paragraphs(figures)),
            "table": figures.table(),
            **parts,
            "ordinals": {name: phrasing.ordinal(at) for at, name in enumerate(present, start=2)},
            "items": alerted.items(run, alerted.by_urgency(run.outcome.alerts)),
        },
        {"trend": trend} if trend else {},
    )


def _numbered(parts: Iterable[tuple[str, str]]) -> tuple[Part, ...]:
    """(一), (二) … before the headings; a part that stands alone needs no heading."""
    found = list(parts)
    if len(found) == 1:
        return (Part("", found[0][1]),)
    return tuple(
        Part(f"（{phrasing.ordinal(at)}）{heading}", text)
        for at, (heading, text) in enumerate(found, start=1)
    )


DOCUMENT = Document(KIND, f"{KIND}.docx", 6, _letters)
