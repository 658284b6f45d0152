"""Pieces of Word templates: paragraphs, tables, page numbers, 版记, a picture to be replaced."""

from __future__ import annotations

import copy
import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import docx
import docx_styles
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from ledgerkit.papers import standard
from ledgerkit.workbooks.package import canonical

TEXT_WIDTH, LANDSCAPE_WIDTH = standard.TEXT_WIDTH, standard.TEXT_HEIGHT
"""Millimetres."""
_UNUSED = ("thumbnail", "customXml", "extended-properties")
_INSIDE_RULE = "版记分隔线"
_FRAME = (
    '<w:pPr {}><w:framePr w:w="{width}" w:hSpace="0" w:wrap="around" w:vAnchor="margin"'
    ' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr></w:pPr>'
)
"""At the foot of the text area, between rules of 0.35 mm (GB/T 9704, 版记)."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its header, its width in mm, what its cells hold."""

    header: str
    width: float
    cell: str
    style: str = "表格居中"


def blank() -> Document:
    """An empty document with our page, our styles and page numbers, and nothing else in it."""
    document = docx.Document()
    package = document.part.package
    for rels in (package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[key]
    core = document.core_properties
    core.author = core.comments = core.title = ""
    core.revision = 1
    docx_styles.set_up(document)
    _settings(document)
    page_numbers(document.sections[0])
    return document


def saved(document: Document) -> bytes:
    """The document's bytes, the same for the same content."""
    target = io.BytesIO()
    document.save(target)
    return canonical(target.getvalue())


def add(document: Document, style: str, *texts: str) -> Paragraph:
    """Adds one paragraph for each text; the last is handed back."""
    for text in texts:
        paragraph = document.add_paragraph(text, style=style)
    return paragraph


def labelled(document: Document, label: str, text: str) -> None:
    """A line of text that begins with its heading: “一、时间:…”."""
    paragraph = document.add_paragraph(style="Normal")
    paragraph.add_run(label, style=docx_styles.HEADING_RUN)
    paragraph.add_run(text)


def table(document: Document, columns: Sequence[Column], loop: str = "") -> None:
    """A bordered table with a repeated header and an unsplit row for each round of ``loop``.

    Without one it has a single row, to be signed.
    """
    made = document.add_table(rows=0, cols=len(columns))
    _frame(made, columns)
    header = _row(made, [("表头", column.header) for column in columns])
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if loop:
        _tag_row(made, f"{{%tr for {loop} %}}")
    _row(made, [(column.style, column.cell) for column in columns])
    if loop:
        _tag_row(made, "{%tr endfor %}")
    for column, grid in zip(columns, made._tbl.tblGrid.gridCol_lst, strict=True):
        grid.w = Mm(column.width)
        for cell in made.columns[columns.index(column)].cells:
            cell.width = Mm(column.width)


def picture(document: Document, name: str, described: str, width: float, height: float) -> None:
    """A blank picture of this name and size in mm, to be replaced by a chart.

    Pictures of the same bytes would share one part: each bears its name.
    """
    blank = _pixel(b"\xff", name)
    _picture(document.add_paragraph(style="图"), name, described, width, height, blank)


def _picture(
    paragraph: Paragraph,
    name: str,
    described: str,
    width: float,
    height: float,
    png: bytes,
) -> None:
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(png), Mm(width), Mm(height))
    properties = run._r.find(f".//{qn('wp:docPr')}")
    assert properties is not None
    inline = properties.getparent()
    assert inline is not None
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    properties.set("name", name)
    properties.set("descr", described)


def imprint(document: Document, width: float = TEXT_WIDTH, label: str = "抄送") -> None:
    """版记 at the foot of the page it stands on: 抄送, a thin rule, who prints and when.

    Its paragraphs make one frame, which is tied to the paragraph that must follow. All have the
    same borders, or LibreOffice makes no frame of them; so the rule inside is a picture.
    """
    _if(document, "copies")
    paragraphs = [document.add_paragraph(f"　{label}：{{{{ copies }}}}。", style="版记")]
    ruled = document.add_paragraph(style="版记")
    ruled.paragraph_format.line_spacing = Pt(2)
    _picture(ruled, _INSIDE_RULE, "", width, 0.25, _pixel(b"\x00"))
    paragraphs.append(ruled)
    _if(document)
    last = document.add_paragraph("　{{ signature }}\t{{ signed_on }}印发", style="版记")
    last.paragraph_format.tab_stops.add_tab_stop(Mm(width - 5), WD_TAB_ALIGNMENT.RIGHT)
    for paragraph in (*paragraphs, last):
        properties = paragraph._p.get_or_add_pPr()
        framed = parse_xml(_FRAME.format(nsdecls("w"), width=round(width * docx_styles.MM)))
        style = properties.pStyle
        assert style is not None
        for element in reversed(list(framed)):
            style.addnext(element)


