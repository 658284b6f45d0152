"""The folder for an installation without network: what is in it, and that it installs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

from grids import workbook

ROOT = Path(__file__).resolve().parents[2]
HEADER = "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |"
GOOD = "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 否 |"
HERE = ".".join(map(str, sys.version_info[:2]))
posix = pytest.mark.skipif(sys.platform == "win32", reason="这些脚本是给 Linux 的")


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "tools")
    import bundle

    return bundle


@pytest.fixture
def made(bundle: ModuleType, tmp_path: Path) -> Path:
    """A bundle for this machine with a stand-in for the wheels."""
    out = tmp_path / "bundle"
    (out / "wheels").mkdir(parents=True)
    (out / "wheels" / "x-1-py3-none-any.whl").write_bytes(b"x")
    bundle.write_files(out, bundle.Target(HERE, ""), "")
    bundle.write_sums(out)
    return out


def run(*command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **more},
        timeout=300,
        check=False,
    )


def test_a_bundle_that_came_whole_is_accepted_and_any_other_refused(made: Path) -> None:
    whole = run(sys.executable, "-I", "-B", made / "install.py", "--verify")
    assert (whole.returncode, whole.stdout[:5]) == (0, "安装包完整")
    (made / "extra.dll").write_bytes(b"")
    stray = run(sys.executable, "-I", "-B", made / "install.py", "--verify")
    assert (stray.returncode, "对不上:extra.dll。没有安装。请" in stray.stderr) == (2, True)
    (made / "extra.dll").unlink()
    (made / "bundle.json").write_bytes(b"{}")
    changed = run(sys.executable, "-I", "-B", made / "install.py", "--verify")
    assert (changed.returncode, "对不上:bundle.json" in changed.stderr) == (2, True)


@posix
def test_the_sums_are_those_of_sha256sum(made: Path) -> None:
    command = shutil.which("sha256sum")
    if command is None:
        pytest.skip("没有 sha256sum")
    done = subprocess.run([command, "-c", "SHA256SUMS", "--quiet"], cwd=made, check=False)
    assert done.returncode == 0


def test_nothing_is_installed_under_a_chinese_path_or_among_others_things(
    made: Path, tmp_path: Path
) -> None:
    chinese = tmp_path / "台账工具"
    refused = run(sys.executable, "-I", "-B", made / "install.py", "--to", chinese)
    assert (refused.returncode, "里有中文。请换" in refused.stderr) == (2, True)
    assert not chinese.exists()
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "theirs.txt").write_text("x")
    refused = run(sys.executable, "-I", "-B", made / "install.py", "--to", taken)
    assert (refused.returncode, "里已有别的东西。请换" in refused.stderr) == (2, True)
    assert [path.name for path in taken.iterdir()] == ["theirs.txt"]


def test_another_python_than_the_wheels_are_for_is_refused(
    bundle: ModuleType, made: Path, tmp_path: Path
) -> None:
    (made / "SHA256SUMS").unlink()
    bundle.write_files(tmp_path / "other", bundle.Target("3.99", ""), "")
    shutil.copyfile(tmp_path / "other" / "bundle.json", made / "bundle.json")
    bundle.write_sums(made)
    refused = run(sys.executable, "-I", "-B", made / "install.py", "--to", tmp_path / "home")
    assert (refused.returncode, "是给 64 位 Python 3.99 的" in refused.stderr) == (2, True)


@posix
def test_the_uninstallation_removes_what_was_installed_and_nothing_else(
    made: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home it's"
    (home / "python" / "bin").mkdir(parents=True)
    (home / "python" / "bin" / "python").symlink_to(sys.executable)
    placed = ["python", "installed.json"]
    for path in (made / "files").iterdir():
        shutil.copyfile(path, home / path.name)
        placed.append(path.name)
    (home / "installed.json").write_text(json.dumps({"placed": placed}), encoding="utf-8")
    (home / "别人的.xlsx").write_bytes(b"")
    done = run("sh", home / "卸载.sh")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in home.iterdir()] == ["别人的.xlsx"]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = shutil.copyfile(made / "files" / "卸载.sh", elsewhere / "卸载.sh")
    refused = run("sh", script)
    assert (refused.returncode, script.exists()) == (2, True)


def test_the_windows_bundle_has_its_scripts_in_windows_form_and_a_page_for_it(
    bundle: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "wheels").mkdir()
    bundle.write_files(tmp_path, bundle.Target("3.12", "win_amd64"), "[excel]")
    scripts = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.cmd")}
    placed = {f"files/{name}.cmd" for name in ("卸载", "检查", "汇总", "Excel按钮")}
    assert set(scripts) == {"安装.cmd", *placed}
    for path in scripts.values():
        script = path.read_bytes()
        assert script.count(b"\r\n") == script.count(b"\n") > 5
        assert script.startswith(b"@echo off\r\nchcp 65001")
        assert b"$" not in script
    page = (tmp_path / "安装说明.html").read_text(encoding="utf-8")
    for said in (
        "certutil",
        "AppLocker",
        "XLSTART",
        "Excel按钮.cmd",
        "卸载",
        "Windows 10",
        "Python 3.12",
    ):
        assert said in page
    assert "://" not in page


def wheel(folder: Path, name: str, version: str, *requires: str) -> None:
    """A wheel with metadata and nothing else."""
    lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in requires)]
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as package:
        package.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines))


def test_what_windows_needs_is_found_on_any_machine(bundle: ModuleType, tmp_path: Path) -> None:
    import bundle_wheels

    wheel(
        tmp_path, "kit", "1.0", "plain", 'bridge>=2; sys_platform == "win32" and extra == "excel"'
    )
    wheel(tmp_path, "plain", "3.0", 'unix; sys_platform == "linux"')
    wheel(tmp_path, "bridge", "2.1", 'Py-Win>=224; platform_system == "Windows"')
    windows = bundle.Target("3.12", "win_amd64")
    missing = bundle_wheels.needed(Requirement("kit[excel]==1.0"), tmp_path, windows)
    assert {name: str(one.specifier) for name, one in missing.items()} == {"py-win": ">=224"}
    wheel(tmp_path, "py_win", "311")
    assert bundle_wheels.needed(Requirement("kit[excel]==1.0"), tmp_path, windows) == {}
    (tmp_path / "py_win-311-py3-none-any.whl").unlink()
    wheel(tmp_path, "py_win", "200")
    with pytest.raises(bundle_wheels.Incomplete):
        bundle_wheels.needed(Requirement("kit[excel]==1.0"), tmp_path, windows)


def test_a_python_that_is_not_full_is_told_what_it_lacks(
    bundle: ModuleType, tmp_path: Path
) -> None:
    for name in ("python.exe", "python312.dll"):
        (tmp_path / name).write_bytes(b"")
    said = bundle.unfit(tmp_path, "3.12")
    assert "tcl/tk" in said
    assert "pip" in said
    assert "python.exe" not in said
    for folder in ("DLLs/_tkinter.pyd", "tcl", "Lib/site-packages/pip"):
        (tmp_path / folder).mkdir(parents=True)
    assert bundle.unfit(tmp_path, "3.12") == ""
    assert bundle.unfit(tmp_path, "3.13") == "不是 3.13 版"


@posix
def test_the_kit_s_wheel_installs_without_index_and_works(
    bundle: ModuleType, tmp_path: Path
) -> None:
    pytest.importorskip("hatchling", reason="没有 hatchling,做不出安装文件")
    wheels = tmp_path / "wheels"
    bundle.build_wheel(wheels)
    home = tmp_path / "home"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    python = home / "bin" / "python"
    done = run(
        *(sys.executable, "-m", "pip", "--python", python, "install"),
        *("--quiet", "--no-index", "--no-deps"),
        *("--disable-pip-version-check", "--find-links", wheels, "ledgerkit"),
        PIP_CONFIG_FILE=os.devnull,
    )
    assert done.returncode == 0, done.stderr
    # The libraries are this environment's own: only the kit is what was installed.
    site = next(home.glob("lib/python*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    where = run(python, "-c", "import ledgerkit; print(ledgerkit.__file__)", PYTHONPATH="")
    assert Path(where.stdout.strip()).is_relative_to(home)
    file = tmp_path / "区法院走访日志.xlsx"
    file.write_bytes(workbook({"走访日志": f"{HEADER}\n{GOOD}"}))
    checked = run(home / "bin" / "ledgerkit", "check", file, PYTHONPATH="")
    assert (checked.returncode, "没有必须改的" in checked.stdout) == (0, True), checked.stderr
    office = run(home / "bin" / "ledgerkit", "new", tmp_path / "office", PYTHONPATH="")
    assert office.returncode == 0, office.stderr
