@echo off
chcp 65001 >nul
setlocal EnableExtensions DisableDelayedExpansion
if not "%~1" == "" set "LEDGERKIT_HOME=%~1"
set "PY="
set "VERSION="
if exist "%~dp0python\python.exe" set "PY=%~dp0python\python.exe"
if not defined PY (
  py.exe -$python -c "import venv" >nul 2>nul
  if not errorlevel 1 set "PY=py.exe" & set "VERSION=-$python"
)
if not defined PY (
  python.exe -c "import venv, sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '$python')" >nul 2>nul
  if not errorlevel 1 set "PY=python.exe"
)
if defined PY (
  "%PY%" %VERSION% -I -B "%~dp0install.py"
) else (
  echo 没有找到 Python $python。请把完整的 64 位 Python $python 放进安装包的 python 文件夹,或先装好它。
  cmd /c exit 2
)
set "STATUS=%ERRORLEVEL%"
pause
exit /b %STATUS%
