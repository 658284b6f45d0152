"""Whatever is sent, edited, ruled and run again, in whatever order: no row and no note is lost.

The files are made as ``check`` would hand them on, so that no worker has to be started.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from openpyxl.comments import Comment

from builders import VISITS, office, row, submission
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Silent
from ledgerkit.model.register import Fate
from ledgerkit.model.submission import Submission
from ledgerkit.rules.run import Run
from ledgerkit.run import record
from ledgerkit.run.history import History
from ledgerkit.run.notes import base_keeper, load_notes, record_of_notes, remove_unused_bases
from ledgerkit.run.reckon import conclude_run
from ledgerkit.run.store import NOTES, REGISTER_BOOK, Output, open_results
from ledgerkit.workbooks import summary

MONTH, AS_OF = Month(2026, 10), dt.date(2026, 10, 31)
OFFICE = office()
TEXT, FIRM = Visits.summary.name, Visits.firm.name
READY, EXTRA = "领导批示", "承办人"
KEYS = [f"ZF-法院-202610-00{number}" for number in range(1, 5)]
OWNERS = ("区法院", "区司法局")

keys, first_keys = st.sampled_from(KEYS), st.sampled_from(KEYS[:3])
texts = st.text(alphabet="甲乙丙=1 ", min_size=1, max_size=4).map(str.strip).filter(bool)


def sent(number: int, owner: str, rows: Sequence[tuple[str, str]]) -> Submission:
    path = f"收件/{number:02d}.xlsx"
    made = [
        replace(
            row(VISITS, {"走访编号": key, TEXT: text, FIRM: "甲公司"}, path=path, at=5 + at),
            key=key,
            owner=owner,
        )
        for at, (key, text) in enumerate(rows)
    ]
    filed_on = (dt.date(2026, 11, 1) + dt.timedelta(number // 2)).isoformat()
    return submission(owner, "2026-10", [VISITS], made, path=path, filed_on=filed_on)


class OfficeMachine(RuleBasedStateMachine):
    """A folder of results, the files that came, and what the office wrote since the last run."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.folder = Path(self.place.name)
        self.target = self.folder / "结果" / str(MONTH)
        self.sent = [sent(0, OWNERS[0], [(key, "甲") for key in KEYS[:3]])]
        self.notes: dict[tuple[str, str], str] = {}
        self.comments: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        self.edits: list[Callable[[Any], None]] = []
        self.ran: Run | None = None
        self.run_again()

    def teardown(self) -> None:
        self.place.cleanup()

    @property
    def standing(self) -> dict[str, Any]:
        assert self.ran
        return dict(self.ran.register.entries[VISITS])

    @property
    def shown(self) -> bool:
        """Whether something is there to be ruled on."""
        assert self.ran
        return bool(self.ran.register.conflicts or self.ran.notes.edits)

    @rule(owner=st.sampled_from(OWNERS), rows=st.lists(st.tuples(keys, texts), max_size=4))
    def submit(self, owner: str, rows: list[tuple[str, str]]) -> None:
        self.sent.append(sent(len(self.sent), owner, rows))

    @rule(random=st.randoms(use_true_random=False))
    def send_again_under_another_name(self, random: Random) -> None:
        old = random.choice(self.sent)
        copy = sent(
            len(self.sent), str(old.unit), [(one.key, one.text(Visits.summary)) for one in old.rows]
        )
        self.sent.append(replace(copy, raw=replace(copy.raw, sha256=old.raw.sha256)))

    @rule(key=first_keys, title=st.sampled_from([READY, EXTRA]), text=texts)
    def note(self, key: str, title: str, text: str) -> None:
        self.notes[key, title] = text
        self.edits.append(lambda sheet: cell(sheet, key, title, text))

    @rule(key=first_keys, text=texts)
    def comment(self, key: str, text: str) -> None:
        self.comments[key] = text
        self.edits.append(lambda sheet: put_comment(sheet, key, text))

    @rule(key=first_keys, text=texts)
    def type_over_a_unit(self, key: str, text: str) -> None:
        self.typed[key] = text
        self.edits.append(lambda sheet: cell(sheet, key, TEXT, text))

    @rule()
    def turn_the_rows_round(self) -> None:
        self.edits.append(turn_round)

    @rule(key=first_keys)
    def delete_a_row(self, key: str) -> None:
        self.run_again()
        self.edits.append(lambda sheet: sheet.delete_rows(at(sheet, key)))
        self.run_again()

    @precondition(lambda self: self.shown)
    @rule(word=st.sampled_from(["采用先报的", "采用后报的", "采用总表的", "采用单位的"]))
    def rule_on_all(self, word: str) -> None:
        self.run_again()
        self.edits.append(lambda sheet: rule_on(sheet.parent, word))
        self.run_again()

    @precondition(lambda self: self.edits or len(self.sent) != len(self.ran.submissions))
    @rule()
    def run_again(self) -> None:
        if self.edits:
            book = openpyxl.load_workbook(self.target / REGISTER_BOOK)
            for change in self.edits:
                change(book[VISITS])
            book.save(self.target / REGISTER_BOOK)
            self.edits = []
        data = self.run(self.sent)
        shuffled = list(self.sent)
        Random(len(self.sent)).shuffle(shuffled)
        assert self.run(shuffled) == data

    def run(self, received: Sequence[Submission]) -> bytes:
        """What ``run_month`` does after the files were read, without letters and copies."""
        with open_results(self.target) as results:
            history = History(self.folder / "结果", results.previous)
            loaded = load_notes(self.target, history, MONTH, results.is_own)
            run = conclude_run(
                self.folder,
                received,
                OFFICE,
                Period.holding(MONTH, Cycle.MONTH),
                AS_OF,
                progress=Silent(),
                history=history,
                notes=loaded.notes,
            )
            for path, digest in loaded.sums.items():
                results.look_at(path, digest)
            data = summary.build(run, seal=base_keeper(run.notes, results))
            stored = results.write(Output(REGISTER_BOOK, data, "总表"))
            counts = record_of_notes(run.notes, self.target / stored.path)
            results.record({**record.of_run(run, run.notices, [stored], [], ""), NOTES: counts})
            results.clear_stale()
            remove_unused_bases(self.target)
        self.ran = run
        return data

    @invariant()
    def every_row_has_one_fate(self) -> None:
        assert self.ran
        counts = [fate for _, own in self.ran.register.fates for fate in own]
        assert len(counts) == sum(len(one.rows) for one in self.ran.submissions)
        assert counts.count(Fate.MERGED) == len(self.standing)
        for file, own in self.ran.register.fates:
            for one, _ in zip(file.rows, own, strict=True):
                assert one.key in self.standing

    @invariant()
    def every_note_stands_or_is_shown(self) -> None:
        if self.edits:
            return
        book = openpyxl.load_workbook(self.target / REGISTER_BOOK)
        sheet = book[VISITS]
        for (key, title), text in self.notes.items():
            assert str(sheet.cell(at(sheet, key), column(sheet, title)).value) == text
        for key, text in self.comments.items():
            left = sheet.cell(at(sheet, key), column(sheet, FIRM)).comment
            assert left is not None
            assert left.text == text
        listed = {
            (line[2], line[5])
            for line in book["变更与冲突"].iter_rows(min_row=3, values_only=True)
            if line[0] == "总表改动"
        }
        for key, text in self.typed.items():
            now = sheet.cell(at(sheet, key), column(sheet, TEXT)).value
            assert (key, text) in listed or now == text or self.was_said(key, text)

    def was_said(self, key: str, text: str) -> bool:
        """The unit has sent what was typed: then the edit is over for good."""
        rows = (one for file in self.sent for one in file.rows)
        return any(one.key == key and one.text(Visits.summary) == text for one in rows)


