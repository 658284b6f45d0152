"""Who may import whom (docs/architecture.md): read from the imports themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import ledgerkit

ROOT = Path(ledgerkit.__file__).parent
LAYERS = (
    # The numbers of a standard and the zip of an Office file rest on nothing that is ours.
    {"model", "text", "papers.standard", "workbooks.package"},
    {"findings"},
    {"ledgers"},
    {"office"},
    {"intake", "register", "rules"},
    {"workbooks", "papers"},
    {"run"},
    {"faces"},
    {"__main__"},
)
"""From the ground up; rooms of one layer do not import one another."""
DOORSTEP = {"__init__", "__main__", "text"}
"""The only modules that may stand beside the rooms."""
STANDARD_LIBRARY_ONLY = ("model", "ledgers", "text")
LIBRARIES: dict[str, str | tuple[str, ...]] = {
    "python_calamine": "intake/files",
    "msoffcrypto": "intake/files",
    "openpyxl": ("workbooks/blank", "register/notes"),
    "xlsxwriter": "workbooks/summary",
    "docx": "papers/word",
    "docxtpl": "papers/word",
    "matplotlib": "papers/word",
    "fontTools": "papers/word",
    "chinese_calendar": "office/workdays",
    "rapidfuzz": "intake/values",
    "stdnum": "intake/values",
    "click": "faces",
    "xlwings": "faces/excel",
    "pyopenvba": "faces/excel",
    "rich": "faces",
    "tkinter": "faces/window",
    "pandas": "run/frames",
    "pyarrow": "run/frames",
}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = (f"{node.module}.{alias.name}" for alias in node.names)
            found |= {name if is_module(name) else node.module for name in named}
    return found


def is_module(name: str) -> bool:
    """Whether a name of ours is a module and not something that stands in one."""
    path = ROOT.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def files() -> list[tuple[str, Path]]:
    """(path below the package without .py, file)."""
    return [(p.relative_to(ROOT).with_suffix("").as_posix(), p) for p in sorted(ROOT.rglob("*.py"))]


def room_of(module: str) -> str:
    """The room in which a module below ``ledgerkit`` stands, by the longest name known."""
    names = [name for rooms in LAYERS for name in rooms]
    return max((name for name in names if f"{module}.".startswith(f"{name}.")), key=len)


def layer(room: str) -> int:
    return next(at for at, rooms in enumerate(LAYERS) if room in rooms)


def test_no_module_stands_loose_beside_the_rooms() -> None:
    assert {path.stem for path in ROOT.glob("*.py")} == DOORSTEP


def test_every_room_says_what_it_is() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("__init__.py")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_imports_go_down_only_and_rooms_of_a_layer_do_not_know_each_other() -> None:
    wrong = []
    for name, path in files():
        if name == "__init__":
            continue
        room = room_of(name.replace("/", "."))
        for module in imports(path):
            other = module.removeprefix("ledgerkit.")
            if other in (module, "__version__") or other.startswith("_"):
                continue
            if room != room_of(other) and layer(room_of(other)) >= layer(room):
                wrong.append(f"{name} → {module}")
    assert wrong == []


def test_the_architecture_tells_these_layers() -> None:
    page = Path(__file__).resolve().parents[1] / "docs" / "architecture.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    [told] = [line for line in lines if " → run → " in line]
    held = [{room for room in layer if "." not in room} - DOORSTEP for layer in reversed(LAYERS)]
    assert [{*rooms.split(", ")} for rooms in told.split(" → ")] == [one for one in held if one]


def test_each_library_stays_in_its_room() -> None:
    strays = [
        f"{name}: {library}"
        for name, path in files()
        for module in imports(path)
        if (library := module.split(".")[0]) in LIBRARIES
        and not name.startswith(LIBRARIES[library])
        if not module.startswith("pandas") or name != "run/report"
    ]
    assert strays == []


def test_declarations_rest_on_the_standard_library_alone() -> None:
    import sys

    strays = [
        f"{name} → {module}"
        for name, path in files()
        if name.split("/")[0] in STANDARD_LIBRARY_ONLY
        for module in imports(path)
        if (top := module.split(".")[0]) != "ledgerkit" and top not in sys.stdlib_module_names
    ]
    assert strays == []


def test_only_faces_ask_what_day_it_is() -> None:
    asking = [
        name
        for name, path in files()
        if ".today()" in path.read_text(encoding="utf-8") or ".now()" in path.read_text("utf-8")
    ]
    assert [name for name in asking if not name.startswith("faces/")] == []


def test_a_class_has_a_name_of_its_own() -> None:
    named: dict[str, list[str]] = {}
    for name, path in files():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(name)
    assert {name: where for name, where in named.items() if len(where) > 1} == {}
