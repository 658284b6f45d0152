"""What cmd.exe was started with, as Explorer starts it, taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledgerkit.faces.window.dropped import launch

SCRIPT = r"D:\办公 室\检查.cmd"


def left(line: str, given: str = "") -> dict[str, str]:
    """What the script leaves in the environment."""
    here, _, name = SCRIPT.rpartition("\\")
    return {
        "LEDGERKIT_HERE": here + "\\",
        "LEDGERKIT_SCRIPT": name,
        "LEDGERKIT_LINE": line,
        "LEDGERKIT_ARGS": given,
    }


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (rf'C:\Windows\system32\cmd.exe /c ""{SCRIPT}" "', ()),
        (rf'cmd /c ""{SCRIPT}" D:\a&b^c.xlsx"', (r"D:\a&b^c.xlsx",)),
        (rf'cmd /c ""{SCRIPT}" "D:\c d (1)!.xlsx""', (r"D:\c d (1)!.xlsx",)),
        (
            rf'cmd /c ""{SCRIPT}" D:\a&b.xlsx "D:\50% 表.et" \\srv\共享\表.xls "',
            (r"D:\a&b.xlsx", r"D:\50% 表.et", r"\\srv\共享\表.xls"),
        ),
        (r"cmd /c D:\检查.cmd D:\x.xlsx", (r"D:\x.xlsx",)),
    ],
)
def test_names_dragged_onto_the_script(line: str, names: tuple[str, ...]) -> None:
    # cmd itself cuts a name at &: what it left in %* is not believed
    assert launch(left(line, r"D:\a")).paths == tuple(map(Path, names))


def test_names_given_in_a_console_come_from_its_arguments() -> None:
    given = r'"D:\a & b.xlsx" c.xlsx'
    started = launch(left(r"C:\Windows\system32\cmd.exe", given))
    assert started.paths == (Path(r"D:\a & b.xlsx"), Path("c.xlsx"))
    assert started.here == Path("D:\\办公 室\\")


def test_without_a_script_there_is_nothing() -> None:
    started = launch({"PATH": "x"})
    assert (started.here, started.paths) == (None, ())
