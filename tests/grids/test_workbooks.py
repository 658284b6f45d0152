"""Workbooks as Markdown grids, whose names say all that is found in them.

``fail/LEDGER-CODE-CELL.md`` gives this one finding, at this cell of its first sheet or about the
file, and two where “+” stands between; ``pass/HABIT-N-rows.md`` gives N rows and no finding.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from grids import from_markdown
from ledgerkit import office as offices
from ledgerkit import rules
from ledgerkit.findings import wordings
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.ledgers import catalog
from ledgerkit.model.submission import Submission
from ledgerkit.office import Firm, Member
from ledgerkit.run.examine import examine

HERE = Path(__file__).parent
FAIL, PASS = sorted(HERE.glob("fail/*.md")), sorted(HERE.glob("pass/*.md"))
OFFICE = replace(
    offices.default(),
    points=(Member("东岭联系点", "东岭"),),
    firms=tuple(map(Firm, ("甲机械公司", "乙食品公司", "丙电子公司"))),
    listed=frozenset({"企业", "单位", "服务联系点"}),
)
LEDGERS = catalog.ledgers()
SEVERAL_FILES = {"key-conflict", "owner-unknown", "row-vanished"}
"""What a file of one unit cannot show by itself."""
NAMES = {"secret-named"}
"""What is found in the name of a file or sheet."""


def submitted(path: Path, tmp_path: Path) -> Submission:
    file = tmp_path / "表.xlsx"
    file.write_bytes(from_markdown(path.read_text(encoding="utf-8")))
    return check_file(read_file(file, file.name, tuple(LEDGERS.values()), OFFICE), OFFICE)


def found(submission: Submission) -> list[tuple[str, str | None, str | None]]:
    """(code, sheet, cell) of all findings that check gives, and of the missing links."""
    examined = examine([submission], OFFICE, submission.ledgers)
    faults = [
        (one.code, one.place.sheet, one.place.cell) for one in examined.by_file()[submission.path]
    ]
    context = rules.RegisterContext(examined.register, OFFICE, LEDGERS, dt.date(2026, 10, 31))
    places = ((gap.code, gap.row.place(gap.column)) for gap in rules.gaps(context))
    return faults + [(code, place.sheet, place.cell) for code, place in places]


@pytest.mark.parametrize("path", FAIL, ids=lambda path: path.stem)
def test_a_faulty_workbook_gives_the_finding_that_its_name_says(path: Path, tmp_path: Path) -> None:
    sheet = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("## ").strip()
    assert found(submitted(path, tmp_path)) == [
        (code, sheet if cell else None, cell) for code, cell in expected(path)
    ]


@pytest.mark.parametrize("path", PASS, ids=lambda path: path.stem)
def test_a_workbook_of_any_habit_is_read_without_a_finding(path: Path, tmp_path: Path) -> None:
    submission = submitted(path, tmp_path)
    assert found(submission) == []
    assert len(submission.rows) == int(path.stem.split("-")[-2])


def test_every_finding_that_one_workbook_can_show_has_its_workbook() -> None:
    others = (wordings.RUN, wordings.DIRECTORY, wordings.WORD, wordings.ROLLUP)
    codes = {c for own in wordings.SECTIONS.values() if own not in others for c in own}
    codes -= {code for code in codes if code.startswith("file-")} | SEVERAL_FILES | NAMES
    codes -= {code for code in codes if code.endswith("-withheld")}
    assert codes - {code for path in FAIL for code, _ in expected(path)} == set()


def expected(path: Path) -> list[tuple[str, str | None]]:
    """The codes and the cells in a file's name."""
    parts = path.stem.partition("-")[2].split("+")
    split = ((part, *part.rpartition("-")) for part in parts)
    return [(code, cell) if cell.isupper() else (part, None) for part, code, _, cell in split]
