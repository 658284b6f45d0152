"""The tags of a Word template: which names they use, and whether they can be filled at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from jinja2 import Environment, meta, nodes

from ledgerkit import office
from ledgerkit.office import Office
from ledgerkit.papers import catalog, word
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.papers.word.template import compiled

_ADDED = frozenset(("charts",))
"""What rendering gives beside the letter's own names."""


@dataclass(frozen=True)
class Tags:
    """What a template asks for: names, attributes as (what is gone through, attribute)."""

    names: frozenset[str] = frozenset()
    attributes: frozenset[tuple[str, str]] = frozenset()
    private: tuple[str, ...] = ()
    """Names with an underscore in front: the sandbox refuses them."""
    error: str = ""
    """Why it cannot be filled."""


@dataclass(frozen=True)
class _Nobody:
    """An office on some day: enough to ask what every document is given."""

    office: Office
    as_of: dt.date


def tags(package: bytes, name: str) -> Tags:
    """The tags of the template in this .docx."""
    try:
        sources = [source for source, _ in compiled(package, name, (), "").filled.values()]
        trees = [Environment(autoescape=True).parse(source) for source in sources]
    except word.TemplateError as error:
        return Tags(error=error.args[0])
    except (KeyError, ValueError) as error:
        return Tags(error=f"模板「{name}」不完整({error})")
    found = [_Tree(tree) for tree in trees]
    return Tags(
        frozenset().union(*(meta.find_undeclared_variables(tree) for tree in trees)),
        frozenset(pair for tree in found for pair in tree.attributes()),
        tuple(sorted({name for tree in found for name in tree.private()})),
    )


def known(name: str) -> Tags | None:
    """What the document of this template is given, None if no document has such a template.

    The names of every document, those of the shipped template, and of what is gone through each
    attribute that any shipped template shows.
    """
    if name not in catalog.templates():
        return None
    shipped = _shipped()
    common = letterhead(_Nobody(office.default(), dt.date(2000, 1, 1)))
    return Tags(
        shipped[name].names | common.keys() | _ADDED,
        frozenset().union(*(template.attributes for template in shipped.values())),
    )


@cache
def _shipped() -> Mapping[str, Tags]:
    return {name: tags(word.template_path(name).read_bytes(), name) for name in catalog.templates()}


class _Tree:
    """A parsed template: what its loops go through, and which attributes it shows."""

    def __init__(self, tree: nodes.Template) -> None:
        self._tree = tree

    @cached_property
    def _loops(self) -> Mapping[str, frozenset[str]]:
        """A loop's name → all that it goes through, such as items or part.cases."""
        found: dict[str, frozenset[str]] = {}
        for loop in self._tree.find_all(nodes.For):
            if isinstance(loop.target, nodes.Name) and (path := _path(loop.iter)):
                found[loop.target.name] = found.get(loop.target.name, frozenset()) | {path}
        return found

    def attributes(self) -> Iterator[tuple[str, str]]:
        for node in self._tree.find_all(nodes.Getattr):
            path = _path(node.node)
            if path and path != "loop":
                yield from ((source, node.attr) for source in self._sources(path))

    def _sources(self, path: str) -> frozenset[str]:
        """What a name stands for: itself, or what its loop goes through."""
        first, dot, rest = path.partition(".")
        gone_through = self._loops.get(first, frozenset((first,)))
        return frozenset(f"{sequence}{dot}{rest}" for sequence in gone_through)

    def private(self) -> Iterator[str]:
        names = [node.name for node in self._tree.find_all(nodes.Name)]
        names += [node.attr for node in self._tree.find_all(nodes.Getattr)]
        yield from (name for name in names if name.startswith("_"))


def _path(node: nodes.Node) -> str:
    """“part.cases” of a name or an attribute of one; "" for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (base := _path(node.node)):
        return f"{base}.{node.attr}"
    return ""
