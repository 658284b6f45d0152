"""docs/checks.md, the table of checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledgerkit.findings import wordings
from ledgerkit.ledgers import catalog

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "checks.md"


def test_the_committed_page_equals_a_rebuild(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")
    import checks_doc

    assert PAGE.read_text(encoding="utf-8") == checks_doc.build()


def test_every_check_and_every_column_stands_in_it() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [code for code in wordings.CATALOGUE if f"`{code}`" not in page] == []
    for ledger in catalog.ledgers().values():
        of_ledger = page.partition(f"### {ledger.name}(")[2].partition("###")[0]
        assert [one.name for one in ledger.columns if f"| {one.name} |" not in of_ledger] == []


def test_each_code_is_listed_in_one_section_only() -> None:
    listed = [code for section in wordings.SECTIONS.values() for code in section]
    assert sorted(listed) == sorted(set(listed))
