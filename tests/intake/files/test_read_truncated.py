"""Files cut off on their way: at whatever length, they are refused or read whole."""

from __future__ import annotations

from pathlib import Path

import hostile
from fixed_office import OFFICE
from ledgerkit.intake.inbox import files_below, take_in
from ledgerkit.model.progress import Silent
from ledgerkit.model.submission import FileState

WHOLE = {
    "a.xlsx": hostile.xlsx(),
    "b.xls": hostile.xls(),
    "c.xlsb": hostile.xlsb(),
    "d.ods": hostile.ods(3, 3),
    "e.et": hostile.encrypted(hostile.xlsx()),
}
PIECES = 24
REFUSALS = {"file-empty", "file-damaged", "file-encrypted", "file-crashes"}


def test_files_cut_off_at_any_length_say_so_or_are_read_whole(tmp_path: Path) -> None:
    for name, data in WHOLE.items():
        for piece in range(PIECES):
            cut = data[: len(data) * piece // PIECES]
            (tmp_path / f"{piece:02}{name}").write_bytes(cut)
    submissions = take_in(files_below(tmp_path, tmp_path), OFFICE, jobs=2, progress=Silent())
    assert len(submissions) == PIECES * len(WHOLE)
    read = [one for one in submissions if one.state is FileState.MERGED]
    refused = [one for one in submissions if one.state is FileState.UNREADABLE]
    assert len(read) + len(refused) == len(submissions)
    # The last sectors of an .xls hold nothing that its rows need.
    assert {one.path[2:] for one in read} <= {"b.xls"}
    assert {len(one.rows) for one in read} <= {1}
    assert {len(one.findings) for one in refused} == {1}
    assert {one.findings[0].code for one in refused} <= REFUSALS
