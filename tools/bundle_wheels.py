"""The wheels that an installation without network needs, for another system than this one.

pip chooses wheels for another platform, but judges markers such as ``platform_system == "Windows"``
by the machine on which it runs, so that pywin32 and colorama would be left out: what each wheel
needs is read from its own metadata here, and asked for by name.
"""

from __future__ import annotations

import email
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename


class Incomplete(Exception):
    """A distribution that is needed has no wheel that fits."""


@dataclass(frozen=True)
class Target:
    """A system to install on: ``platform`` is pip's tag for it, "" for the one we run on."""

    python: str
    platform: str

    @property
    def environment(self) -> dict[str, str]:
        """The values that markers are judged by there (dependency specifiers, PyPA)."""
        here = {name: str(value) for name, value in default_environment().items()}
        version = {"python_version": self.python, "python_full_version": f"{self.python}.0"}
        if not self.platform:
            return here
        return here | version | _WINDOWS

    @property
    def pip(self) -> list[str]:
        """The options by which pip looks for its wheels."""
        if not self.platform:
            return []
        named = ["--platform", self.platform, "--python-version", self.python]
        return [*named, "--implementation", "cp"]


_WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_release": "10",
    "platform_version": "10.0",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}


def gather(root: Requirement, folder: Path, target: Target, constraints: Path) -> None:
    """Download into ``folder``, where the wheel of ``root`` lies, all that it needs there."""
    while missing := needed(root, folder, target):
        named = [f"{name}{requirement.specifier}" for name, requirement in missing.items()]
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet"),
                *("--no-deps", "--only-binary=:all:", "--dest", str(folder)),
                *("--constraint", str(constraints), *target.pip, *named),
            ],
            env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
            check=False,
        )
        if done.returncode:
            raise Incomplete(f"拿不到这些程序库的安装文件:{'、'.join(named)}")


def needed(root: Requirement, folder: Path, target: Target) -> dict[str, Requirement]:
    """What ``root`` needs on the target and has no wheel in the folder; Incomplete for a wrong one.

    Followed from the root through every wheel's own metadata, extras included.
    """
    wheels = {canonicalize_name(name): path for name, path in _wheels(folder)}
    missing: dict[str, Requirement] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [root]
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        wheel = wheels.get(name)
        if wheel is None:
            known = missing.get(name)
            if known:
                requirement.specifier &= known.specifier
            missing[name] = requirement
            continue
        if not requirement.specifier.contains(_version(wheel), prereleases=True):
            raise Incomplete(f"{wheel.name} 不合要求 {requirement}")
        if (name, extras) not in seen:
            seen.add((name, extras))
            waiting += _requirements(wheel, extras, target)
    return missing


def _requirements(wheel: Path, extras: Iterable[str], target: Target) -> Iterator[Requirement]:
    """What a wheel requires on the target, with these extras."""
    for line in _metadata(wheel).get_all("Requires-Dist") or []:
        requirement = Requirement(line)
        tries = ({**target.environment, "extra": extra} for extra in ("", *extras))
        if requirement.marker is None or any(map(requirement.marker.evaluate, tries)):
            yield requirement


def _metadata(wheel: Path) -> email.message.Message:
    with zipfile.ZipFile(wheel) as package:
        name = next(one for one in package.namelist() if one.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(package.read(name))


def _wheels(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.whl")):
        yield parse_wheel_filename(path.name)[0], path


def _version(wheel: Path) -> str:
    return str(parse_wheel_filename(wheel.name)[1])
