"""Problems that a visit brought up, as letters to other offices tell of them (policy 二.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.paragraphs import BodyParagraph, numbered
from ledgerkit.rules.run import Run

POLICY = "“进工业园、进企业走访企业家”制度"


def has_description(row: Row) -> bool:
    """Whether the row says what the problem is."""
    return bool(phrasing.quoted(row.text(Problems.description)))


def problem_paragraphs(
    run: Run, problems: Iterable[tuple[Row, dt.date | None]]
) -> tuple[BodyParagraph, ...]:
    """A paragraph for each problem and its 办结时限; several are numbered under their firms."""
    return numbered((row.text(Problems.firm), _text(run, row, due)) for row, due in problems)


def _text(run: Run, row: Row, due: dt.date | None) -> str:
    day, firm = row[Problems.raised_on], row.text(Problems.firm)
    when = f"{phrasing.date(day)}，" if day else ""
    visitor, kind = row.text(Problems.first_unit), row.text(Problems.category)
    description = phrasing.stated(row.text(Problems.description))
    learnt = f"{when}{visitor}走访{firm}时了解到：{description}"
    standing = phrasing.sentence(
        f"该问题属{kind}类" if kind else "",
        f"办结时限为{phrasing.date(due)}" if due and due > run.as_of else "",
    )
    return f"{learnt}{standing}{phrasing.sentence(_contact(run, firm))}"


def _contact(run: Run, name: str) -> str:
    """Whom to ask at the firm, as far as 名录 knows."""
    firm = next((firm for firm in run.office.firms if firm.name == name), None)
    person = "，".join(filter(None, (firm.contact, firm.phone))) if firm else ""
    return f"企业联系人：{person}" if person else ""
