"""Who may import whom (DESIGN 2): read from the imports themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import ledgerkit

ROOT = Path(ledgerkit.__file__).parent
LAYERS = (
    {"model", "text", "shipped", "filenames", "secrecy", "gongwen"},
    {"messages", "wordings"},
    {"ledgers", "workday", "store", "workers"},
    {"office"},
    {"reckoning", "run", "rollup"},
    {"masking"},
    {"read", "check", "merge", "rules", "write", "documents", "carry"},
    {"catalog"},
    {"lint"},
    {"jobs"},
    {"faces", "__main__"},
)
STAGES = LAYERS[6] - {"documents"}
ROOMS: dict[str, str | tuple[str, ...]] = {
    "python_calamine": "read",
    "msoffcrypto": "read",
    "openpyxl": ("write/blank", "carry"),
    "xlsxwriter": "write/summary",
    "docx": "write/word",
    "docxtpl": "write/word",
    "matplotlib": "write/word",
    "fontTools": "write/word",
    "chinese_calendar": "workday",
    "rapidfuzz": "check",
    "stdnum": "check",
    "click": "faces",
    "xlwings": "faces/excel",
    "pyopenvba": "faces/excel",
    "rich": "faces",
    "tkinter": "faces/window",
    "pandas": "jobs/frames",
    "pyarrow": "jobs/frames",
}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def files() -> list[tuple[str, Path]]:
    """(path below the package without .py, file)."""
    return [(p.relative_to(ROOT).with_suffix("").as_posix(), p) for p in sorted(ROOT.rglob("*.py"))]


def layer(room: str) -> int:
    return next(at for at, rooms in enumerate(LAYERS) if room in rooms)


def test_imports_go_down_only_and_stages_do_not_know_each_other() -> None:
    wrong = []
    for name, path in files():
        room = name.split("/")[0]
        if room == "__init__":
            continue
        for module in imports(path):
            parts = module.split(".")
            if parts[0] != "ledgerkit" or len(parts) == 1 or parts[1].startswith("__"):
                continue
            other = parts[1]
            upward = layer(other) > layer(room)
            across = {room, other} <= STAGES and room != other
            if upward or across:
                wrong.append(f"{name} → {module}")
    assert wrong == []


def test_each_library_stays_in_its_room() -> None:
    strays = [
        f"{name}: {library}"
        for name, path in files()
        for module in imports(path)
        if (library := module.split(".")[0]) in ROOMS and not name.startswith(ROOMS[library])
        if not module.startswith("pandas") or name != "jobs/report"
    ]
    assert strays == []


def test_only_faces_ask_what_day_it_is() -> None:
    asking = [
        name
        for name, path in files()
        if ".today()" in path.read_text(encoding="utf-8") or ".now()" in path.read_text("utf-8")
    ]
    assert [name for name in asking if not name.startswith("faces/")] == []
