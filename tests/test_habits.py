"""Makefile, CONTRIBUTING, pyproject and constraints say the same, and what the code does."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TARGETS = ("help", "setup", "check", "format", "test", "bench", "docs", "gallery", "samples")
INSTALLED_BY_NAME = {"pyarrow"}
"""Libraries that no import names: pandas finds them."""


@cache
def text(name: str) -> str:
    return ROOT.joinpath(name).read_text(encoding="utf-8")


@cache
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(text("pyproject.toml"))
    return found


def named(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


def declared() -> set[str]:
    return named(project()["project"]["dependencies"])


def extra(name: str) -> set[str]:
    return named(project()["project"]["optional-dependencies"][name])


def imported() -> set[str]:
    """The distributions from which the package imports something."""
    modules = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.split(".")[0])
    foreign = modules - {"ledgerkit"} - sys.stdlib_module_names
    known = packages_distributions()
    return {canonicalize_name(known[module][0]) for module in foreign if module in known}


def test_every_library_that_is_imported_is_declared_and_none_is_declared_in_vain() -> None:
    optional = extra("excel") | extra("parquet")
    assert imported() - optional == declared()
    assert optional - INSTALLED_BY_NAME <= imported()


def test_every_library_that_is_declared_has_its_version_for_ci() -> None:
    pinned = named([line for line in text("constraints.txt").splitlines() if line[0] != "#"])
    wanted = declared().union(*map(extra, project()["project"]["optional-dependencies"]))
    assert wanted - pinned == set()


def test_the_version_stands_in_one_place() -> None:
    assert "version" not in project()["project"]
    assert project()["project"]["dynamic"] == ["version"]
    path = project()["tool"]["hatch"]["version"]["path"]
    assert re.findall(r'(?m)^__version__ = "[\d.]+"$', text(path))


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_is_explained_and_its_commands_stand_in_contributing(target: str) -> None:
    found = re.search(rf"(?m)^{target}:  ## \S.*\n((?:\t.*\n)+)", text("Makefile"))
    assert found, f"Makefile has no {target}"
    commands = [line.strip() for line in found[1].splitlines() if "$(PYTHON)" in line]
    plain = [command.replace("$(PYTHON)", "python") for command in commands]
    assert [command for command in plain if command not in text("CONTRIBUTING.md")] == []
    missing = [
        word
        for command in plain
        for word in command.split()
        if word.endswith(".py") and "/" in word
    ]
    assert [word for word in missing if not (ROOT / word).is_file()] == []


def test_hooks_are_programs_that_are_installed_already() -> None:
    config = text(".pre-commit-config.yaml")
    assert re.findall(r"repo: (.*)", config) == ["local"]
    assert set(re.findall(r"language: (.*)", config)) == {"system"}
    assert "://" not in config
