@echo off
chcp 65001 >nul
setlocal EnableExtensions DisableDelayedExpansion
set "DO=%~1"
if not defined DO set "DO=install"
set "PY=%~dp0python\python.exe"
if not exist "%PY%" set "PY=%~dp0python\Scripts\python.exe"
if exist "%PY%" (
  "%PY%" -P -m ledgerkit addin %DO%
) else (
  echo 这里没有台账工具的程序。请先运行 安装.cmd。
  cmd /c exit 2
)
set "STATUS=%ERRORLEVEL%"
pause
exit /b %STATUS%
