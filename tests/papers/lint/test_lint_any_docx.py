"""Documents that people made: styles, themes, numbering, boxes; and files that are none."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import docx
import msoffcrypto
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from ledgerkit.papers import standard
from ledgerkit.papers.lint import lint
from ledgerkit.papers.lint.document import read
from ledgerkit.papers.lint.package import opened
from ledgerkit.papers.lint.roles import form, roles
from linting import changed, failed, found, rendered, saved
from wording import says_of_file

RED = RGBColor(0xFF, 0, 0)


def typed(
    document: docx.document.Document,
    text: str,
    font: str = "仿宋_GB2312",
    size: float = 16,
    align: WD_ALIGN_PARAGRAPH | None = None,
    indent: int = 0,
    before: float = 0,
) -> Paragraph:
    """A paragraph as people make it: Normal, and everything set by hand."""
    made = document.add_paragraph()
    run = made.add_run(text)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for face in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{face}"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), "")
    run.font.size = Pt(size)
    run.font.color.rgb = RGBColor(0, 0, 0)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="-5"/>'))
    layout = made.paragraph_format
    layout.line_spacing, layout.space_before, layout.space_after = Pt(28.95), Pt(before), Pt(0)
    layout.alignment = align
    layout.first_line_indent = Pt(size * indent)
    return made


def by_hand() -> docx.document.Document:
    """A 文件 in which no style says what is what."""
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    centre, line = WD_ALIGN_PARAGRAPH.CENTER, 28.95
    mark = typed(document, "某某区委政法委文件", "方正小标宋简体", 40, centre, before=99.2)
    mark.runs[0].font.color.rgb = RED
    number = typed(document, "某政法〔2026〕7号", align=centre, before=2 * line)
    number._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:space="11"'
            ' w:color="FF0000"/></w:pBdr>'
        )
    )
    title = typed(document, "关于做好走访工作的通知", "方正小标宋简体", 22, centre, before=2 * line)
    title.paragraph_format.line_spacing = Pt(line)
    typed(document, "各单位：", before=line)
    typed(document, "现将有关事项通知如下。", indent=2)
    typed(document, "一、总体要求", "黑体", indent=2)
    typed(document, "（一）明确任务", "楷体_GB2312", indent=2)
    typed(document, "1.每月走访不少于1次。", indent=2)
    typed(document, "（1）填写走访日志。", indent=2)
    name = typed(document, "某某区委政法委", align=WD_ALIGN_PARAGRAPH.RIGHT, before=line * 2)
    name.paragraph_format.right_indent = Pt(16 * 4)
    date = typed(document, "2026年10月31日", align=WD_ALIGN_PARAGRAPH.RIGHT)
    date.paragraph_format.right_indent = Pt(16 * 4)
    return document


def test_what_is_what_is_told_without_our_styles() -> None:
    document = read(opened(saved(by_hand())))
    found_roles = roles(document)
    assert [str(role) for role in found_roles.values()] == [
        "发文机关标志",
        "发文字号",
        "标题",
        "主送机关",
        "正文",
        "一级标题",
        "二级标题",
        "三级标题",
        "四级标题",
        "署名",
        "成文日期",
    ]
    assert str(form(document, found_roles)) == "文件格式"


def test_a_document_set_by_hand_lacks_only_what_nobody_put_in() -> None:
    assert failed(saved(by_hand())) == ["page-number"]


def test_a_default_document_is_told_what_it_lacks() -> None:
    document = docx.Document()
    document.add_heading("关于走访的通知", 0)
    document.add_paragraph("现将2026年情况通知如下，请各单位按照要求做好走访企业的各项工作。")
    wrong = failed(saved(document))
    assert {"page-size", "margin-top", "body-font", "body-latin-font", "theme-fonts"} <= {*wrong}
    assert {"body-size", "body-indent", "line-pitch", "title-font", "metadata"} <= {*wrong}


def test_bold_of_two_kinds_of_style_cancels_out() -> None:
    document = docx.Document()
    document.styles.add_style("粗段", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
    document.styles.add_style("粗字", WD_STYLE_TYPE.CHARACTER).font.bold = True
    based = document.styles.add_style("又一段", WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = document.styles["粗段"]
    paragraph = document.add_paragraph(style="又一段")
    paragraph.add_run("段")
    paragraph.add_run("字", style="粗字")
    paragraph.add_run("直", style="粗字").bold = True
    runs = read(opened(saved(document))).paragraphs[0].runs
    assert [run.type.bold for run in runs] == [True, False, True]


def test_a_font_of_the_theme_is_told_by_its_name() -> None:
    document = docx.Document()
    document.add_paragraph("主题")
    (run,) = read(opened(saved(document))).paragraphs[0].runs
    assert run.type.themed
    assert run.type.ascii == "Cambria"


def test_a_named_font_takes_the_place_of_an_inherited_theme_font() -> None:
    document = docx.Document()
    paragraph = typed(document, "甲")
    (run,) = read(opened(saved(document))).paragraphs[0].runs
    assert paragraph.text == "甲"
    assert (run.type.themed, run.type.east) == (False, "仿宋_GB2312")


def test_automatic_numbers_make_headings_too() -> None:
    document = by_hand()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>')
    )
    heading = document.paragraphs[5]
    heading.runs[0].text = "总体要求"
    heading._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>')
    )
    report = lint(saved(document), "文书.docx")
    assert found(report, "level-1-font") == ("符合", "黑体")
    heading.runs[0]._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    report = lint(saved(document), "文书.docx")
    assert found(report, "level-1-font") == ("不符", "第6段“一、总体要求”:字体是宋体")


def test_a_grid_of_the_document_counts_as_pitch() -> None:
    document = by_hand()
    for paragraph in document.paragraphs:
        paragraph.paragraph_format.line_spacing = 1.0
    grid = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="579"/>'
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(parse_xml(grid))
    report = lint(saved(document), "文书.docx")
    assert found(report, "line-pitch") == ("符合", "28.95 磅")
    assert found(report, "grid-lines") == ("符合", "22 行")


def test_a_red_line_that_was_drawn_is_measured() -> None:
    document = by_hand()
    for border in list(document.paragraphs[1]._p.iter(qn("w:bottom"))):
        border.set(qn("w:val"), "nil")
    line = (
        '<w:pict {}><v:line xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute"'
        ' from="0,0" to="{}pt,0" strokecolor="red" strokeweight="1.5pt"/></w:pict>'
    )
    run = document.paragraphs[1].add_run()
    run._r.append(parse_xml(line.format(nsdecls("w"), 442.2)))
    report = lint(saved(document), "文书.docx")
    assert found(report, "red-line-width") == ("符合", "156 mm")
    assert found(report, "red-line-distance")[0] == "不适用"
    run._r.remove(run._r[-1])
    run._r.append(parse_xml(line.format(nsdecls("w"), 300)))
    report = lint(saved(document), "文书.docx")
    assert found(report, "red-line-width") == ("不符", "105.8 mm")


def test_a_signature_without_a_seal_has_its_own_rule() -> None:
    document = by_hand()
    name, date = document.paragraphs[-2:]
    name.paragraph_format.right_indent = Pt(16 * 4)
    name.runs[0].text = "某某区人民法院"
    date.paragraph_format.right_indent = Pt(16 * 2)
    report = lint(saved(document), "文书.docx")
    assert found(report, "signature-place") == (
        "符合",
        "不加盖印章的排法:署名右空 2 字,日期首字右移 2 字",
    )


def test_minutes_want_their_labels_in_heiti() -> None:
    data = rendered("会议纪要")
    assert found(lint(data, "会议纪要.docx"), "minutes-labels") == ("符合", "黑体")

    def plain(document: docx.document.Document) -> None:
        people = next(one for one in document.paragraphs if one.text.startswith("出席"))
        people.runs[0].style = document.styles["Default Paragraph Font"]

    assert failed(changed(data, plain)) == ["minutes-labels"]


def test_strict_documents_are_read_too() -> None:
    source = zipfile.ZipFile(io.BytesIO(rendered("通报")))
    target = io.BytesIO()
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(transitional, strict))
    assert failed(target.getvalue()) == []


def _zip(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def _encrypted() -> bytes:
    target = io.BytesIO()
    file = msoffcrypto.OfficeFile(io.BytesIO(rendered("通报")))
    file.encrypt("1234", target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (lambda: b"", "word-empty"),
        (lambda: b"%PDF-1.7", "word-other"),
        (lambda: rendered("通报")[:4000], "word-damaged"),
        (lambda: _zip({"word/document.xml": b"<w:document"}), "word-damaged"),
        (lambda: _zip({"xl/workbook.xml": b"<workbook/>"}), "word-other"),
        (_encrypted, "word-encrypted"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "word-old"),
    ],
    ids=["empty", "pdf", "cut off", "bad xml", "workbook", "encrypted", "doc"],
)
def test_what_is_no_document_gets_a_message(data: object, code: str) -> None:
    assert callable(data)
    report = lint(data(), "某处/坏.docx")
    assert (report.refused, report.checks) == (f"「坏.docx」:{says_of_file(code)}", ())


def test_a_document_with_next_to_nothing_in_it_is_judged(tmp_path: Path) -> None:
    main = f"<w:document {nsdecls('w')}><w:body/></w:document>"
    report = lint(_zip({"word/document.xml": main.encode()}), "空.docx")
    assert found(report, "page-size")[0] == "不符"
    assert found(report, "body-font") == ("不适用", "没有正文")


@pytest.mark.parametrize("seed", range(12))
def test_odd_values_and_missing_parts_never_break_it(seed: int) -> None:
    chance = random.Random(seed)
    odd = ("", "x", "9" * 20, "-5", "1e400", "nan", "0", "true", "1.5", "210mm")

    def spoiled(attribute: re.Match[str]) -> str:
        if chance.random() > 0.05:
            return attribute[0]
        return f'{attribute[1]}="{chance.choice(odd)}"' if chance.random() < 0.6 else ""

    with zipfile.ZipFile(io.BytesIO(rendered("月度情况通报"))) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for name in list(parts):
        if re.fullmatch(r"word/[a-z]+\d?\.xml", name):
            text = re.sub(r'(?<= )(w:\w+|cx|cy)="[^"]*"', spoiled, parts[name].decode())
            parts[name] = text.encode()
        if name != "word/document.xml" and chance.random() < 0.05:
            del parts[name]
    report = lint(_zip(parts), "坏.docx")
    assert bool(report.refused) or len(report.checks) > 30


@pytest.mark.parametrize(
    ("font", "is_fangsong"),
    [("仿宋", True), ("FangSong_GB2312", True), ("方正仿宋_GBK", True), ("宋体", False)],
)
def test_kin_of_a_face_are_known_by_either_name(font: str, is_fangsong: bool) -> None:
    assert standard.FANGSONG.holds(font) is is_fangsong
