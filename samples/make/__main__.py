"""Rewrites ``samples/district`` and ``samples/expected.json`` from scratch: the same every time.

``python -m samples.make`` does so in place, ``python -m samples.make FOLDER`` in another folder.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from pathlib import Path

from samples.make import (
    clean,
    directory,
    expect,
    faults,
    formats,
    late,
    mess,
    routine,
    styles,
    unsent,
)
from samples.make.faults import Planting
from samples.make.filings import Filing, assemble
from samples.make.grid import Grid, Placement
from samples.make.story import Story

from ledgerkit.ledgers import catalog

SEED = 2026
PASSWORD = "1234"
SAMPLES = Path(__file__).resolve().parent.parent


def build() -> dict[str, bytes]:
    """Every file of ``samples`` that is made, by its path relative to that folder."""
    story = Story()
    routine.tell(story, random.Random(SEED))
    planted = late.tell(story)
    unsent.tell(story)
    filings = assemble(story.items)
    dress(filings)
    planting = faults.plant(filings)
    files: dict[str, bytes] = {"district/名录.xlsx": directory.write()}
    placements: dict[str, Placement] = {}
    for filing in planting.filings:
        data, placements[filing.path] = _workbook(filing)
        files[f"district/{filing.path}"] = _harmed(data, planting, filing.path)
    for path, (stray, _, _) in planting.strays.items():
        files[f"district/{path}"] = stray or _no_ledger()
    expected = expect.expectation(planted, planting, placements)
    text = json.dumps(expected, ensure_ascii=False, indent=1) + "\n"
    files["expected.json"] = text.encode()
    return files


def dress(filings: list[Filing]) -> None:
    """Give a third of the workbooks the habits of some office, each habit in its turn."""
    chosen = random.Random(SEED).sample(filings, len(filings) // 3)
    for turn, filing in enumerate(chosen):
        filing.style = styles.STYLES[turn % len(styles.STYLES)]


def _workbook(filing: Filing) -> tuple[bytes, Placement]:
    if filing.style is None:
        return clean.write(filing)
    ledgers = [catalog.ledgers()[name] for name in filing.sheets]
    grids, placement = mess.write(filing, ledgers, random.Random(filing.path))
    return formats.write(grids, filing.style.content), placement


def _harmed(data: bytes, planting: Planting, path: str) -> bytes:
    match planting.harmed.get(path):
        case "encrypted":
            return formats.encrypted(data, PASSWORD, SEED)
        case "damaged":
            return formats.damaged(data)
        case "empty":
            return b""
    return data


def _no_ledger() -> bytes:
    """A duty roster that was sent along by mistake."""
    grid = Grid("值班表")
    for row, line in enumerate((("日期", "值班人", "电话"), ("9月19日", "李乙一", "13800009101"))):
        for column, text in enumerate(line):
            grid.put(row, column, text)
    return formats.write([grid], ".xlsx")


def main(folder: Path) -> None:
    """Write everything anew."""
    files = build()
    shutil.rmtree(folder / "district", ignore_errors=True)
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    size = sum(map(len, files.values())) / 1e6
    print(f"{len(files)} files, {size:.1f} MB, under {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
