"""What is declared is held against what there is: other ledgers' columns, shipped templates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.catalog import refuse_unknown_links
from ledgerkit.model.references import (
    ChainCheck,
    NeededInLinked,
    NotBeforeReferenced,
    SameAsReferenced,
)
from ledgerkit.model.table import DeclarationError
from ledgerkit.papers import catalog as documents_catalog
from ledgerkit.papers import word


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (NotBeforeReferenced("提出日期", "走访编号", "走访时刻"), "“走访日志”没有列“走访时刻”"),
        (SameAsReferenced("企业名称", "企业名称", "企业名称"), "“”没有列“企业名称”"),
        (NeededInLinked("措施", ("移交日期",), "办理状态", ("已移交",)), "“措施”没有列“移交日期”"),
    ],
)
def test_a_link_to_what_is_not_there_is_refused(check: ChainCheck, said: str) -> None:
    ledgers = catalog.ledgers()
    wrong = replace(ledgers["走访问题清单"], chain=(check,))
    with pytest.raises(DeclarationError, match=f"^走访问题清单: {said}$"):
        refuse_unknown_links(wrong, ledgers)


def test_every_shipped_template_belongs_to_a_document_and_every_document_has_one() -> None:
    shipped = word.template_path("通报.docx").parent.glob("*.docx")
    assert sorted(documents_catalog.templates()) == sorted(path.name for path in shipped)