def _if(document: Document, name: str = "") -> None:
    document.add_paragraph(f"{{%p if {name} %}}" if name else "{%p endif %}", style="Normal")


def anchor(document: Document) -> None:
    """A last paragraph of no height."""
    paragraph = document.add_paragraph(style="表格文字")
    paragraph.paragraph_format.line_spacing = Pt(1)


def _frame(made: Table, columns: Sequence[Column]) -> None:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    width = round(sum(column.width for column in columns) * docx_styles.MM)
    margin = round(docx_styles.MM)
    _replace_properties(
        made,
        [
            f'<w:tblW w:w="{width}" w:type="dxa"/>',
            '<w:jc w:val="center"/>',
            f"<w:tblBorders>{sides}</w:tblBorders>",
            '<w:tblLayout w:type="fixed"/>',
            f'<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
            f'<w:bottom w:w="28" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
            "</w:tblCellMar>",
        ],
    )


def _replace_properties(made: Table, xml: Sequence[str]) -> None:
    properties = made._tbl.tblPr
    for child in list(properties):
        properties.remove(child)
    for element in parse_xml(f"<w:tblPr {nsdecls('w')}>{''.join(xml)}</w:tblPr>"):
        properties.append(element)


def _row(made: Table, cells: Sequence[tuple[str, str]]) -> _Row:
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]  # python-docx
    for cell, (style, text) in zip(row.cells, cells, strict=True):
        _write(cell, style, text)
    _unsplit(row)
    return row


def _unsplit(row: _Row) -> None:
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _write(cell: _Cell, style: str, text: str) -> None:
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    first, *others = text.split("\n")
    cell.paragraphs[0].style = style
    cell.paragraphs[0].add_run(first)
    for line in others:
        cell.add_paragraph(line, style=style)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _tag_row(made: Table, tag: str) -> None:
    first, *others = made.add_row().cells  # type: ignore[no-untyped-call]  # python-docx
    _write(first, "表格文字", tag)
    for cell in others:
        _write(cell, "表格文字", "")


def _settings(document: Document) -> None:
    """Odd and even footers, and the layout of today's Word instead of a compatibility mode."""
    settings = document.settings.element
    for tag in ("w:compat", "w:evenAndOddHeaders", "w:themeFontLang", "w:zoom"):
        for old in settings.findall(qn(tag)):
            settings.remove(old)
    document.settings.odd_and_even_pages_header_footer = True
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:useFELayout/><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    _before(settings, compat, ("w:rsids", "m:mathPr", "w:clrSchemeMapping", "w:decimalSymbol"))


def _before(parent: BaseOxmlElement, child: BaseOxmlElement, successors: Sequence[str]) -> None:
    for tag in successors:
        found = parent.find(qn(tag))
        if found is not None:
            found.addprevious(child)
            return
    parent.append(child)


def page_numbers(section: Section) -> None:
    """“— 1 —”: odd pages right, even pages left, one character in."""
    for footer, style in (
        (section.footer, "公文页码单"),
        (section.even_page_footer, "公文页码双"),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = style
        paragraph.add_run("— ")
        paragraph._p.append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
                "</w:fldSimple>"
            )
        )
        paragraph.add_run(" —")


def same_footers(document: Document) -> None:
    """Gives the last section the first one's footers: tags may leave the first one out."""
    first, last = document.sections[0]._sectPr, document.sections[-1]._sectPr
    for reference in reversed(first.findall(qn("w:footerReference"))):
        last.insert(0, copy.deepcopy(reference))


def _pixel(shade: bytes, title: str = "") -> bytes:
    """A PNG of one grey pixel: 00 is black, FF is white."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + (chunk(b"tEXt", b"Title\x00" + title.encode()) if title else b"")
        + chunk(b"IDAT", zlib.compress(b"\x00" + shade, 0))
        + chunk(b"IEND", b"")
    )
