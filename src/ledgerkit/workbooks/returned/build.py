"""Building returned copies and findings workbooks, and clearing a copy of our marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from ledgerkit.model.finding import Finding
from ledgerkit.model.repair import Repair
from ledgerkit.workbooks.package import canonical
from ledgerkit.workbooks.returned import cells, listing, notes, repaired
from ledgerkit.workbooks.returned.fidelity import MAX_UNPACKED, opened
from ledgerkit.workbooks.returned.listing import ReportLine
from ledgerkit.workbooks.returned.opc import MAIN, OFFICE, TYPES_PART, OpcPackage, UnfitError
from ledgerkit.workbooks.returned.report import ReportHead, attribute, location, sheet_xml
from ledgerkit.workbooks.returned.spots import by_cell, note, worst
from ledgerkit.workbooks.returned.styles import EMPTY, StylesPart
from ledgerkit.workbooks.returned.workbook import WorkbookPart

_UNSAFE = re.compile(r"[\s%#?\"<>\[\]\\^`{|}]")

COPY: Literal["批注副本"] = "批注副本"
LIST: Literal["检查结果"] = "检查结果"
TITLE = "检查结果"
_READABLE = "file-unrecognised"
"""The one finding on a whole file that does not mean that the file could not be read."""
_HINT_COPY = (
    "点“单元格”一栏可以跳到那里。红色是必须改,黄色是请核对。"
    "这张表、颜色和批注都不用删,发回来时自动忽略。"
)
_HINT_LIST = "点“单元格”一栏可以打开原文件并跳到那里(两个文件的位置不要挪动)。这份清单不用发回。"

_OPC = "http://schemas.openxmlformats.org/package/2006"
_SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NO_SHEET_YET = {
    TYPES_PART: f'<Types xmlns="{_OPC}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_ML}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_ML}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_OPC}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets/></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_OPC}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": EMPTY.decode(),
}
"""The parts of the smallest workbook that findings can be put into."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What goes back to the person who sent a file: the file's name and its bytes."""

    name: str
    data: bytes
    kind: Literal["批注副本", "检查结果"]


def build(
    source: Path, findings: Sequence[Finding], link: str = "", repairs: Sequence[Repair] = ()
) -> Returned | None:
    """The marked copy of a received file, or its findings workbook; None without findings.

    ``findings`` are those of this one file that are open. ``link`` is the relative path,
    with /, from where the result will lie to the source: a findings workbook's links lead there.
    ``repairs`` are listed below the findings; alone they are no reason to send a file back.
    OSError where the source cannot be read at all.
    """
    if not findings:
        return None
    try:
        if not all(map(_readable, findings)):
            raise UnfitError("unreadable")
        if source.stat().st_size > MAX_UNPACKED:
            raise UnfitError("too-big")
        package = opened(source.read_bytes())
        _clear(package)
        _mark(package, findings, repairs)
        return Returned(source.name, canonical(package.save()), COPY)
    except (UnfitError, ValueError, IndexError):  # the latter two: numbers in it that are none
        data = _list(source.name, findings, repairs, link or source.name)
        return Returned(f"{source.name}(检查结果).xlsx", data, LIST)


def clear(data: bytes) -> bytes:
    """A returned copy without our sheet, notes and fills; other workbooks come back as they are.

    UnfitError (fidelity.py) for what is no package that could be a returned copy.
    """
    package = opened(data)
    return canonical(package.save()) if _clear(package) else data


def _readable(finding: Finding) -> bool:
    return finding.code == _READABLE or not finding.code.startswith("file-")


def _clear(package: OpcPackage) -> bool:
    workbook = WorkbookPart(package)
    styles = StylesPart(package, workbook.styles_part())
    if not workbook.remove_report() and not styles.remembers():
        return False
    originals = styles.originals()
    for part in workbook.sheet_parts().values():
        if package.tree(part).tag != f"{{{MAIN}}}worksheet":
            continue
        if cells.restyle(package.tree(part), originals):
            package.edit(part)
        notes.erase(package, part)
    return True


def _mark(package: OpcPackage, findings: Sequence[Finding], repairs: Sequence[Repair]) -> None:
    workbook = WorkbookPart(package)
    styles = StylesPart(package, workbook.styles_part())
    parts = workbook.sheet_parts()
    step = f"{listing.totals(findings)}。改好后直接发回这份文件即可。"
    lines = [_hidden(line, workbook) for line in listing.lines(findings, workbook.names)]
    mended = [_hidden(line, workbook) for line in repaired.lines(repairs, workbook.names)]
    for sheet, spots in by_cell(findings).items():
        if sheet in parts and package.tree(parts[sheet]).tag == f"{{{MAIN}}}worksheet":
            _mark_sheet(package, parts[sheet], spots, styles)

    def inside(line: ReportLine) -> str:
        return (
            attribute("location", location(line.sheet, line.cells)) if line.sheet in parts else ""
        )

    heading = ReportHead(TITLE, step, _HINT_COPY)
    workbook.add_report(
        workbook.free_name(),
        workbook.report_part(),
        sheet_xml(heading, lines, inside, styles, mended),
    )


def _hidden(line: ReportLine, workbook: WorkbookPart) -> ReportLine:
    """The line, with a word where its sheet is hidden: a link cannot lead there."""
    if line.sheet in workbook.hidden:
        return replace(line, sheet=f"{line.sheet}(已隐藏)")
    return line


def _mark_sheet(
    package: OpcPackage, part: str, spots: dict[str, list[Finding]], styles: StylesPart
) -> None:
    sheet = cells.SheetCells(package.edit(part))
    for address, findings in spots.items():
        cell = sheet.cell(address)
        cell.set("s", str(styles.marked(int(cell.get("s", "0")), worst(findings))))
    notes.annotate(package, part, {at: note(findings) for at, findings in spots.items()})


def _list(name: str, findings: Sequence[Finding], repairs: Sequence[Repair], link: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    package = OpcPackage({name: (head + xml).encode() for name, xml in _NO_SHEET_YET.items()})
    workbook = WorkbookPart(package)
    styles = StylesPart(package, workbook.styles_part())
    part = workbook.report_part()

    lines, mended = listing.lines(findings), repaired.lines(repairs)
    count = len(lines) + len(mended)
    ids = iter(package.relate_outside(part, "hyperlink", _address(link), count))

    def outside(line: ReportLine) -> str:
        cell = line.cells.split(":")[0]
        return f'{attribute("location", location(line.sheet, cell))} r:id="{next(ids)}"'

    step = f"{listing.totals(findings)}。请打开原文件“{name}”改好,再把原文件发来。"
    data = sheet_xml(ReportHead(TITLE, step, _HINT_LIST), lines, outside, styles, mended)
    workbook.add_report(TITLE, part, data)
    return canonical(package.save())


def _address(link: str) -> str:
    """A relative path as a relationship's target: what a URI forbids is escaped, Chinese is not."""
    return _UNSAFE.sub(lambda letter: quote(letter[0]), link)
