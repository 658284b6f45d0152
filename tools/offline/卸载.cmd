@echo off
chcp 65001 >nul
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0installed.json" (
  echo 这里不是 ledgerkit 的安装文件夹,什么也没有删。
  pause
  exit /b 2
)
cd /d "%TEMP%"
set "PY=%~dp0python\python.exe"
if not exist "%PY%" set "PY=%~dp0python\Scripts\python.exe"
if exist "%PY%" (
  "%PY%" -m ledgerkit addin remove
  "%PY%" -I -B "%~dp0uninstall.py"
)
rmdir /s /q "%~dp0python"
if exist "%~dp0python" (
  echo 有文件正在使用,没有卸载完。请关掉 Excel 和台账窗口后再运行一次。
  pause
  exit /b 2
)
del /q "%~dp0installed.json"
echo 已卸载。别人放进这个文件夹的东西没有动;办公文件夹和里面的表都没有动。
pause
(goto) 2>nul & del /q "%~f0" & rmdir "%~dp0" 2>nul
