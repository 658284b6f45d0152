"""The scripts that people drag files onto or double-click: 检查 and 汇总, for Windows and others.

They only look for Python and start ``ledgerkit window``; what is asked and shown is decided there.

What cmd.exe does to names decides how the Windows scripts are written. Explorer hands over a name
with & or ^ but without blanks unquoted, so that cmd cuts it there: the whole line is in CMDCMDLINE
alone, and only delayed expansion copies it unharmed; Python takes it apart (faces/window/dropped).
%* stands outside of quotes, where the caller's own quotes protect it, and before delayed expansion,
which would eat each !. No folder is entered, so that a script on a network share needs no drive.
There is no label: cmd loses its place in UTF-8 when it seeks one. A hard ``exit`` after a drop
keeps the rest of a name behind & from being run as a command. ``-P``: the folder in which the
script happens to run, full of other people's files, is no place to import from.
"""

from __future__ import annotations

HOME = "ledgerkit"
"""The folder that the installation makes below ProgramFiles or ProgramData; below APPDATA it holds
the note by which the button finds Python (faces/excel)."""

_ABSENT = "没有找到 ledgerkit。请按《安装说明》安装,或请管理员处理。"

_CMD = f"""@echo off
chcp 65001 >nul
setlocal EnableExtensions DisableDelayedExpansion
set "LEDGERKIT_HERE=%~dp0"
set "LEDGERKIT_SCRIPT=%~nx0"
set LEDGERKIT_ARGS=%*
set "PY="
if defined LEDGERKIT_PYTHON if exist "%LEDGERKIT_PYTHON%" set "PY=%LEDGERKIT_PYTHON%"
for %%P in (
  "%~dp0python\\python.exe"
  "%~dp0python\\Scripts\\python.exe"
  "%ProgramFiles%\\{HOME}\\python\\python.exe"
  "%ProgramFiles%\\{HOME}\\python\\Scripts\\python.exe"
  "%ProgramData%\\{HOME}\\python\\python.exe"
  "%ProgramData%\\{HOME}\\python\\Scripts\\python.exe"
) do if not defined PY if exist "%%~P" set "PY=%%~P"
set "NOTE=%APPDATA%\\{HOME}\\python.txt"
if not defined PY if exist "%NOTE%" for /f "usebackq delims=" %%P in ("%NOTE%") do (
  if exist "%%~dpPpython.exe" set "PY=%%~dpPpython.exe"
)
if not defined PY for %%P in (py.exe python.exe) do if not defined PY (
  %%P -P -c "import ledgerkit" >nul 2>nul
  if not errorlevel 1 set "PY=%%P"
)
setlocal EnableDelayedExpansion
set "LEDGERKIT_LINE=!CMDCMDLINE!"
set "REST="
if defined LEDGERKIT_LINE set "REST=!LEDGERKIT_LINE:%~nx0=!"
if defined PY (
  "!PY!" -P -m ledgerkit window ACTION
) else (
  echo {_ABSENT}
  pause
  cmd /c exit 2
)
set "STATUS=!ERRORLEVEL!"
if "!REST!" == "!LEDGERKIT_LINE!" exit /b !STATUS!
exit !STATUS!
"""

_SH = f"""#!/bin/sh
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
set -- window ACTION --here "$here" -- "$@"
for python in "${{LEDGERKIT_PYTHON:-}}" "$here/python/bin/python" /opt/{HOME}/python/bin/python \\
  "${{XDG_DATA_HOME:-$HOME/.local/share}}/{HOME}/python/bin/python"
do
  [ -x "$python" ] && exec "$python" -P -m ledgerkit "$@"
done
command -v ledgerkit >/dev/null 2>&1 && exec ledgerkit "$@"
python3 -P -c 'import ledgerkit' 2>/dev/null && exec python3 -P -m ledgerkit "$@"
echo "{_ABSENT}"
[ -t 0 ] && {{ printf '%s' "按回车键关闭。"; read -r _; }}
exit 2
"""

_ACTIONS = {"检查": "check", "汇总": "month"}


def launchers() -> dict[str, bytes]:
    """File name → content; the Windows scripts with CRLF, as cmd.exe wants it."""
    made = {}
    for name, action in _ACTIONS.items():
        made[f"{name}.cmd"] = _CMD.replace("ACTION", action).replace("\n", "\r\n").encode()
        made[f"{name}.sh"] = _SH.replace("ACTION", action).encode()
    return made
