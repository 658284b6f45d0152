"""The packages keep to ECMA-376: order of elements, and every reference leads somewhere."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from ledgerkit import office
from ledgerkit.ledgers import catalog
from ledgerkit.workbooks import blank

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

WORKSHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst"
)
"""CT_Worksheet's sequence (ECMA-376 part 1, 18.3.1.99)."""
WORKBOOK = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames calcPr"
)
"""The beginning of CT_Workbook's sequence (18.2.27)."""

NAMES = [*(f"{name}.xlsx" for name in catalog.books()), "名录.xlsx"]
Parts = Mapping[str, bytes]


@pytest.fixture(scope="module")
def packages() -> dict[str, Parts]:
    built = blank.templates(catalog.books(), office.default())
    return {name: _parts(package) for name, package in built.items()}


@pytest.fixture(params=NAMES)
def parts(request: pytest.FixtureRequest, packages: dict[str, Parts]) -> Parts:
    return packages[request.param]


def _parts(package: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def _sheets(parts: Parts) -> dict[str, ET.Element]:
    return {
        name: ET.fromstring(data)
        for name, data in parts.items()
        if name.startswith("xl/worksheets/sheet")
    }


def _targets(parts: Parts, part: str) -> dict[str, str]:
    """Relationship id → the part that it leads to."""
    folder, name = posixpath.split(part)
    rels = parts.get(f"{folder}/_rels/{name}.rels")
    relations = ET.fromstring(rels).iter(f"{RELS}Relationship") if rels else ()
    return {
        relation.attrib["Id"]: posixpath.normpath(
            posixpath.join("/" + folder, relation.attrib["Target"])
        )
        for relation in relations
    }


def _in_order(tags: list[str], sequence: str) -> bool:
    places = [sequence.split().index(tag) for tag in tags]
    return places == sorted(places)


def test_every_part_is_well_formed_xml(parts: Parts) -> None:
    for name, data in parts.items():
        assert ET.fromstring(data) is not None, name


def test_elements_stand_in_the_order_of_the_standard(parts: Parts) -> None:
    for name, sheet in _sheets(parts).items():
        assert _in_order([element.tag.removeprefix(MAIN) for element in sheet], WORKSHEET), name
    workbook = ET.fromstring(parts["xl/workbook.xml"])
    assert _in_order([element.tag.removeprefix(MAIN) for element in workbook], WORKBOOK)


def test_cells_and_rows_rise(parts: Parts) -> None:
    for name, sheet in _sheets(parts).items():
        rows = [int(row.attrib["r"]) for row in sheet.iter(f"{MAIN}row")]
        assert rows == sorted(set(rows)), name
        for row in sheet.iter(f"{MAIN}row"):
            cells = [cell.attrib["r"] for cell in row]
            letters = [re.sub(r"\d", "", cell) for cell in cells]
            assert all(cell.endswith(row.attrib["r"]) for cell in cells)
            assert letters == sorted(set(letters), key=lambda letter: (len(letter), letter)), name


def test_every_relationship_leads_to_a_part_with_a_type(parts: Parts) -> None:
    types = ET.fromstring(parts["[Content_Types].xml"])
    named = {declared.attrib["PartName"] for declared in types.iter(f"{TYPES}Override")}
    endings = {declared.attrib["Extension"] for declared in types.iter(f"{TYPES}Default")}
    assert named <= {f"/{name}" for name in parts}
    for part in ("xl/workbook.xml", *_sheets(parts)):
        for target in _targets(parts, part).values():
            assert target.lstrip("/") in parts, (part, target)
            assert target in named or target.rsplit(".", 1)[1] in endings


def test_relationships_used_are_declared(parts: Parts) -> None:
    for part in ("xl/workbook.xml", *_sheets(parts)):
        used = {
            element.attrib[RELATED]
            for element in ET.fromstring(parts[part]).iter()
            if RELATED in element.attrib
        }
        assert used <= set(_targets(parts, part)), part


def test_tables_lie_over_their_headers(parts: Parts) -> None:
    for part, sheet in _sheets(parts).items():
        texts = {cell.attrib["r"]: "".join(cell.itertext()) for cell in sheet.iter(f"{MAIN}c")}
        for target in _targets(parts, part).values():
            if "/tables/" in target:
                table = ET.fromstring(parts[target.lstrip("/")])
                first, last = table.attrib["ref"].split(":")
                row = re.sub(r"\D", "", first)
                heads = [
                    table_column.attrib["name"] for table_column in table.iter(f"{MAIN}tableColumn")
                ]
                under = [
                    text for cell, text in texts.items() if re.fullmatch(rf"[A-Z]+{row}", cell)
                ]
                assert under == heads, target
                assert last in texts, target


def _defined(parts: Parts) -> dict[str, str]:
    workbook = ET.fromstring(parts["xl/workbook.xml"])
    return {
        defined.attrib["name"]: defined.text or ""
        for defined in workbook.iter(f"{MAIN}definedName")
        if "localSheetId" not in defined.attrib
    }


def test_defined_names_point_into_sheets_that_exist(parts: Parts) -> None:
    workbook = ET.fromstring(parts["xl/workbook.xml"])
    sheets = {sheet.attrib["name"] for sheet in workbook.iter(f"{MAIN}sheet")}
    defined = _defined(parts)
    for name in workbook.iter(f"{MAIN}definedName"):
        text = name.text or ""
        assert set(re.findall(r"'([^']+)'!", text)) <= sheets, text
        assert "!" in text or text in defined, text


def test_formulas_and_validations_use_names_that_are_defined(parts: Parts) -> None:
    defined = _defined(parts)
    for name, sheet in _sheets(parts).items():
        tags = ("f", "formula", "formula1")
        formulas = {element.text or "" for tag in tags for element in sheet.iter(f"{MAIN}{tag}")}
        for formula in formulas:
            bare = re.sub(r'"[^"]*"|\'[^\']*\'!', "", formula)
            names = set(re.findall(r"[\u4e00-\u9fff_]\w*", bare))
            assert names <= set(defined), (name, names - set(defined))


def test_no_function_is_newer_than_excel_2010(parts: Parts) -> None:
    known = {
        "AND", "COUNTIF", "IF", "IFERROR", "INDEX", "ISNUMBER", "LEFT", "LOOKUP", "MATCH", "MAX",
        "MIN", "NA", "NOT", "OR", "ROW", "SUMPRODUCT", "TODAY", "VLOOKUP",
    }  # fmt: skip
    for name, data in parts.items():
        if name.endswith(".xml") and name.startswith("xl/"):
            formulas = [
                element.text or ""
                for element in ET.fromstring(data).iter()
                if element.tag.split("}")[1]
                in ("f", "formula", "formula1", "definedName", "calculatedColumnFormula")
            ]
            used = {word for text in set(formulas) for word in re.findall(r"([A-Z.]+)\(", text)}
            assert used <= known, (name, used - known)


def test_nothing_is_locked(parts: Parts) -> None:
    for name, data in parts.items():
        assert b"<sheetProtection" not in data, name
        assert b"<workbookProtection" not in data, name
