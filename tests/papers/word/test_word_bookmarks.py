"""Bookmarks that stand in a loop of a template."""

from __future__ import annotations

import re

from ledgerkit.papers.word.render import numbered_bookmarks


def mark(id: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>甲<w:bookmarkEnd w:id="{id}"/>'


def test_each_copy_gets_a_name_and_an_id_of_its_own() -> None:
    copies = f"{mark(1, '标题_')}{mark(2, '图_')}{mark(1, '标题_')}{mark(1, '标题_')}"
    made = numbered_bookmarks(copies)
    assert re.findall('w:name="([^"]*)"', made) == ["标题_1", "图_1", "标题_2", "标题_3"]
    assert re.findall('Start w:id="([^"]*)"', made) == ["1", "2", "3", "4"]
    assert re.findall('End w:id="([^"]*)"', made) == ["1", "2", "3", "4"]


def test_a_bookmark_of_the_offices_own_keeps_its_name() -> None:
    assert numbered_bookmarks(mark(7, "_GoBack")) == mark(1, "_GoBack")


def test_bookmarks_within_one_another_end_where_they_began() -> None:
    nested = (
        '<w:bookmarkStart w:id="5" w:name="外_"/><w:bookmarkStart w:name="内" w:id="3"/>'
        '<w:bookmarkEnd w:id="3"/><w:bookmarkEnd w:id="5"/>'
    )
    assert numbered_bookmarks(nested) == (
        '<w:bookmarkStart w:id="1" w:name="外_1"/><w:bookmarkStart w:name="内" w:id="2"/>'
        '<w:bookmarkEnd w:id="2"/><w:bookmarkEnd w:id="1"/>'
    )


def test_a_document_without_bookmarks_is_left_as_it_is() -> None:
    assert numbered_bookmarks("<w:p><w:r/></w:p>") == "<w:p><w:r/></w:p>"
