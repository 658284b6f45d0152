"""Notes on cells: the comments part and the VML drawing that Excel wants beside it.

An existing note keeps its text; ours follows under a line 【检查】. A cell with a threaded comment
gets no note (Excel shows the thread only); its findings stand on 检查结果 all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from ledgerkit.workbooks.returned import vml
from ledgerkit.workbooks.returned.boxes import Box, Measure, lines
from ledgerkit.workbooks.returned.cells import position
from ledgerkit.workbooks.returned.opc import MAIN, OFFICE, OpcPackage
from ledgerkit.workbooks.returned.spots import beginning, marked
from ledgerkit.workbooks.returned.xml_text import clean

_AUTHOR = "检查"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""What stands behind legacyDrawing in a worksheet (ECMA-376 part 1, CT_Worksheet)."""


def annotate(package: OpcPackage, sheet: str, texts: Mapping[str, str]) -> None:
    """Put texts on cells of a sheet part, by address."""
    part = _comments_part(package, sheet) or _new_comments(package, sheet)
    root = package.edit(part)
    entries = _entries(root)
    there = {entry.get("ref", ""): entry for entry in entries}
    author = _author(root)
    shapes: dict[str, Box] = {}
    longer: dict[tuple[int, int], int] = {}
    measure = Measure(package.tree(sheet))
    for address, text in texts.items():
        note = marked(clean(text))
        if address not in there:
            entries.append(_comment(address, author, note))
            shapes[address] = measure.box(address, note)
        elif not _threaded(root, there[address]):
            _append(there[address], note)
            longer[position(address)] = lines(note)
    if shapes or longer:
        drawing = _drawing_part(package, sheet) or _new_drawing(package, sheet)
        boxes = vml.stretched(package.read(drawing), longer)
        package.put(drawing, vml.added(boxes, shapes) if shapes else boxes)


def erase(package: OpcPackage, sheet: str) -> None:
    """Take our texts off the notes of a sheet part, and the notes that hold nothing else."""
    part = _comments_part(package, sheet)
    if part is None:
        return
    gone: set[tuple[int, int]] = set()
    shorter: dict[tuple[int, int], int] = {}
    for entry in list(package.tree(part).iter(f"{{{MAIN}}}comment")):
        text = _text(entry)
        start = beginning(text)
        if start is None:
            continue
        package.edit(part)
        spot = position(entry.get("ref", ""))
        _cut(entry, start)
        shorter[spot] = -lines(text[start:].strip("\n"))
        if not _text(entry).strip():
            _entries(package.tree(part)).remove(entry)
            gone.add(spot)
    drawing = _drawing_part(package, sheet)
    if shorter and drawing:
        boxes = vml.removed(package.read(drawing), gone)
        package.put(drawing, vml.stretched(boxes, shorter))


def _related(package: OpcPackage, sheet: str, kind: str) -> str | None:
    for relation in package.relations(sheet):
        if relation.type == f"{OFFICE}/{kind}" and relation.target in package:
            return relation.target
    return None


def _comments_part(package: OpcPackage, sheet: str) -> str | None:
    return _related(package, sheet, "comments")


def _drawing_part(package: OpcPackage, sheet: str) -> str | None:
    """The VML drawing that the sheet itself uses (a header's picture has one of its own)."""
    legacy = package.tree(sheet).find(f"{{{MAIN}}}legacyDrawing")
    used = None if legacy is None else legacy.get(f"{{{OFFICE}}}id")
    for relation in package.relations(sheet):
        if relation.id == used and relation.target in package:
            return relation.target
    return None


def _new_comments(package: OpcPackage, sheet: str) -> str:
    part = package.free_name("xl/comments{}.xml")
    package.put(part, f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode())
    package.declare(part, _COMMENTS)
    package.relate(sheet, "comments", part)
    return part


def _new_drawing(package: OpcPackage, sheet: str) -> str:
    part = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(part, vml.EMPTY)
    package.declare_extension("vml", _VML)
    root = package.edit(sheet)
    for stale in root.findall(f"{{{MAIN}}}legacyDrawing"):
        root.remove(stale)
    legacy = etree.Element(f"{{{MAIN}}}legacyDrawing", nsmap={"r": OFFICE})
    legacy.set(f"{{{OFFICE}}}id", package.relate(sheet, "vmlDrawing", part))
    for child in root:
        if etree.QName(child).localname in _BEHIND:
            child.addprevious(legacy)
            break
    else:
        root.append(legacy)
    return part


def _entries(root: Element) -> Element:
    found = root.find(f"{{{MAIN}}}commentList")
    return found if found is not None else etree.SubElement(root, f"{{{MAIN}}}commentList")


def _authors(root: Element) -> Element:
    found = root.find(f"{{{MAIN}}}authors")
    if found is None:
        found = etree.Element(f"{{{MAIN}}}authors")
        root.insert(0, found)
    return found


def _author(root: Element) -> str:
    """The number under which we stand among a part's authors."""
    authors = _authors(root)
    for at, author in enumerate(authors):
        if author.text == _AUTHOR:
            return str(at)
    etree.SubElement(authors, f"{{{MAIN}}}author").text = _AUTHOR
    return str(len(authors) - 1)


def _threaded(root: Element, entry: Element) -> bool:
    at = int(entry.get("authorId", "0"))
    authors = _authors(root)
    return at < len(authors) and (authors[at].text or "").startswith("tc=")


def _comment(address: str, author: str, text: str) -> Element:
    entry = etree.Element(f"{{{MAIN}}}comment")
    entry.set("ref", address)
    entry.set("authorId", author)
    etree.SubElement(entry, f"{{{MAIN}}}text").append(_run(text))
    return entry


def _run(text: str) -> Element:
    run = etree.Element(f"{{{MAIN}}}r")
    looks = etree.SubElement(run, f"{{{MAIN}}}rPr")
    etree.SubElement(looks, f"{{{MAIN}}}sz").set("val", "10")
    etree.SubElement(looks, f"{{{MAIN}}}rFont").set("val", "宋体")
    words = etree.SubElement(run, f"{{{MAIN}}}t")
    words.set(_SPACE, "preserve")
    words.text = text
    return run


def _append(entry: Element, text: str) -> None:
    """Put our text under a note's own; a note's plain text becomes a run so that order holds."""
    body = entry.find(f"{{{MAIN}}}text")
    if body is None:
        body = etree.SubElement(entry, f"{{{MAIN}}}text")
    for plain in body.findall(f"{{{MAIN}}}t"):
        run = etree.Element(f"{{{MAIN}}}r")
        body.replace(plain, run)
        plain.set(_SPACE, "preserve")
        run.append(plain)
    runs = body.findall(f"{{{MAIN}}}r")
    at = body.index(runs[-1]) + 1 if runs else 0
    body.insert(at, _run(f"\n{text}" if runs else text))


def _pieces(entry: Element) -> list[Element]:
    body = entry.find(f"{{{MAIN}}}text")
    if body is None:
        return []
    return [
        *body.findall(f"{{{MAIN}}}t"),
        *body.findall(f"{{{MAIN}}}r/{{{MAIN}}}t"),
    ]


def _text(entry: Element) -> str:
    return "".join(piece.text or "" for piece in _pieces(entry))


def _cut(entry: Element, length: int) -> None:
    """Keep the first ``length`` characters of a note."""
    for piece in _pieces(entry):
        text = piece.text or ""
        piece.text = text[:length]
        length = max(0, length - len(text))
        run = piece.getparent()
        if not piece.text and run is not None and run.tag == f"{{{MAIN}}}r":
            body = run.getparent()
            if body is not None:
                body.remove(run)
