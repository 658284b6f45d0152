"""月度情况通报公开版: the month in whole numbers, for anybody: no firm, no unit, nothing late."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.papers.documents import analysis_recurrent, phrasing
from ledgerkit.papers.documents.analysis_advice import talks
from ledgerkit.papers.documents.figures import ReportFigures
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.papers.documents.paragraphs import BodyParagraph
from ledgerkit.rules.run import Run

KIND = "月度情况通报公开版"
RECIPIENT = "社会公众"
NAMED = 3


def _letters(run: Run) -> Iterator[Letter]:
    figures = ReportFigures(run)
    month = phrasing.month(run.month)
    charts = {"trend": figures.trend(), "categories": analysis_recurrent.chart(figures)}
    yield Letter(
        stem(f"{month}情况通报（公开版）"),
        KIND,
        RECIPIENT,
        letterhead(run) | {"month": month, "parts": tuple(_parts(figures))},
        {name: drawn for name, drawn in charts.items() if drawn},
    )


def _parts(figures: ReportFigures) -> Iterator[BodyParagraph]:
    sections = (
        ("走访服务企业", _visits(figures)),
        ("办理企业法治需求", _handled(figures)),
        ("开展法治宣传", _taught(figures)),
        ("下一步工作", _next(figures)),
    )
    present = ((heading, text) for heading, text in sections if text)
    for at, (heading, text) in enumerate(present, start=1):
        yield BodyParagraph(f"{phrasing.ordinal(at)}、{heading}", text)


def _visits(figures: ReportFigures) -> str:
    visits = figures["visits"]
    if not visits:
        return ""
    return phrasing.sentence(
        f"政法各单位走访企业{figures['firms-visited']}家、{visits}次",
        figures.change("visits", "次"),
    )


def _handled(figures: ReportFigures) -> str:
    total, closed = figures["matters"], figures["problems-closed"]
    demands, content = figures["demands-closed"], figures.rate("satisfaction-rate")
    counts = [name for name, _ in figures.divided("matters-by-category")[:NAMED]]
    return phrasing.sentence(
        f"受理企业反映的问题和法治需求{total}件" if total else "",
        f"主要涉及{phrasing.listed(counts)}" if counts else "",
    ) + phrasing.sentence(
        f"办结问题{closed}个" if closed else "",
        f"办结法治需求{demands}件" if demands else "",
        f"企业评价的满意率为{content}" if content else "",
    )


def _taught(figures: ReportFigures) -> str:
    outreach, people = figures["outreach-activities"], figures["outreach-people"]
    papers, cases = figures["outreach-papers"], figures["cases-sent"]
    hearings, guests = figures["hearings"], figures["hearing-guests"]
    return phrasing.sentence(
        f"开展法律服务和法治宣传{outreach}场" if outreach else "",
        f"参加{people}人次" if outreach and people else "",
        f"发放资料{papers}份" if outreach and papers else "",
    ) + phrasing.sentence(
        f"送阅典型案例{cases}个" if cases else "",
        f"组织旁听庭审{hearings}场" if hearings else "",
        f"{guests}人到庭旁听" if hearings and guests else "",
    )


def _next(figures: ReportFigures) -> str:
    return f"{talks(figures)}企业有法治需求，可以向所在园区的服务联系点反映。"


DOCUMENT = Document(KIND, _letters, after="季度分析研判报告", outside=True, on_request=True)
