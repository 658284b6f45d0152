"""The page and the styles of the Word templates, after GB/T 9704-2012 (lengths in twips)."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Twips
from docx.styles.style import BaseStyle

from ledgerkit.papers import standard
from ledgerkit.papers.standard import BODY_SIZE, INDENT, SMALL_SIZE, TITLE_SIZE

BODY, TITLE = standard.FANGSONG.font, standard.XIAOBIAOSONG.font
HEADING, SUBHEADING, NUMBERS = standard.HEITI.font, standard.KAITI.font, standard.SONGTI.font
LINE, RED, MM = standard.LINE, standard.RED, standard.TWIPS_A_MM
SEAL_INDENT = 13
"""Characters: the signature block is centred in the rest of the line, which puts a date of seven
characters four from the right edge, and the office's name centred on it."""


@dataclass(frozen=True)
class Style:
    """A paragraph style; sizes in points, ``indent`` and ``left`` in characters.

    ``line`` None means single spacing (tables and pictures must never have the exact pitch).
    """

    name: str
    font: str = BODY
    size: float = BODY_SIZE
    align: str = "both"
    indent: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int | None = LINE
    level: int | None = None
    colour: str = standard.BLACK
    keep: bool = False
    spacing: int = standard.SPACING
    border: str = ""


NORMAL = Style("Normal", indent=INDENT)
"""Word in Chinese shows this style as 正文."""
STYLES = (
    Style(
        "发文机关标志",
        TITLE,
        48,
        "center",
        before=round(standard.MARK_FROM_TEXT * MM),
        line=None,
        colour=RED,
        spacing=0,
    ),
    Style(
        "发文字号",
        align="center",
        before=standard.NUMBER_LINES * LINE,
        border=f'<w:bottom w:val="single" w:sz="12" w:space="11" w:color="{RED}"/>',
    ),
    Style(
        "公文标题",
        TITLE,
        TITLE_SIZE,
        "center",
        before=standard.TITLE_LINES * LINE,
        after=standard.ADDRESSEE_LINES * LINE,
        keep=True,
        spacing=0,
    ),
    Style("表单标题", TITLE, TITLE_SIZE, "center", after=LINE // 2, keep=True, spacing=0),
    Style("表单编号", align="center", after=LINE // 2),
    Style("主送机关", align="left"),
    Style("一级标题", HEADING, indent=INDENT, level=0, keep=True),
    Style("二级标题", SUBHEADING, indent=INDENT, level=1, keep=True),
    Style("附件说明", indent=INDENT, before=standard.ANNEX_NOTE_LINES * LINE),
    Style("署名", align="center", left=SEAL_INDENT, before=2 * LINE, keep=True),
    Style("成文日期", align="center", left=SEAL_INDENT, keep=True),
    Style("附注", indent=INDENT),
    Style("附件标识", HEADING, align="left"),
    Style("附件标题", TITLE, TITLE_SIZE, "center", before=LINE, after=LINE, keep=True, spacing=0),
    Style("表格标题", HEADING, 14, "center", before=120, after=60, line=None, keep=True, spacing=0),
    Style("表头", HEADING, 10.5, "center", line=None, spacing=0),
    Style("表格文字", BODY, 10.5, "left", line=None, spacing=0),
    Style("表格居中", BODY, 10.5, "center", line=None, spacing=0),
    Style("图", align="center", before=120, after=120, line=None, spacing=0),
    Style("版记", size=SMALL_SIZE, align="left", line=None, spacing=0),
    Style(
        "公文页码单",
        NUMBERS,
        SMALL_SIZE,
        "right",
        right=standard.PAGE_NUMBER_SIDE,
        line=None,
        spacing=0,
    ),
    Style(
        "公文页码双",
        NUMBERS,
        SMALL_SIZE,
        "left",
        left=standard.PAGE_NUMBER_SIDE,
        line=None,
        spacing=0,
    ),
)
HEADING_RUN = "一级标题字符"
"""A character style: the heading that a line of text begins with (“一、时间:”)."""


def set_up(document: Document) -> None:
    """Leaves in the document nothing but our own styles, and sets its first section's page."""
    _defaults(document)
    kept = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    for style in list(document.styles):
        if style.name not in kept:
            style.element.getparent().remove(style.element)
    _write(document.styles["Normal"], NORMAL)
    for style in STYLES:
        add(document, style)
    run = document.styles.add_style(HEADING_RUN, WD_STYLE_TYPE.CHARACTER)
    run.element.get_or_add_rPr().append(_fonts(HEADING))
    page(document.sections[0])


def add(document: Document, style: Style) -> BaseStyle:
    """A paragraph style of ours in the document, beside those that it has."""
    made: BaseStyle = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    made.quick_style = True
    _write(made, style)
    return made


def page(section: Section, *, landscape: bool = False) -> None:
    """A4 with the margins of GB/T 9704, turned with the page; the number 7 mm under the text."""
    top, right, bottom, left = map(
        Mm, (standard.TOP, standard.RIGHT, standard.BOTTOM, standard.LEFT)
    )
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    if landscape:
        section.page_width, section.page_height = Twips(16838), Twips(11906)
        top, right, bottom, left = left, top, right, bottom
    else:
        section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    section.header_distance = Mm(15)
    section.footer_distance = bottom - Mm(10)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)


def _defaults(document: Document) -> None:
    """Explicit fonts and language in place of the theme's."""
    styles = document.styles.element
    for defaults in styles.findall(qn("w:docDefaults")):
        styles.remove(defaults)
    styles.insert(
        0,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{BODY}" w:hAnsi="{BODY}" w:eastAsia="{BODY}" w:cs="{BODY}"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        ),
    )


def _fonts(name: str) -> BaseOxmlElement:
    return parse_xml(
        f'<w:rFonts {nsdecls("w")} w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}"'
        f' w:eastAsia="{name}" w:cs="{name}"/>'
    )


def _write(made: BaseStyle, style: Style) -> None:
    """Puts a style's numbers into the document's style element, in the order of the schema."""
    element = made.element
    for tag in ("w:pPr", "w:rPr"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    element.append(parse_xml(_paragraph(style)))
    element.append(parse_xml(_run(style)))


def _paragraph(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keep else ""
    border = f"<w:pBdr>{style.border}</w:pBdr>" if style.border else ""
    line = (
        f'w:line="{style.line}" w:lineRule="exact"'
        if style.line
        else 'w:line="240" w:lineRule="auto"'
    )
    level = "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>'
    return (
        f'<w:pPr {nsdecls("w")}>{keep}<w:widowControl w:val="0"/>{border}'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" {line}/>'
        f'{_indents(style)}<w:jc w:val="{style.align}"/>{level}</w:pPr>'
    )


def _indents(style: Style) -> str:
    """Indents in characters, and in twips for programs that do not know characters."""
    character = round(style.size * 20) + style.spacing
    sides = {"left": style.left, "right": style.right, "firstLine": style.indent}
    numbers = " ".join(
        f'w:{side}Chars="{count * 100}" w:{side}="{count * character}"'
        for side, count in sides.items()
    )
    return f"<w:ind {numbers}/>"


def _run(style: Style) -> str:
    size = round(style.size * 2)
    name = style.font
    return (
        f'<w:rPr {nsdecls("w")}><w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}"'
        f' w:eastAsia="{name}" w:cs="{name}"/><w:color w:val="{style.colour}"/>'
        f'<w:spacing w:val="{style.spacing}"/><w:kern w:val="0"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
