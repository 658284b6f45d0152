"""Bookmarks of a template that stand in a loop: each copy gets a name and an id of its own."""

from __future__ import annotations

import re
from itertools import count

_MARK = re.compile(r"<w:bookmark(?:Start|End)\b[^>]*>")
_ID = re.compile(r'(w:id=")([^"]*)(")')
_NAME = re.compile(r'(w:name="([^"]*_))(")')
"""A bookmark whose name ends with _ is numbered: 标题_ becomes 标题_1, 标题_2 …"""


def numbered(xml: str) -> str:
    """The document with every bookmark's id its own and the repeated ones' names counted."""
    ids, seen = count(1), dict[str, int]()
    open_ids: dict[str, int] = {}

    def own(found: re.Match[str]) -> str:
        mark = found[0]
        given = _ID.search(mark)
        if given is None:
            return mark
        if mark.startswith("<w:bookmarkStart"):
            open_ids[given[2]] = next(ids)
            mark = _NAME.sub(counted, mark)
        return _ID.sub(rf"\g<1>{open_ids.get(given[2], 0)}\g<3>", mark)

    def counted(found: re.Match[str]) -> str:
        seen[found[2]] = seen.get(found[2], 0) + 1
        return f"{found[1]}{seen[found[2]]}{found[3]}"

    return _MARK.sub(own, xml)
