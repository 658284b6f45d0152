"""The scripts that the committee office double-clicks: 汇总.cmd on Windows, 汇总.sh elsewhere.

They ask for the month and run ``ledgerkit month`` on the folder in which they lie.
"""

from __future__ import annotations

_ASK = "请输入要汇总的月份(例如 2026-10),然后按回车:"
_ABSENT = "没有找到 ledgerkit,请先安装。"

_CMD = f"""@echo off
chcp 65001 >nul
setlocal
pushd "%~dp0" || exit /b 2
where ledgerkit >nul 2>nul
if errorlevel 1 (
  echo {_ABSENT}
  pause
  exit /b 2
)
set "MONTH="
set /p "MONTH={_ASK}"
ledgerkit month . --month "%MONTH%"
set "STATUS=%ERRORLEVEL%"
pause
popd
exit /b %STATUS%
"""

_SH = f"""#!/bin/sh
cd "$(dirname "$0")" || exit 2
if ! command -v ledgerkit >/dev/null 2>&1; then
  echo "{_ABSENT}"
  exit 2
fi
printf '%s' "{_ASK}"
read -r MONTH
ledgerkit month . --month "$MONTH"
STATUS=$?
printf '%s' "按回车键关闭。"
read -r _
exit $STATUS
"""


def launchers() -> dict[str, bytes]:
    """File name → content; the Windows script with CRLF, as cmd.exe wants it."""
    return {
        "汇总.cmd": _CMD.replace("\n", "\r\n").encode(),
        "汇总.sh": _SH.encode(),
    }
