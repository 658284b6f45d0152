"""The rules of lint, in the order of the standard.

In comes a ``WordDocument``; out goes what each rule found. ``papers.lint`` calls them;
a rule is named by its clause and looks at no other rule.
"""

from __future__ import annotations

from ledgerkit.papers.lint.model import Rule
from ledgerkit.papers.lint.rules import (
    body,
    care,
    fonts,
    head,
    imprint,
    letters,
    numbers,
    page,
    tables,
    tags,
    tail,
    title,
)

RULES: tuple[Rule, ...] = tuple(
    rule
    for room in (
        page,
        head,
        title,
        body,
        tail,
        imprint,
        numbers,
        tables,
        letters,
        fonts,
        care,
        tags,
    )
    for rule in room.RULES
)
