"""How the window looks: a Chinese font, sharp on screens of high density, fit for 1366 × 768."""

from __future__ import annotations

import sys
import tkinter as tk
from tkinter import font, ttk

FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "SimSun",
)
"""The first of these that there is: Windows, macOS, 统信UOS and 麒麟, older Linux, any Windows."""
POINTS = 11
WIDTH, HEIGHT = 940, 600
"""At 96 dots an inch; 1366 × 768 leaves room for the task bar."""
_DOTS = 96
MUST_COLOUR, LOOK_COLOUR, QUIET_COLOUR = "#C00000", "#9C5700", "#595959"
"""Red and amber dark enough on white (contrast 6:1 and more), and grey for what is beside."""


def be_sharp() -> None:
    """Tell Windows that we draw at the screen's own density; before the first window."""
    if sys.platform == "win32":
        import contextlib
        import ctypes

        # Windows 8.1 and later; an older one, or a policy, leaves the picture as it is.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.windll.shcore.SetProcessDpiAwareness(1)


def dress(root: tk.Tk) -> str:
    """Fonts and size of a new window; gives the name of the font."""
    there = set(font.families(root))
    family = next((name for name in FONTS if name in there), "")
    for name in ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont"):
        named = font.nametofont(name, root)
        named.configure(size=POINTS)
        if family:
            named.configure(family=family)
    style = ttk.Style(root)
    if root.tk.call("tk", "windowingsystem") == "x11":
        style.theme_use("clam")  # Tk's own default there looks like 1995
        root.configure(background=style.lookup("TFrame", "background"))
    style.configure("Title.TLabel", font=_bold(family, POINTS + 3))
    scale = root.winfo_fpixels("1i") / _DOTS
    width = min(round(WIDTH * scale), root.winfo_screenwidth() - 60)
    height = min(round(HEIGHT * scale), root.winfo_screenheight() - 110)
    left = (root.winfo_screenwidth() - width) // 2
    top = max((root.winfo_screenheight() - height) // 3, 0)
    root.geometry(f"{width}x{height}+{left}+{top}")
    root.minsize(min(width, 640), min(height, 420))
    return family


def dress_list(text: tk.Text, family: str) -> None:
    """The tags that a list of findings is written with."""
    indent = font.nametofont("TkTextFont", text).measure("必须改 ")
    text.tag_configure("heading", font=_bold(family, POINTS + 1), spacing1=10, spacing3=4)
    text.tag_configure("must", foreground=MUST_COLOUR, font=_bold(family, POINTS))
    text.tag_configure("look", foreground=LOOK_COLOUR, font=_bold(family, POINTS))
    text.tag_configure("place", font=_bold(family, POINTS))
    text.tag_configure("line", lmargin1=8, lmargin2=8 + indent, spacing3=5)
    text.tag_configure("quiet", foreground=QUIET_COLOUR, lmargin1=8, lmargin2=8, spacing3=4)


def _bold(family: str, points: int) -> tuple[str, int, str]:
    return (family or "TkDefaultFont", points, "bold")
