"""A new kind of column has to be answered everywhere: no room may pass it over in silence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import ledgerkit
from ledgerkit.model.columns import AnyColumn, Column

ROOT = Path(ledgerkit.__file__).parent
KINDS = {kind.__name__ for kind in get_args(AnyColumn)}
OWN = ("number_format", "dtype", "centred")
"""What each kind says of itself."""


def matches() -> Iterator[tuple[str, ast.Match]]:
    """Every ``match`` of the package, and where it stands."""
    for path in sorted(ROOT.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "model.columns" in source or "import columns" in source or path.stem == "columns":
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Match):
                    yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", node


def named(statement: ast.Match) -> set[str]:
    """The kinds of columns that a ``match`` names."""
    classes = (node.cls for node in ast.walk(statement) if isinstance(node, ast.MatchClass))
    names = (ast.unparse(cls).removeprefix("columns.") for cls in classes)
    return {name for name in names if name in KINDS}


def is_exhaustive(statement: ast.Match) -> bool:
    """Whether it ends in ``assert_never``, which type-checks where nothing is left over."""
    [*_, last] = statement.cases
    return ast.unparse(last.body[-1]).startswith("assert_never(")


def test_every_match_over_the_kinds_ends_in_assert_never() -> None:
    over_kinds = [(place, statement) for place, statement in matches() if named(statement)]
    assert len(over_kinds) > 5
    assert [place for place, statement in over_kinds if not is_exhaustive(statement)] == []


def test_a_silent_match_is_seen() -> None:
    [statement] = ast.parse("match column:\n    case Date():\n        pass").body
    assert isinstance(statement, ast.Match)
    assert named(statement) == {"Date"}
    assert not is_exhaustive(statement)


def test_what_a_kind_must_say_is_not_said_for_it() -> None:
    """``Column`` would answer for a kind that is silent, and mypy would not ask."""
    assert [name for name in OWN if hasattr(Column, name)] == []
    assert [kind for kind in get_args(AnyColumn) for name in OWN if not hasattr(kind, name)] == []
