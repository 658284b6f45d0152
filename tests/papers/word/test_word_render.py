"""What an office relies on when a template is filled."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from fixed_office import OFFICE
from ledgerkit.model.document import Chart, Document, Letter
from ledgerkit.papers import word
from ledgerkit.papers.word import chart

Convert = Callable[[Path, str], Path]
DOCUMENT: Document[Any] = Document("便函", lambda run: iter(()))


@pytest.fixture
def template(tmp_path: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("{{ firm }}：{{ text }}")
    made.add_paragraph("{%p for one in many %}")
    made.add_paragraph("{{ one }}")
    made.add_paragraph("{%p endfor %}")
    made.save(str(tmp_path / "便函.docx"))
    return tmp_path / "便函.docx"


def render(template: Path, **context: object) -> bytes:
    letter = Letter("便函", "便函", "某公司", {"text": "", "many": (), **context})
    return word.render(DOCUMENT, letter, OFFICE, template)


def paragraphs(data: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    "name",
    [
        "甲<乙>&丙",
        '“老味道”"quoted"',
        "三'引号'",
        "表情😀和𠮷",
        "{{ firm }}{% if %}",
        "&lt;b&gt;",
        "a  b",
    ],
)
def test_names_come_out_exactly(template: Path, name: str) -> None:
    assert paragraphs(render(template, firm=name, many=[name])) == [f"{name}：", name]


def test_line_breaks_become_line_breaks_and_what_xml_cannot_hold_goes(template: Path) -> None:
    assert paragraphs(render(template, firm="上\r\n下\x0b\ud800", text="完")) == ["上\n下：完"]


def test_an_unknown_name_is_an_error_that_names_template_and_tag(template: Path) -> None:
    with pytest.raises(word.TemplateError, match=r"模板「便函.docx」的标签 \{\{ firm \}\} 填不了"):
        render(template)


def test_a_tag_that_cannot_be_read_names_the_template(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("{{ firm | nosuchfilter }}")
    made.save(str(tmp_path / "坏.docx"))
    with pytest.raises(word.TemplateError, match=r"模板「坏\.docx」.*nosuchfilter"):
        render(tmp_path / "坏.docx", firm="甲")


def test_a_template_cannot_reach_into_the_program(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("{{ firm.__class__.__mro__ }}")
    made.save(str(tmp_path / "越界.docx"))
    with pytest.raises(word.TemplateError, match=r"越界.docx.*firm.__class__"):
        render(tmp_path / "越界.docx", firm="甲")


def test_same_letter_same_bytes_without_author_or_time(template: Path) -> None:
    data = render(template, firm="甲")
    assert data == render(template, firm="甲")
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    assert set(re.findall(r">(\d{4}-[^<]*)<", core)) <= {"2000-01-01T00:00:00Z"}


def test_a_restyled_template_is_read_anew(template: Path) -> None:
    render(template, firm="甲")
    made = docx.Document()
    made.add_paragraph("新模板 {{ firm }}")
    made.save(str(template))
    assert paragraphs(render(template, firm="甲")) == ["新模板 甲"]


@pytest.mark.skipif(chart.font_path() is None, reason="这台机器没有中文字体")
def test_a_chart_has_the_same_bytes_each_time() -> None:
    drawn = Chart("走访", "次", ("9月", "10月"), {"走访": (3, 5), "宣传": (0, 2)})
    first = chart.png(drawn)
    assert first == chart.png(drawn)
    assert first.startswith(b"\x89PNG")
    assert word.font_finding() is None


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="没有 poppler-utils")
def test_a_document_opens_in_libreoffice(template: Path, convert: Convert, tmp_path: Path) -> None:
    written = tmp_path / "成品.docx"
    written.write_bytes(render(template, firm="甲<乙>&丙"))
    text = subprocess.run(
        ["pdftotext", str(convert(written, "pdf")), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "甲<乙>&丙：" in text
