"""``ledgerkit.xlam`` from its texts: a VBA module that starts Python, and the tab of the ribbon."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from xml.sax.saxutils import escape

from ledgerkit import __version__
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.workbooks.package import DAMAGED_ZIP, canonical

ADDIN = "ledgerkit.xlam"
MODULE = "Ledgerkit"
STAMP = "ledgerkit "
"""What the add-in's description begins with; its version follows."""

MESSAGES = (
    "没有找到台账工具的程序,可能它被移动或卸载了。请从离线安装包重新运行“安装”,"
    "或请管理员运行:ledgerkit addin install",
    "没有可以检查的工作簿。请先打开要检查的表;上方有“受保护的视图”的,请先点“启用编辑”,再点按钮。",
    "台账工具的程序启动不了,可能是本机的安全策略不允许。"
    "请告诉管理员,或者改用“检查.cmd”:把文件拖到它上面,结果一样。",
)
"""What the VBA module says, by the rows of the add-in's sheet."""

_CORE, _SHEET, _RELS = "docProps/core.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"
_UI = "customUI/customUI.xml"
_EXTENSIBILITY = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
"""The relationship by which Office finds the tab (MS-CUSTOMUI 2.1)."""


class BuilderMissing(LedgerkitError):
    """pyOpenVBA, which writes VBA projects, is not installed."""

    wording = '生成加载项要用 pyOpenVBA,这里没有。请先安装:python -m pip install "ledgerkit[excel]"'


def build() -> bytes:
    """The add-in; the same bytes each time. BuilderMissing without pyOpenVBA."""
    changed: dict[str, Callable[[str], str]] = {
        _SHEET: lambda part: _between(part, "sheetData", _rows()),
        _CORE: lambda part: part.replace(
            "</cp:coreProperties>",
            f"<dc:description>{STAMP}{__version__}</dc:description></cp:coreProperties>",
        ),
        _RELS: lambda part: part.replace(
            "</Relationships>",
            f'<Relationship Id="ledgerkitUI" Type="{_EXTENSIBILITY}" Target="{_UI}"/>'
            "</Relationships>",
        ),
    }
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_with_module())) as source,
        zipfile.ZipFile(target, "w") as out,
    ):
        for name in source.namelist():
            data = source.read(name)
            change = changed.get(name)
            out.writestr(name, change(data.decode()).encode() if change else data)
        out.writestr(_UI, text("customUI.xml"))
    return canonical(target.getvalue())


def version(addin: Path) -> str | None:
    """The version of an add-in of ours; None for any other file."""
    try:
        with zipfile.ZipFile(addin) as package:
            core = package.read(_CORE).decode()
    except DAMAGED_ZIP:
        return None
    described = core.partition("<dc:description>")[2].partition("</dc:description>")[0]
    return described.removeprefix(STAMP) if described.startswith(STAMP) else None


def text(name: str) -> str:
    """One of the texts beside this module."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _with_module() -> bytes:
    """An empty add-in with our VBA module in it."""
    try:
        from pyopenvba import ExcelFile
    except ImportError as error:
        raise BuilderMissing from error
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, ADDIN)
        with ExcelFile.create_new(path) as addin:
            addin.vba_project().rename_module("Module1", MODULE)
            addin.set_module(MODULE, _module())
            addin.save()
        return path.read_bytes()


def _module() -> str:
    """The module as VBA keeps it: lines end as on Windows, the name is the project's own."""
    lines = text("ledgerkit.bas").splitlines()
    return "\r\n".join(line for line in lines if not line.startswith("Attribute ")) + "\r\n"


def _rows() -> str:
    cells = (
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{escape(message)}</t></is></c></row>'
        for row, message in enumerate(MESSAGES, start=1)
    )
    return f"<sheetData>{''.join(cells)}</sheetData>"


def _between(part: str, element: str, new: str) -> str:
    """The part with an element, empty in the template, replaced."""
    return part.replace(f"<{element}/>", new).replace(f"<{element}></{element}>", new)