def at(sheet: Any, key: str) -> int:
    where = column(sheet, "走访编号")
    return next(n for n in range(3, sheet.max_row + 1) if sheet.cell(n, where).value == key)


def column(sheet: Any, title: str) -> int:
    return [one.value for one in sheet[2]].index(title) + 1


def cell(sheet: Any, key: str, title: str, text: str) -> None:
    titles = [one.value for one in sheet[2]]
    if title not in titles:
        sheet.cell(2, len(titles) + 1).value = title
    held = sheet.cell(at(sheet, key), column(sheet, title))
    held.value = text
    held.data_type = "s"


def put_comment(sheet: Any, key: str, text: str) -> None:
    sheet.cell(at(sheet, key), column(sheet, FIRM)).comment = Comment(text, "")


def turn_round(sheet: Any) -> None:
    """The rows in the opposite order, with their comments."""
    lines = [
        [(one.value, one.data_type, one.comment.text if one.comment else "") for one in line]
        for line in sheet.iter_rows(min_row=3)
    ]
    for line, held in zip(sheet.iter_rows(min_row=3), reversed(lines), strict=True):
        for one, (value, kind, comment) in zip(line, held, strict=True):
            one.value = value
            one.data_type = kind
            one.comment = Comment(comment, "") if comment else None


def rule_on(book: Any, word: str) -> None:
    sheet = book["变更与冲突"]
    for line in sheet.iter_rows(min_row=3):
        pair = (
            ("采用先报的", "采用后报的")
            if line[0].value == "冲突"
            else ("采用单位的", "采用总表的")
        )
        if line[0].value in ("冲突", "总表改动") and word in pair:
            line[7].value = word


OfficeMachine.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestOffice = OfficeMachine.TestCase
