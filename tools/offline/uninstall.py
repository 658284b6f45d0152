"""Remove what the installation put beside this file; the script that starts this does the rest.

Done here and not by cmd.exe, which reads the Chinese names in its own scripts by the code page that
happens to be in force. Python's folder, the note and the script itself are still needed.
"""

from __future__ import annotations

import json
from pathlib import Path

HOME = Path(__file__).resolve().parent
NOTE = "installed.json"


def main() -> None:
    """Remove the files named in the note, and nothing that is not named there."""
    placed = json.loads((HOME / NOTE).read_text(encoding="utf-8"))["placed"]
    for name in placed:
        path = HOME / name
        if name != NOTE and not name.startswith("卸载") and path.is_file():
            path.unlink()


if __name__ == "__main__":
    main()
