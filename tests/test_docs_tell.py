"""What docs/domain.md and docs/contract.md tell is what the declarations and the code say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import click
import pytest

import ledgerkit
from ledgerkit.faces.cli import cli
from ledgerkit.ledgers import catalog
from ledgerkit.model.outcome import DutyState
from ledgerkit.model.submission import FileState
from ledgerkit.office.tables import TABLES, DirectoryTable
from ledgerkit.run import record

ROOT = Path(__file__).resolve().parents[1]
DOMAIN = (ROOT / "docs" / "domain.md").read_text(encoding="utf-8")
CONTRACT = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")


def told_columns(ledger: str) -> list[tuple[str, bool]]:
    """(name, required) of the columns that the page tells of a ledger; none if it is not told."""
    start = re.search(rf"^(### {ledger}$|\*\*{ledger}\*\*)", DOMAIN, re.MULTILINE)
    if start is None:
        return []
    listed = re.search(r"序号 \(computed\).*?(?=\n\n)", DOMAIN[start.end() :], re.DOTALL)
    assert listed
    return [named(item) for item in " ".join(listed[0].split("\n")).split("·")]


def named(item: str) -> tuple[str, bool]:
    """“走访编号★ (of 走访日志)” → the name, and whether it has a star."""
    name = re.split(r"[★\s(]", item.strip(), maxsplit=1)[0]
    return name, "★" in item


def section(heading: str) -> str:
    """The contract under a heading of the second level."""
    return CONTRACT.split(f"## {heading}\n")[1].split("\n## ")[0]


def commands() -> dict[str, click.Command]:
    context = click.Context(cli)
    found = ((name, cli.get_command(context, name)) for name in cli.list_commands(context))
    return {name: command for name, command in found if command}


@pytest.mark.parametrize("name", [name for name in catalog.ledgers() if told_columns(name)])
def test_the_domain_tells_the_columns_of_a_ledger_as_they_are_declared(name: str) -> None:
    ledger = catalog.ledgers()[name]
    assert told_columns(name) == [(column.name, column.required) for column in ledger.columns]
    assert f"`{ledger.prefix}`" in DOMAIN


def test_the_domain_tells_every_ledger_of_the_six_systems() -> None:
    assert sum(bool(told_columns(name)) for name in catalog.ledgers()) >= 9


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_domain_tells_the_sheets_of_the_directory(table: DirectoryTable) -> None:
    [line] = [line for line in DOMAIN.splitlines() if line.startswith(f"| {table.name} | ")]
    told = re.sub(r" \([^()]*\)", "", line.split(" | ")[1]).split(", ")
    assert [*map(named, told)] == [(column.name, column.required) for column in table.columns]


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_contract_tells_every_command_and_its_options(name: str) -> None:
    line = next(line for line in section("Commands").splitlines() if f"`{name} " in line)
    options = [option for one in commands()[name].params for option in one.opts]
    shared = line if "options as `month`" not in line else section("Commands")
    assert [one for one in options if one.startswith("--") and one not in shared] == []


def test_the_contract_tells_every_key_of_the_record() -> None:
    tree = ast.parse(Path(record.__file__).read_text(encoding="utf-8"))
    keys = {
        key.value
        for held in ast.walk(tree)
        if isinstance(held, ast.Dict)
        for key in held.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    assert len(keys) > 40
    page = section("The run record")
    assert {key for key in keys if not re.search(rf"[`.]{key}(\[\])?`", page)} == set()


def test_the_contract_tells_every_state_of_a_file_and_a_duty() -> None:
    page = section("The run record")
    assert [state for state in FileState if f"`{state}`" not in page] == []
    assert [state for state in DutyState if state not in page] == []


def test_the_contract_tells_every_public_name() -> None:
    page = section("In Python")
    names = {one for one in ledgerkit.__all__ if not one.startswith("__")}
    assert {one for one in names if f"`{one}`" not in page} == set()
