"""The sections of a document: their page, grid, and the footers that print on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledgerkit.papers import standard
from ledgerkit.papers.lint.xml import Element, R, switched, twips, value, w, whole_number


@dataclass(frozen=True)
class PageSection:
    """A section; lengths in millimetres, the grid's in twips."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header_distance: float
    footer_distance: float
    grid: str
    """What the grid holds: lines, linesAndChars, snapToChars or "" for none."""
    grid_line: float
    grid_space: float
    """Twips that the grid adds to each character."""
    first_differs: bool
    footers: Mapping[str, str]
    """default, even, first → the part's name."""
    headers: Mapping[str, str]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def front(self) -> str:
        """Which of the headers and footers its first page has."""
        return "first" if self.first_differs else "default"

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    @property
    def line(self) -> float:
        """Twips of a line that snaps to the grid, else of single spacing at 12 points."""
        return self.grid_line if self.grid and self.grid_line else 240


def section(
    element: Element, relations: Mapping[str, str], before: PageSection | None
) -> PageSection:
    """The section of a sectPr; footers that it does not have are those of the one before."""

    def length(path: str, attribute: str, default: float) -> float:
        found = twips(value(element, path, attribute))
        return (default if found is None else found) / standard.TWIPS_A_MM

    kind = value(element, "docGrid", "type") or ""
    grid = kind if kind != "default" else ""
    space = whole_number(value(element, "docGrid", "charSpace")) or 0
    return PageSection(
        length("pgSz", "w", 12240),
        length("pgSz", "h", 15840),
        length("pgMar", "top", 1440),
        length("pgMar", "right", 1440),
        length("pgMar", "bottom", 1440),
        length("pgMar", "left", 1440) + length("pgMar", "gutter", 0),
        length("pgMar", "header", 720),
        length("pgMar", "footer", 720),
        grid,
        twips(value(element, "docGrid", "linePitch")) or 0,
        space / 4096 * standard.TWIPS_A_POINT if grid in ("linesAndChars", "snapToChars") else 0,
        switched(element, "titlePg"),
        _parts(element, "footerReference", relations, before.footers if before else {}),
        _parts(element, "headerReference", relations, before.headers if before else {}),
    )


def _parts(
    element: Element, tag: str, relations: Mapping[str, str], before: Mapping[str, str]
) -> Mapping[str, str]:
    found = {
        reference.get(w("type"), "default"): relations.get(reference.get(f"{{{R}}}id", ""), "")
        for reference in element.iter(w(tag))
    }
    return {**before, **found}
