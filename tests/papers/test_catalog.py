"""Documents find their own place: no number is given out, and what cannot be placed is refused."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerkit.model.document import Document
from ledgerkit.model.table import DeclarationError
from ledgerkit.papers.catalog import documents, ordered


def document(kind: str, after: str = "") -> Document[Any]:
    return Document(kind, lambda run: iter(()), after=after)


def kinds(*found: Document[Any]) -> list[str]:
    return list(ordered(found))


def test_a_new_document_stands_right_behind_the_one_that_it_names() -> None:
    known = list(documents())
    new = document("约谈函", after="催办单")
    place = known.index("催办单") + 1
    assert kinds(new, *documents().values()) == [*known[:place], "约谈函", *known[place:]]


def test_a_new_document_that_says_nothing_of_its_place_stands_last() -> None:
    new = document("一览表")
    assert kinds(new, *documents().values()) == [*documents(), "一览表"]


def test_equal_claims_go_by_kind() -> None:
    found = [document("丁", "甲"), document("丙", "甲"), document("甲"), document("戊", "丁")]
    assert kinds(*found) == ["甲", "丙", "丁", "戊"]


@pytest.mark.parametrize(
    ("after", "lost"),
    [({"甲": "乙", "乙": "甲"}, "乙、甲"), ({"甲": "没有的"}, "甲"), ({"甲": "甲"}, "甲")],
)
def test_what_has_no_place_is_refused(after: dict[str, str], lost: str) -> None:
    found = [document(kind, leader) for kind, leader in after.items()]
    with pytest.raises(DeclarationError, match=rf"^次序排不出来.*: {lost}$"):
        kinds(document("别的"), *found)


def test_two_of_a_kind_are_refused() -> None:
    with pytest.raises(DeclarationError, match=r"^文书种类重复: 甲$"):
        kinds(document("甲"), document("甲", "甲"))
