r"""Make the folder from which ledgerkit is installed on machines without a network.

    python tools/bundle.py --out bundle --python-version 3.12 --python C:\Python312

The network is used here and never again. ``--here`` makes one for this very machine, ``--verify``
installs from it into a fresh folder, runs the samples, uninstalls, and looks whether all is gone.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from string import Template

from bundle_wheels import Incomplete, Target, gather
from packaging.requirements import Requirement

from ledgerkit import __version__
from ledgerkit.faces.excel.build import ADDIN, BuilderMissing
from ledgerkit.faces.excel.build import build as build_addin
from ledgerkit.run.launchers import launchers

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = Path(__file__).resolve().parent / "offline"
SUMS = "SHA256SUMS"
PAGE = "安装说明.html"
BUTTON = "Excel按钮.cmd"
"""Excel keeps add-ins by user: whoever wants the tab starts this once."""
PYTHONS = ("3.11", "3.12", "3.13")
"""For which every library has a wheel for 64-bit Windows."""
OLDEST = "64 位的 Windows 10(1607 以后)或 Windows Server 2016"
"""python-calamine and cryptography are written in Rust, whose library asks for Windows 10 since
1.78 (platform support, x86_64-pc-windows-msvc); Python 3.11 alone would do with 8.1."""


def main() -> None:
    """Parse, make, and verify if asked to."""
    given = _arguments()
    target = _target(given)
    out: Path = given.out
    if out.exists() and any(out.iterdir()):
        sys.exit(f"“{out}”不是空的。请换一个文件夹。")
    try:
        make(out, target, given.python)
    except Incomplete as error:
        sys.exit(str(error))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"已写 {out}:{size / 1e6:.1f} MB")
    if not given.python and target.platform:
        print(
            f"里面没有 Python:请把完整的 64 位 Python {target.python}(带 tcl/tk 和 pip)"
            "用 --python 给出,或让各台机器先装好它。"
        )
    if given.verify:
        verify(out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True, help="写到哪个空文件夹")
    parser.add_argument("--python-version", choices=PYTHONS, default="3.12")
    parser.add_argument("--python", type=Path, help="信息中心提供的完整 Python 文件夹")
    parser.add_argument("--here", action="store_true", help="给这台机器做,不是给 Windows")
    parser.add_argument("--verify", action="store_true", help="做好后真的装一次、用一次、卸一次")
    return parser.parse_args()


def _target(given: argparse.Namespace) -> Target:
    if given.here:
        return Target(".".join(map(str, sys.version_info[:2])), "")
    if given.verify:
        sys.exit("--verify 要和 --here 一起用:别的系统的程序库在这里装不了。")
    if given.python and (lacking := unfit(given.python, given.python_version)):
        sys.exit(f"“{given.python}”不是完整的 Python {given.python_version}:{lacking}。")
    return Target(given.python_version, "win_amd64")


def unfit(python: Path, version: str) -> str:
    """What a folder lacks to be a full Windows Python of this version, "" for nothing."""
    wanted = {
        "没有 python.exe": "python.exe",
        f"不是 {version} 版": f"python{version.replace('.', '')}.dll",
        "没有 tcl/tk(选装时请勾选“tcl/tk and IDLE”)": "DLLs/_tkinter.pyd",
        "没有 tcl 文件夹": "tcl",
        "没有 pip(选装时请勾选“pip”)": "Lib/site-packages/pip",
    }
    return "、".join(said for said, name in wanted.items() if not (python / name).exists())


def make(out: Path, target: Target, python: Path | None) -> None:
    """Write the whole bundle; Incomplete where a wheel is lacking."""
    wheels = out / "wheels"
    wheels.mkdir(parents=True)
    build_wheel(wheels)
    extras = "[excel]" if target.platform else ""
    root = Requirement(f"ledgerkit{extras}=={__version__}")
    gather(root, wheels, target, ROOT / "constraints.txt")
    if python:
        shutil.copytree(python, out / "python", ignore=shutil.ignore_patterns("__pycache__"))
    write_files(out, target, extras)
    write_sums(out)


def build_wheel(wheels: Path) -> None:
    """The kit's own wheel, from this tree."""
    # With hatchling at hand nothing has to be fetched for it.
    alone = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", *alone]
    subprocess.run([*command, "--wheel-dir", str(wheels), str(ROOT)], check=True)


def write_files(out: Path, target: Target, extras: str) -> None:
    """Everything but wheels, Python and sums."""
    windows = bool(target.platform)
    files = out / "files"
    files.mkdir(parents=True)
    suffix = ".cmd" if windows else ".sh"
    placed = {name: data for name, data in launchers().items() if name.endswith(suffix)}
    if windows:
        placed |= addin()
    for name, data in placed.items():
        (files / name).write_bytes(data)
    shutil.copytree(ROOT / "templates", out / "templates")
    known = {
        "version": __version__,
        "python": target.python,
        "oldest": OLDEST,
        "sums": SUMS,
        "libraries": str(len(list((out / "wheels").glob("*.whl")))),
    }
    (files / PAGE).write_bytes(filled(PAGE, known))
    for name in [f"卸载{suffix}", *([BUTTON] if windows else [])]:
        (files / name).write_bytes(filled(name, known))
    (out / f"安装{suffix}").write_bytes(filled(f"安装{suffix}", known))
    shutil.copyfile(files / PAGE, out / PAGE)
    shutil.copyfile(OFFLINE / "install.py", out / "install.py")
    shutil.copyfile(OFFLINE / "uninstall.py", files / "uninstall.py")
    about = {"version": __version__, "python": target.python, "extras": extras}
    (out / "bundle.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def filled(name: str, known: Mapping[str, str]) -> bytes:
    """A text of tools/offline with what is known put in; .cmd with CRLF, as cmd.exe wants it."""
    text = Template((OFFLINE / name).read_text(encoding="utf-8")).substitute(known)
    return (text.replace("\n", "\r\n") if name.endswith(".cmd") else text).encode()


def write_sums(out: Path) -> None:
    """SHA256SUMS over all files, as sha256sum -c reads it."""
    files = sorted(path for path in out.rglob("*") if path.is_file())
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()} *{path.relative_to(out).as_posix()}\n"
        for path in files
    ]
    (out / SUMS).write_bytes("".join(lines).encode())


def addin() -> dict[str, bytes]:
    """The add-in under its name; nothing, and why, where it cannot be built here."""
    try:
        return {ADDIN: build_addin()}
    except BuilderMissing:
        print("没有装 pyOpenVBA,这个安装包里没有 Excel 加载宏;检查.cmd 和汇总.cmd 照常可用。")
        return {}


def verify(out: Path) -> None:
    """Install from the bundle without network, run the samples, uninstall; ends at any failure."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "ledgerkit"
        _must(["sh", str(out / "安装.sh"), str(home)])
        python = home / "python" / "bin" / "python"
        office = Path(folder) / "district"
        shutil.copytree(ROOT / "samples" / "district", office)
        _must([str(python), "-m", "ledgerkit", "month", str(office), "--month", "2026-10"])
        _must(["sh", str(home / "卸载.sh")])
        if home.exists():
            sys.exit(f"卸载后还剩:{sorted(path.name for path in home.iterdir())}")
    print("装、用、卸都正常。")


def _must(command: list[str]) -> None:
    print("──", *command)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
