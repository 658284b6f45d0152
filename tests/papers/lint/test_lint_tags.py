"""A template's tags: readable, of names that its document gives, each of one look."""

from __future__ import annotations

from docx.document import Document as Word

from ledgerkit.papers import word
from ledgerkit.papers.lint import lint
from ledgerkit.papers.lint.model import LintReport
from linting import changed, found, rendered

NAME = "催办单.docx"
SHIPPED = word.template_path(NAME).read_bytes()


def with_line(*pieces: str, bold: int = -1) -> LintReport:
    """催办单 with one more line, each piece a run of its own."""

    def change(document: Word) -> None:
        paragraph = document.add_paragraph()
        for at, piece in enumerate(pieces):
            paragraph.add_run(piece).bold = True if at == bold else None

    return lint(changed(SHIPPED, change), NAME)


def test_the_shipped_names_are_known() -> None:
    report = lint(SHIPPED, NAME)
    assert found(report, "tags-readable") == ("符合", "能填写")
    assert found(report, "tags-known")[0] == "符合"
    assert found(report, "tags-whole") == ("符合", "没有拆开")


def test_names_that_every_document_has_may_be_used() -> None:
    assert found(with_line("{{ mark }}{{ contact }}"), "tags-known")[0] == "符合"


def test_an_unknown_name_is_named() -> None:
    report = with_line("{{ unti }}")
    assert found(report, "tags-known") == ("不符", "{{ unti }}")
    assert found(report, "tags-readable")[0] == "符合"


def test_the_roll_up_s_template_is_known_too() -> None:
    name = "区县工作情况通报.docx"
    shipped = word.template_path(name).read_bytes()
    report = lint(changed(shipped, lambda document: document.add_paragraph("{{ unti }}")), name)
    assert found(report, "tags-known") == ("不符", "{{ unti }}")


def test_an_unknown_name_in_a_list_is_named() -> None:
    report = with_line("{% for one in items %}{{ one.firm }}{{ one.frim }}{% endfor %}")
    assert found(report, "tags-attributes") == ("不符", "items 没有 frim")


def test_a_tag_that_was_never_closed_cannot_be_filled() -> None:
    verdict, found_text = found(with_line("{% if items %}没有写完"), "tags-readable")
    assert verdict == "不符"
    assert "催办单.docx" in found_text


def test_what_the_sandbox_refuses_is_named() -> None:
    assert found(with_line("{{ items.__class__ }}"), "tags-private") == ("不符", "__class__")


def test_a_split_tag_is_said_but_not_blamed() -> None:
    report = with_line("{{ ma", "rk }}")
    assert found(report, "tags-whole") == ("符合", "有 1 个标签被拆开,填写时会拼好")
    assert found(report, "tags-known")[0] == "符合"


def test_a_tag_of_two_looks_is_blamed() -> None:
    verdict, found_text = found(with_line("{{ ma", "rk }}", bold=0), "tags-whole")
    assert (verdict, found_text.endswith("{{ mark }} 里有几种格式")) == ("不符", True)


def test_a_template_of_the_offices_own_has_nothing_to_compare_with() -> None:
    report = lint(SHIPPED, "自己的模板.docx")
    assert found(report, "tags-known") == ("不适用", "没有同名的模板可以对照")


def test_a_finished_document_has_no_tags_to_judge() -> None:
    report = lint(rendered("通报"), "通报.docx")
    assert {found(report, check.rule.id) for check in report.checks[-5:]} == {
        ("不适用", "没有标签")
    }
