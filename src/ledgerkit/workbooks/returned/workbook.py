"""The workbook part: its sheets, our sheet put first and taken away again.

Our sheet is known by a hidden defined name that refers to it, so that it is found even if it was
renamed, and a person's own sheet called 检查结果 is never taken for it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from ledgerkit.model.sheets import REPORT, REPORT_MARK
from ledgerkit.workbooks.returned.fidelity import workbook_part
from ledgerkit.workbooks.returned.opc import MAIN, OFFICE, OpcPackage, UnfitError
from ledgerkit.workbooks.returned.report import HEADER_ROW, location
from ledgerkit.workbooks.returned.styles import EMPTY

_TITLES = "_xlnm.Print_Titles"
_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
_BEFORE_VIEWS = (
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "AlternateContent",
    "revisionPtr",
    "workbookProtection",
)
_SELECTED = re.compile(rb"(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected=[\"'](?:1|true)[\"']")


class WorkbookPart:
    """The main part of one package."""

    def __init__(self, package: OpcPackage) -> None:
        self.package = package
        self.part = workbook_part(package)
        self._root = package.tree(self.part)
        self._sheets = self._the("sheets")

    @property
    def names(self) -> list[str]:
        """The sheets' names in their order, hidden ones included."""
        return [sheet.get("name", "") for sheet in self._sheets]

    @property
    def hidden(self) -> set[str]:
        """The names of the sheets that do not show."""
        return {
            sheet.get("name", "")
            for sheet in self._sheets
            if sheet.get("state", "visible") != "visible"
        }

    def sheet_parts(self) -> dict[str, str]:
        """The part of each sheet by name; sheets whose part is missing are left out."""
        targets = {relation.id: relation.target for relation in self.package.relations(self.part)}
        parts = {
            sheet.get("name", ""): targets.get(sheet.get(f"{{{OFFICE}}}id", ""), "")
            for sheet in self._sheets
        }
        return {name: part for name, part in parts.items() if part in self.package}

    def styles_part(self) -> str:
        """The styles part, made if the workbook has none."""
        for relation in self.package.relations(self.part):
            if relation.type == f"{OFFICE}/styles" and relation.target in self.package:
                return relation.target
        part = posixpath.join(posixpath.dirname(self.part), "styles.xml")
        self.package.put(part, EMPTY)
        self.package.declare(part, _STYLES)
        self.package.relate(self.part, "styles", part)
        return part

    def free_name(self) -> str:
        """检查结果, or 检查结果(2) … where a sheet of that name stands already."""
        names = {name.lower() for name in self.names}
        number = 1
        while (name := REPORT if number == 1 else f"{REPORT}({number})").lower() in names:
            number += 1
        return name

    def add_report(self, name: str, part: str, data: bytes) -> None:
        """Put a sheet first and make it the one that opens."""
        for other in self.sheet_parts().values():
            self._deselect(other)
        self.package.put(part, data)
        self.package.declare(part, _WORKSHEET)
        self.package.edit(self.part)
        self._shift_names(1)
        sheet = etree.Element(f"{{{MAIN}}}sheet", nsmap={"r": OFFICE})
        sheet.set("name", name)
        sheet.set("sheetId", str(max([0, *(int(s.get("sheetId", "0")) for s in self._sheets)]) + 1))
        sheet.set(f"{{{OFFICE}}}id", self.package.relate(self.part, "worksheet", part))
        self._sheets.insert(0, sheet)
        self._define(_TITLES, location(name, f"${HEADER_ROW}:${HEADER_ROW}"), localSheetId="0")
        self._define(REPORT_MARK, location(name, "$A$1"), hidden="1")
        self._open_at(0)

    def report_part(self) -> str:
        """A name for the part of a sheet to be added."""
        return self.package.free_name(
            posixpath.join(posixpath.dirname(self.part), "worksheets", "sheet{}.xml")
        )

    def remove_report(self) -> bool:
        """Take our sheet out, with all that belongs to it alone; whether there was one."""
        marks = [name for name in self._defined() if name.get("name") == REPORT_MARK]
        for mark in marks:
            self._remove(mark)
            name = (mark.text or "").rpartition("!")[0]
            name = name[1:-1].replace("''", "'") if name.startswith("'") else name
            if name in self.names and len(self.names) > 1:
                self._remove_sheet(self.names.index(name))
        return bool(marks)

    def _remove_sheet(self, at: int) -> None:
        self.package.edit(self.part)
        sheet = self._sheets[at]
        part = self.sheet_parts().get(sheet.get("name", ""))
        self.package.unrelate(self.part, sheet.get(f"{{{OFFICE}}}id", ""))
        self._sheets.remove(sheet)
        for name in list(self._defined()):
            if name.get("localSheetId") == str(at):
                self._remove(name)
        self._shift_names(-1, at)
        if part:
            owned = [relation.target for relation in self.package.relations(part)]
            self.package.drop(part)
            for target in owned:
                if target in self.package and not self._used(target):
                    self.package.drop(target)
        shown = [i for i, s in enumerate(self._sheets) if s.get("state", "visible") == "visible"]
        self._open_at(shown[0] if shown else 0)

    def _used(self, part: str) -> bool:
        """Whether any relationship in the package still leads to a part."""
        sources = ["", *(name for name in self.package.parts if not name.endswith(".rels"))]
        return any(
            relation.target.lower() == part.lower() and not relation.external
            for source in sources
            for relation in self.package.relations(source)
        )

    def _deselect(self, part: str) -> None:
        """Leave no other sheet selected: what is typed into a group of sheets goes into all."""
        if self.package.is_edited(part):
            for view in self.package.tree(part).iter(f"{{{MAIN}}}sheetView"):
                view.attrib.pop("tabSelected", "")
            return
        data = self.package.read(part)
        if _SELECTED.search(data):
            self.package.put(part, _SELECTED.sub(rb"\1", data))

    def _the(self, name: str) -> Element:
        found = self._root.find(f"{{{MAIN}}}{name}")
        if found is None:
            raise UnfitError("damaged")
        return found

    def _defined(self) -> Iterator[Element]:
        names = self._root.find(f"{{{MAIN}}}definedNames")
        return iter(() if names is None else list(names))

    def _remove(self, element: Element) -> None:
        self.package.edit(self.part)
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
            if not len(parent):
                self._root.remove(parent)

    def _define(self, name: str, refers: str, **attributes: str) -> None:
        names = self._root.find(f"{{{MAIN}}}definedNames")
        if names is None:
            names = etree.Element(f"{{{MAIN}}}definedNames")
            self._insert_behind(_BEFORE_NAMES, names)
        element = etree.SubElement(names, f"{{{MAIN}}}definedName")
        element.set("name", name)
        for key, value in attributes.items():
            element.set(key, value)
        element.text = refers

    def _shift_names(self, by: int, above: int = -1) -> None:
        """Names of one sheet say which by its place: keep them with their sheets."""
        for name in self._defined():
            place = int(name.get("localSheetId", "-1"))
            if place > above:
                name.set("localSheetId", str(place + by))

    def _open_at(self, at: int) -> None:
        views = self._root.find(f"{{{MAIN}}}bookViews")
        if views is None:
            views = etree.Element(f"{{{MAIN}}}bookViews")
            etree.SubElement(views, f"{{{MAIN}}}workbookView")
            self._insert_behind(_BEFORE_VIEWS, views)
        for view in views:
            view.attrib.pop("firstSheet", "")
            view.attrib.pop("activeTab", "")
            if at:
                view.set("activeTab", str(at))

    def _insert_behind(self, before: tuple[str, ...], element: Element) -> None:
        places = [
            at for at, child in enumerate(self._root) if etree.QName(child).localname in before
        ]
        self._root.insert(places[-1] + 1 if places else 0, element)
