"""One thing made wrong in a good document is found by the rule that is meant for it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.text.paragraph import Paragraph

from ledgerkit.papers.lint import lint
from linting import changed, failed, found, rendered

Change = Callable[[Word], object]


def drop(parent: Any, tag: str) -> None:
    """The child of this tag, taken out of an element."""
    parent.remove(parent.find(qn(tag)))


def of(document: Word, style: str) -> Paragraph:
    return next(one for one in document.paragraphs if one.style and one.style.name == style)


def body(document: Word) -> Paragraph:
    return of(document, "Normal")


def east_asian(paragraph: Paragraph, font: str) -> None:
    for run in paragraph.runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def retyped(document: Word, style: str, text: str) -> None:
    of(document, style).runs[0].text = text
    for run in of(document, style).runs[1:]:
        run.text = ""


def themed(document: Word) -> None:
    """What Word leaves when a paragraph is pasted from elsewhere."""
    fonts = body(document).runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
    for face, theme in (("asciiTheme", "minorHAnsi"), ("eastAsiaTheme", "minorEastAsia")):
        fonts.set(qn(f"w:{face}"), theme)


def latin_signs(document: Word) -> None:
    run = body(document).add_run("“引号”——")
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:hint"), "default")
    fonts.set(qn("w:hAnsi"), "Times New Roman")


def without_border(document: Word) -> None:
    drop(document.styles["发文字号"].element.pPr, "w:pBdr")


def bordered(document: Word, attribute: str, value: str) -> None:
    document.styles["发文字号"].element.pPr.find(qn("w:pBdr"))[0].set(qn(f"w:{attribute}"), value)


def unframed(document: Word) -> None:
    for one in document.paragraphs:
        if one.style and one.style.name == "版记" and one._p.pPr is not None:
            drop(one._p.pPr, "w:framePr")


def raised(document: Word) -> None:
    """The frame as LibreOffice writes it, by place and height, but two lines too high."""
    unframed(document)
    for one in document.paragraphs:
        if one.style and one.style.name == "版记" and one._p.pPr is not None:
            one._p.pPr[0].addnext(
                parse_xml(f'<w:framePr {nsdecls("w")} w:vAnchor="margin" w:y="10626" w:h="972"/>')
            )


def rule_width(document: Word) -> None:
    for one in document.paragraphs:
        for side in one._p.iter(qn("w:top"), qn("w:bottom")):
            side.set(qn("w:sz"), "24")


def inner_rule(document: Word) -> None:
    low = [one for one in document.inline_shapes if one.height and one.height < Mm(1)]
    for one in low:
        one.height = Mm(0.9)


def numbered_one_side(document: Word) -> None:
    drop(document.settings.element, "w:evenAndOddHeaders")


def footer_text(document: Word, text: str) -> None:
    for part in (document.sections[0].footer, document.sections[0].even_page_footer):
        part.paragraphs[0].runs[0].text = text


def unrepeated(document: Word) -> None:
    drop(document.tables[0].rows[0]._tr.trPr, "w:tblHeader")


def split_rows(document: Word) -> None:
    drop(document.tables[0].rows[1]._tr.trPr, "w:cantSplit")


def fixed_lines(document: Word) -> None:
    for one in document.tables[0].rows[1].cells[0].paragraphs:
        one.paragraph_format.line_spacing = Pt(28)


def wide(document: Word) -> None:
    for column in document.tables[0]._tbl.tblGrid.gridCol_lst:
        column.w = Mm(60)


def turned(document: Word) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    section.top_margin, section.right_margin = Mm(28), Mm(37)
    section.bottom_margin, section.left_margin = Mm(26), Mm(35)
    section.footer_distance = Mm(16)


def tracked(document: Word) -> None:
    body(document)._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1" w:author="张三"><w:r><w:t>新加的字</w:t></w:r></w:ins>'
        )
    )


def hidden(document: Word) -> None:
    run = body(document).add_run("不给人看的字")
    run.font.hidden = True


def spaced(document: Word) -> None:
    """Two blanks typed in place of the indent."""
    paragraph = body(document)
    paragraph.runs[0].text = "　　" + paragraph.runs[0].text
    indent = OxmlElement("w:ind")
    indent.set(qn("w:firstLineChars"), "0")
    indent.set(qn("w:firstLine"), "0")
    paragraph._p.get_or_add_pPr().append(indent)


def shifted_date(document: Word) -> None:
    date = of(document, "成文日期")
    date.alignment = WD_ALIGN_PARAGRAPH.LEFT


def annexed(document: Word, text: str) -> None:
    of(document, "附件说明").runs[0].text = text


def set_style(style: str, /, **font: object) -> Change:
    def change(document: Word) -> None:
        for attribute, value in font.items():
            setattr(document.styles[style].font, attribute, value)

    return change


def set_format(name: str, **layout: object) -> Change:
    def change(document: Word) -> None:
        for attribute, value in layout.items():
            setattr(document.styles[name].paragraph_format, attribute, value)

    return change


def set_page(**sizes: object) -> Change:
    def change(document: Word) -> None:
        for attribute, value in sizes.items():
            setattr(document.sections[0], attribute, value)

    return change


CIRCULAR: dict[str, tuple[Change, list[str]]] = {
    "paper": (
        set_page(page_width=Mm(216), page_height=Mm(279), right_margin=Mm(32)),
        ["page-size", "margin-right", "text-area", "grid-lines"],
    ),
    "top margin": (set_page(top_margin=Mm(25.4)), ["margin-top", "text-area", "grid-lines"]),
    "both sides moved": (
        set_page(left_margin=Mm(26), right_margin=Mm(28)),
        ["margin-left", "margin-right"],
    ),
    "bottom margin": (
        set_page(bottom_margin=Mm(38), footer_distance=Mm(28)),
        ["margin-bottom", "text-area", "grid-lines"],
    ),
    "turned page": (
        turned,
        ["text-upright", "red-line-width"],
    ),
    "pitch": (set_format("Normal", line_spacing=Pt(30)), ["grid-lines"]),
    "pitch by font": (set_format("Normal", line_spacing=1.5), ["line-pitch", "grid-lines"]),
    "no condensing": (
        lambda document: (
            document.styles["Normal"].element.rPr.find(qn("w:spacing")).set(qn("w:val"), "0")
        ),
        ["grid-characters"],
    ),
    "black mark": (
        lambda d: setattr(d.styles["发文机关标志"].font.color, "rgb", RGBColor(0, 0, 0)),
        ["mark-colour"],
    ),
    "mark font": (lambda d: east_asian(of(d, "发文机关标志"), "黑体"), ["mark-font"]),
    "mark left": (
        lambda d: setattr(of(d, "发文机关标志"), "alignment", WD_ALIGN_PARAGRAPH.LEFT),
        ["mark-centred"],
    ),
    "mark high": (set_format("发文机关标志", space_before=Mm(10)), ["mark-place"]),
    "square brackets": (lambda d: retyped(d, "发文字号", "陈政法[2026]1号"), ["number-form"]),
    "two digits": (lambda d: retyped(d, "发文字号", "陈政法〔26〕1号"), ["number-form"]),
    "第": (lambda d: retyped(d, "发文字号", "陈政法〔2026〕第1号"), ["number-form"]),
    "padded": (lambda d: retyped(d, "发文字号", "陈政法〔2026〕01号"), ["number-form"]),
    "number right": (
        lambda d: setattr(of(d, "发文字号"), "alignment", WD_ALIGN_PARAGRAPH.RIGHT),
        ["number-centred"],
    ),
    "number near": (set_format("发文字号", space_before=Pt(0)), ["number-gap"]),
    "number small": (set_style("发文字号", size=Pt(14)), ["number-type"]),
    "no red line": (without_border, ["red-line-width"]),
    "black line": (lambda d: bordered(d, "color", "000000"), ["red-line-width"]),
    "line far": (lambda d: bordered(d, "space", "31"), ["red-line-distance"]),
    "title font": (lambda d: east_asian(of(d, "公文标题"), "黑体"), ["title-font"]),
    "title size": (set_style("公文标题", size=Pt(18)), ["title-size"]),
    "title bold": (set_style("公文标题", bold=True), ["title-plain"]),
    "title left": (set_format("公文标题", alignment=WD_ALIGN_PARAGRAPH.LEFT), ["title-centred"]),
    "title stop": (lambda d: of(d, "公文标题").add_run("。"), ["title-ending"]),
    "title near": (set_format("公文标题", space_before=Twips(579)), ["title-gap"]),
    "addressee in": (
        set_format("主送机关", first_line_indent=Pt(32)),
        ["addressee-left"],
    ),
    "addressee colon": (lambda d: retyped(d, "主送机关", "区法院:"), ["addressee-colon"]),
    "addressee near": (set_format("公文标题", space_after=Pt(0)), ["addressee-gap"]),
    "body font": (lambda d: east_asian(body(d), "宋体"), ["body-font"]),
    "Latin font": (
        lambda d: setattr(body(d).runs[0].font, "name", "Times New Roman"),
        ["body-latin-font"],
    ),
    "body small": (
        lambda d: setattr(body(d).runs[0].font, "size", Pt(14)),
        ["grid-characters", "body-size"],
    ),
    "body bold": (lambda d: setattr(body(d).runs[0], "bold", True), ["body-plain"]),
    "body grey": (
        lambda d: setattr(body(d).runs[0].font.color, "rgb", RGBColor(0x33, 0x33, 0x33)),
        ["text-colour"],
    ),
    "body not indented": (
        lambda d: (
            body(d)
            ._p.get_or_add_pPr()
            .append(parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="0" w:firstLine="0"/>'))
        ),
        ["body-indent"],
    ),
    "heading font": (lambda d: east_asian(of(d, "一级标题"), "宋体"), ["level-1-font"]),
    "heading small": (
        lambda d: setattr(of(d, "一级标题").runs[0].font, "size", Pt(15)),
        ["grid-characters", "heading-size"],
    ),
    "heading bold": (set_style("一级标题", bold=True), ["heading-plain"]),
    "heading not indented": (
        lambda d: (
            of(d, "一级标题")
            ._p.get_or_add_pPr()
            .append(parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="0" w:firstLine="0"/>'))
        ),
        ["heading-indent"],
    ),
    "ordinal": (lambda d: retyped(d, "一级标题", "一.逾期情况"), ["heading-ordinals"]),
    "padded date": (lambda d: retyped(d, "成文日期", "2026年09月05日"), ["date-form"]),
    "date moved": (shifted_date, ["signature-place"]),
    "no room for the seal": (set_format("署名", space_before=Pt(0)), ["signature-gap"]),
    "imprint size": (set_style("版记", size=Pt(16)), ["imprint-type"]),
    "imprint in the text": (unframed, ["imprint-foot"]),
    "imprint too high": (raised, ["imprint-foot"]),
    "imprint lines": (rule_width, ["imprint-rules"]),
    "imprint inner line": (inner_rule, ["imprint-inner-rule"]),
    "number without dashes": (lambda d: footer_text(d, "第"), ["page-number-form"]),
    "number font": (set_style("公文页码单", name="Arial"), ["page-number-type"]),
    "number low": (set_page(footer_distance=Mm(10)), ["page-number-distance"]),
    "numbers on one side": (numbered_one_side, ["page-number-sides"]),
    "numbers centred": (
        set_format("公文页码双", alignment=WD_ALIGN_PARAGRAPH.CENTER),
        ["page-number-sides"],
    ),
    "no number on page 1": (
        set_page(different_first_page_header_footer=True),
        ["page-number-first"],
    ),
    "table lines": (fixed_lines, ["table-lines"]),
    "table header": (unrepeated, ["table-header"]),
    "table rows": (split_rows, ["table-rows"]),
    "table width": (wide, ["table-width"]),
    "theme font": (themed, ["body-font", "body-latin-font", "theme-fonts"]),
    "Latin quotes": (latin_signs, ["sign-fonts"]),
    "author": (lambda d: setattr(d.core_properties, "author", "张三"), ["metadata"]),
    "tracked": (tracked, ["changes"]),
    "hidden": (hidden, ["hidden-text"]),
    "blank line": (lambda d: body(d).insert_paragraph_before(""), ["empty-paragraphs"]),
    "typed blanks": (spaced, ["typed-blanks"]),
}


def test_the_circular_is_good_to_begin_with() -> None:
    assert failed(changed(rendered("通报"), lambda document: None)) == []


@pytest.mark.parametrize("name", CIRCULAR)
def test_what_is_wrong_in_a_circular_is_found_by_its_rule(name: str) -> None:
    change, rules = CIRCULAR[name]
    assert failed(changed(rendered("通报"), change)) == rules


REPORT: dict[str, tuple[Change, list[str]]] = {
    "level 2": (lambda d: east_asian(of(d, "二级标题"), "黑体"), ["level-2-font"]),
    "annex note near": (set_format("附件说明", space_before=Pt(0)), ["annex-note-gap"]),
    "annex note stop": (lambda d: annexed(d, "附件：1. 清单。"), ["annex-note-form"]),
    "annex label": (lambda d: east_asian(of(d, "附件标识"), "仿宋"), ["annex-label"]),
    "annex title": (set_format("附件标题", alignment=WD_ALIGN_PARAGRAPH.LEFT), ["annex-title"]),
}


@pytest.mark.parametrize("name", REPORT)
def test_what_is_wrong_in_a_report_with_an_annexe_is_found(name: str) -> None:
    change, rules = REPORT[name]
    assert failed(changed(rendered("月度情况通报"), change)) == rules


def swapped(document: Word) -> None:
    """The first double line with the thin line on top."""
    top, bottom = document.styles["信函首线"].element.pPr.find(qn("w:pBdr"))
    for one, size in ((top, "6"), (bottom, "18")):
        one.set(qn("w:sz"), size)


def lower(document: Word) -> None:
    for frame in document.sections[0].first_page_footer._element.iter(qn("w:framePr")):
        frame.set(qn("w:y"), "16100")


LETTER: dict[str, tuple[Change, list[str]]] = {
    "mark low": (set_page(header_distance=Mm(20)), ["letter-mark-place"]),
    "thin over thick": (swapped, ["letter-first-line"]),
    "line near": (set_format("信函首线", space_before=Mm(1)), ["letter-line-distance"]),
    "foot line low": (lower, ["letter-last-place"]),
    "number left": (
        set_format("信函编号", alignment=WD_ALIGN_PARAGRAPH.LEFT),
        ["letter-number"],
    ),
    "number on page 1": (
        lambda d: d.sections[0].first_page_footer._element.append(
            deepcopy(d.sections[0].footer.paragraphs[0]._p)
        ),
        ["page-number-first"],
    ),
}


@pytest.mark.parametrize("name", LETTER)
def test_what_is_wrong_in_a_letter_is_found_by_its_rule(name: str) -> None:
    change, rules = LETTER[name]
    assert failed(rendered("移交函")) == []
    assert failed(changed(rendered("移交函"), change)) == rules


def test_what_is_found_is_said_with_its_place() -> None:
    data = changed(rendered("通报"), set_style("一级标题", bold=True))
    assert found(lint(data, "通报.docx"), "heading-plain") == (
        "不符",
        "第6段“一、逾期情况”:有加粗的字;第23段“二、办理要求”:有加粗的字;第25段“三、反馈期限”:有加粗的字",
    )


def test_a_working_form_has_no_red_head_to_judge() -> None:
    report = lint(rendered("提醒单"), "提醒单.docx")
    verdicts = {rule: found(report, rule)[0] for rule in ("mark-colour", "red-line-width")}
    assert verdicts == {"mark-colour": "不适用", "red-line-width": "不适用"}
    assert found(report, "title-size") == ("符合", "22 磅")
