"""The fonts that the office chose (名录.xlsx 文书设置) in the place of the templates' own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ledgerkit.findings.messages import finding
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.office import Office
from ledgerkit.office.tables import Settings
from ledgerkit.papers import standard
from ledgerkit.papers.word.installed import families
from ledgerkit.text import display_width

FONT_ITEMS = ("正文字体", "标题字体", "一级标题字体", "二级标题字体")
MARK_ITEM = "发文机关标志"
_MARK_STYLES = (MARK_ITEM, "信函标志")
TEXT_WIDTH = round(standard.TEXT_WIDTH * standard.TWIPS_A_MM)

_FACE = re.compile(r'(w:(?:ascii|hAnsi|eastAsia|cs|name)=")([^"]*)(")')


def chosen(office: Office) -> Mapping[str, str]:
    """Template's font → the office's, where the two differ."""
    shipped = {str(item): str(content) for item, content in Settings.shipped}
    return {
        shipped[item]: name
        for item in FONT_ITEMS
        if (name := office.settings.get(item, "").strip()) and name != shipped[item]
    }


def wanted(office: Office) -> tuple[str, ...]:
    """The fonts that documents are set in."""
    shipped = {str(item): str(content) for item, content in Settings.shipped}
    named = (office.settings.get(item, "").strip() or shipped[item] for item in FONT_ITEMS)
    return tuple(dict.fromkeys(named))


def missing(office: Office) -> tuple[str, ...]:
    """Those of them that this machine lacks; none where its fonts cannot be told."""
    there = {name.lower() for name in families()}
    return tuple(name for name in wanted(office) if there and name.lower() not in there)


def missing_finding(office: Office) -> Finding | None:
    """What to say, once, where documents will be shown in other fonts than they are set in."""
    absent = missing(office)
    return finding("fonts-missing", Place("文书"), fonts="、".join(absent)) if absent else None


def replaced(xml: str, fonts: Mapping[str, str]) -> str:
    """The part with every mention of a template's font replaced by the office's."""
    if not fonts:
        return xml
    return _FACE.sub(lambda face: face[1] + _quoted(fonts.get(face[2]), face[2]) + face[3], xml)


def _quoted(name: str | None, default: str) -> str:
    if name is None:
        return default
    return name.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def fitted(styles: str, mark: str) -> str:
    """The styles with that of a mark made as small as this mark needs to stand in one line."""

    def shrink(style: re.Match[str]) -> str:
        return re.sub(
            r'(<w:sz(?:Cs)? w:val=")(\d+)(")',
            lambda size: f"{size[1]}{min(int(size[2]), largest)}{size[3]}",
            style[0],
        )

    largest = int(TEXT_WIDTH / 10 / max(display_width(mark) / 2, 1))
    names = "|".join(_MARK_STYLES)
    pattern = rf'<w:style\b(?:(?!</w:style>).)*<w:name w:val="(?:{names})"/>.*?</w:style>'
    return re.sub(pattern, shrink, styles, flags=re.DOTALL)
