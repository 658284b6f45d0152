"""Links in docs, docstrings and comments lead somewhere; what docs name in the code is there."""

from __future__ import annotations

import contextlib
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "ledgerkit"
PAGES = sorted(
    [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")],
    key=lambda page: page.relative_to(ROOT).as_posix(),
)
SOURCES = ("src", "tests", "tools", "samples", "benchmarks")

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MENTION = re.compile(r"docs/[\w/-]+\.md(?:#[\w-]+)?")
_ROOMS = "|".join(sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")))
_MODULE = re.compile(rf"(?<![\w./:-])((?:{_ROOMS})/[a-z_]+(?:/[a-z_]+)*)")
_DOTTED = re.compile(rf"``((?:{_ROOMS})(?:\.[A-Za-z_]+)+)``")
_CODE = re.compile(r"`([^`]+)`")
_PATH = re.compile(r"[A-Za-z0-9_.*-]+(/[A-Za-z0-9_.*-]*)+|[A-Za-z0-9_]+\.(?:py|md)")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def text(page: Path) -> str:
    """A file's text; of a page without what is fenced: pictures and examples."""
    whole = page.read_text(encoding="utf-8")
    return _FENCE.sub("", whole) if page.suffix == ".md" else whole


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors that GitHub gives the headings of a page."""
    found: Counter[str] = Counter()
    made = set()
    for heading in _HEADING.findall(text(page)):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        made.add(f"{slug}-{found[slug]}" if found[slug] else slug)
        found[slug] += 1
    return frozenset(made)


def leads_somewhere(target: str, base: Path) -> bool:
    """Whether a link's target is a file, and its anchor, if it has one, a heading of it."""
    path, _, anchor = unquote(target).partition("#")
    page = (base / path).resolve() if path else base
    if not page.exists():
        return False
    return not anchor or (page.suffix == ".md" and anchor in anchors(page))


def rows(page: Path) -> Iterator[dict[str, str]]:
    """The lines of every table of a page that names code and where it stands."""
    heads: list[str] = []
    for line in text(page).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if not line.startswith("|"):
            heads = []
        elif not heads:
            heads = cells
        elif "In code" in heads and not set(line) <= set("|- "):
            yield dict(zip(heads, cells, strict=True))


def module_at(path: str) -> ModuleType:
    parts = ["ledgerkit", *Path(path).with_suffix("").parts]
    return importlib.import_module(".".join(part for part in parts if part != "__init__"))


def stands_in(module: ModuleType, dotted: str) -> bool:
    """Whether a module defines a name, itself or through its package, and that name its part."""
    held: Any = module
    for part in dotted.split("."):
        if isinstance(held, ModuleType) and hasattr(held, "__path__"):
            with contextlib.suppress(ModuleNotFoundError):
                importlib.import_module(f"{held.__name__}.{part}")
        fields = getattr(held, "__annotations__", {}) | getattr(held, "__dataclass_fields__", {})
        if not hasattr(held, part) and part not in fields:
            return False
        held = getattr(held, part, None)
    return True


def test_every_link_of_a_page_leads_to_a_file_and_a_heading() -> None:
    dead = [
        f"{name(page)}: {target}"
        for page in PAGES
        for target in _LINK.findall(text(page))
        if "://" not in target and not target.startswith("mailto:")
        if not leads_somewhere(target, page if target.startswith("#") else page.parent)
    ]
    assert dead == []


def test_every_page_that_docstrings_and_comments_name_has_the_heading() -> None:
    dead = [
        f"{name(path)}: {target}"
        for folder in SOURCES
        for path in sorted((ROOT / folder).rglob("*.py"))
        for target in _MENTION.findall(text(path))
        if not leads_somewhere(target, ROOT)
    ]
    assert dead == []


def test_what_docstrings_name_in_other_rooms_is_there() -> None:
    absent = [
        f"{name(path)}: {named}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for named in _MODULE.findall(text(path))
        if not (PACKAGE / named).is_dir() and not (PACKAGE / f"{named}.py").is_file()
    ]
    absent += [
        f"{name(path)}: {named}"
        for path in sorted(PACKAGE.rglob("__init__.py"))
        for named in _DOTTED.findall(text(path))
        if not stands_in(importlib.import_module("ledgerkit"), named)
    ]
    assert absent == []


def test_a_dead_link_is_seen() -> None:
    docs = ROOT / "docs"
    assert leads_somewhere("domain.md#the-clock", docs)
    assert leads_somewhere("#the-clock", docs / "domain.md")
    assert not leads_somewhere("domain.md#the-clocks", docs)
    assert not leads_somewhere("nowhere.md", docs)


@pytest.mark.parametrize("page", ["architecture.md", "glossary.md"])
def test_every_path_that_a_page_names_exists(page: str) -> None:
    named = {code for code in _CODE.findall(text(ROOT / "docs" / page)) if _PATH.fullmatch(code)}
    assert len(named) > 20
    absent = [
        path for path in sorted(named) if not (any(ROOT.glob(path)) or any(PACKAGE.glob(path)))
    ]
    assert absent == []


@pytest.mark.parametrize("page", ["architecture.md", "glossary.md"])
def test_everything_that_a_page_names_in_the_code_stands_where_it_says(page: str) -> None:
    lines = list(rows(ROOT / "docs" / page))
    assert len(lines) > 8
    lost = []
    for line in lines:
        modules = [module_at(path) for path in _CODE.findall(line["Where"])]
        names = _CODE.findall(line["In code"])
        assert modules, line
        assert names, line
        lost += [one for one in names if not any(stands_in(module, one) for module in modules)]
        idle = [one for one in modules if not any(stands_in(one, own) for own in names)]
        lost += [module.__name__ for module in idle]
    assert lost == []


def test_every_room_of_the_house_is_told() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    page = text(ROOT / "docs" / "architecture.md")
    assert {room for room in rooms if f"| `{room}/` |" not in page} == set()
