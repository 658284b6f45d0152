"""Install ledgerkit from the folder in which this file lies, without any network.

Runs on the Python that the IT department supplies, before anything is installed: standard library
only. Everything goes into one folder, HOME; ``卸载`` in it removes exactly that again.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

BUNDLE = Path(__file__).resolve().parent
SUMS, ABOUT, NOTE = "SHA256SUMS", "bundle.json", "installed.json"
PYTHON = "python"
"""The folder with Python and all libraries, in the bundle as IT supplied it and in HOME."""


ICONS = {"台账检查.desktop": ("台账检查", "检查.sh"), "台账汇总.desktop": ("台账汇总", "汇总.sh")}
"""What is put on a Linux desktop: file managers there drop files onto these, not onto scripts."""


class Refused(Exception):
    """Why nothing was installed, and what to do, in words."""


def main() -> None:
    """Check the sums, then install; exit status 0, or 2 where it was refused."""
    arguments = argparse.ArgumentParser(description="离线安装 ledgerkit。")
    arguments.add_argument("--to", metavar="文件夹", help="装到哪里;默认见安装说明。")
    arguments.add_argument("--verify", action="store_true", help="只核对安装包,不安装。")
    given = arguments.parse_args()
    # In step with what pip and the doctor say.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True, errors="replace")
    try:
        verify()
        if not given.verify:
            install(_home(given.to or os.environ.get("LEDGERKIT_HOME")))
    except Refused as error:
        print(error, file=sys.stderr)
        sys.exit(2)


def verify() -> None:
    """Refuse a bundle in which a file differs from SHA256SUMS, is missing, or is not listed."""
    listed = dict(_listed())
    wrong = [name for name, digest in listed.items() if _digest(BUNDLE / name) != digest]
    there = {path.relative_to(BUNDLE).as_posix() for path in BUNDLE.rglob("*") if path.is_file()}
    strays = sorted(name for name in there - {*listed, SUMS} if not name.endswith(".pyc"))
    if wrong or strays:
        said = "、".join([*wrong, *strays][:5])
        raise Refused(
            f"安装包和 {SUMS} 对不上:{said}。没有安装。请重新拷贝整个安装包,仍不对就找提供的人。"
        )
    print(f"安装包完整:{len(listed)} 个文件都和 {SUMS} 一致。")


def install(home: Path) -> None:
    """Put everything into HOME; a former installation there is replaced."""
    about = json.loads((BUNDLE / ABOUT).read_text(encoding="utf-8"))
    _refuse_unfit(home, about)
    print(f"装到 {home}")
    home.mkdir(parents=True, exist_ok=True)
    placed = [PYTHON, NOTE]
    # Written first: whatever happens from here on, the uninstallation knows what is ours.
    names = sorted(path.name for path in (BUNDLE / "files").iterdir())
    placed += names if sys.platform == "win32" else [*names, *ICONS]
    _note(home, about, placed)
    shutil.rmtree(home / PYTHON, ignore_errors=True)
    python = _python(home)
    _run(
        python, "-m", "pip", "install", "--no-index", "--no-warn-script-location", "--quiet",
        "--disable-pip-version-check", "--find-links", str(BUNDLE / "wheels"),
        f"ledgerkit{about['extras']}=={about['version']}",
    )  # fmt: skip
    for name in names:
        shutil.copyfile(BUNDLE / "files" / name, home / name)
        if name.endswith(".sh"):
            (home / name).chmod(0o755)
    if sys.platform != "win32":
        _icons(home)
    _protect(home)
    _run(python, "-m", "ledgerkit", "doctor", str(Path.home()), wanted=False)
    if sys.platform == "win32":
        _run(python, "-m", "ledgerkit", "addin", "install", wanted=False)
    print(f"装好了。用法和卸载见 {home}。")


def _home(asked: str | None) -> Path:
    """Where to install: for all users with an administrator's rights, else where users may write.

    Below ProgramFiles nobody but administrators can change a program, and AppLocker's default rules
    let it run. ProgramData is the one folder that users may write to whose path never holds a
    person's Chinese name.
    """
    if asked:
        return Path(asked).absolute()
    if sys.platform == "win32":
        import ctypes

        for_all = bool(ctypes.windll.shell32.IsUserAnAdmin())
        return Path(os.environ["ProgramFiles" if for_all else "ProgramData"], "ledgerkit")
    if os.geteuid() == 0:
        return Path("/opt/ledgerkit")
    share = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(share, "ledgerkit")


def _refuse_unfit(home: Path, about: dict[str, str]) -> None:
    if not str(home).isascii():
        raise Refused(f"“{home}”里有中文。请换一个只有英文字母和数字的文件夹。")
    if home.exists() and any(home.iterdir()) and not (home / NOTE).is_file():
        raise Refused(f"“{home}”里已有别的东西。请换一个空文件夹。")
    running = ".".join(map(str, sys.version_info[:2]))
    if running != about["python"] or sys.maxsize < 2**32:
        raise Refused(
            f"这个安装包是给 64 位 Python {about['python']} 的,现在运行的是 "
            f"{platform.python_version()}。请换用相应的 Python。"
        )


def _python(home: Path) -> Path:
    """The Python of HOME: a copy of the one in the bundle, else an environment of the one here."""
    supplied = BUNDLE / PYTHON
    if supplied.is_dir():
        shutil.copytree(supplied, home / PYTHON)
        return home / PYTHON / "python.exe"
    print("安装包里没有 Python,用这台机器上的。")
    _run(Path(sys.executable), "-m", "venv", str(home / PYTHON))
    within = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return home.joinpath(PYTHON, *within)


def _icons(home: Path) -> None:
    """The icons, to be copied to the desktop (Desktop Entry Specification 1.5)."""
    terminal = "false" if importlib.util.find_spec("_tkinter") else "true"
    for file, (name, script) in ICONS.items():
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={name}",
            f'Exec="{home / script}" %F',
            f"Terminal={terminal}",
            "Icon=x-office-spreadsheet",
            "Categories=Office;Spreadsheet;",
        ]
        (home / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        (home / file).chmod(0o755)


def _protect(home: Path) -> None:
    """Let nobody but the installing person and administrators change what all users run."""
    if sys.platform == "win32":
        person = f"{os.environ['USERDOMAIN']}\\{os.environ['USERNAME']}:(OI)(CI)F"
        administrators, system = "*S-1-5-32-544:(OI)(CI)F", "*S-1-5-18:(OI)(CI)F"
        users = "*S-1-5-32-545:(OI)(CI)RX"
        subprocess.run(
            ["icacls", str(home), "/inheritance:r", "/grant:r", person, administrators, system,
             users, "/Q"],
            check=False,
        )  # fmt: skip


def _run(python: Path, *words: str, wanted: bool = True) -> None:
    """Run Python away from the bundle and from the person's own packages."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(("PIP_", "PYTHON"))
    }
    # No settings of pip that lie on this machine: they may name places on a network.
    environment |= {"PIP_CONFIG_FILE": os.devnull, "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([str(python), *words], env=environment, check=False)
    if wanted and done.returncode:
        raise Refused(f"没有装好(退出码 {done.returncode})。请把上面的内容发给管理员。")


def _note(home: Path, about: dict[str, str], placed: list[str]) -> None:
    note = {"version": about["version"], "placed": placed}
    (home / NOTE).write_text(json.dumps(note, ensure_ascii=False, indent=2), encoding="utf-8")


def _listed() -> Iterator[tuple[str, str]]:
    try:
        lines = (BUNDLE / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Refused(f"安装包里没有 {SUMS}。请重新拷贝整个安装包。") from error
    for line in lines:
        digest, _, name = line.partition(" *")
        yield name, digest


def _digest(path: Path) -> str:
    """The SHA-256 sum of a file, "" where there is none."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
