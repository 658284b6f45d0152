"""Fixtures that several rooms share."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from ledgerkit.model.period import Month
from ledgerkit.run.month import run_month
from ledgerkit.run.new import make_office
from ledgerkit.run.report import MonthReport
from libreoffice import converted, kept_open

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
"""Each run tries the same examples, on a slow machine too; --hypothesis-profile=default others."""

DISTRICT = Path(__file__).resolve().parents[1] / "samples" / "district"

Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def october(tmp_path_factory: pytest.TempPathFactory) -> MonthReport:
    """The made-up district's October, written outside the samples; for reading only."""
    out = tmp_path_factory.mktemp("october")
    return run_month(DISTRICT, Month(2026, 10), dt.date(2026, 10, 31), out=out, jobs=1)


@pytest.fixture(scope="session")
def _new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    make_office(folder)
    return folder


@pytest.fixture
def new_office(_new_office: Path) -> Callable[[Path], Path]:
    """``new_office(folder)``: what ``ledgerkit new`` writes, made once and copied there."""

    def put(folder: Path) -> Path:
        return Path(shutil.copytree(_new_office, folder, dirs_exist_ok=True))

    return put


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's command; the test skips where it is absent."""
    command = shutil.which("soffice") or shutil.which("libreoffice")
    if command is None:
        pytest.skip("LibreOffice (soffice) 不在这台机器上,略过要打开文件的测试")
    return command


@pytest.fixture(scope="session")
def office_profile(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The profile of the LibreOffice that this test process keeps open."""
    with kept_open(soffice, tmp_path_factory.mktemp("libreoffice")) as profile:
        yield profile


@pytest.fixture
def convert(soffice: str, office_profile: Path, tmp_path: Path) -> Convert:
    """``convert(path, "pdf" | "xlsx" | "csv")``: the file as LibreOffice saves it in tmp_path.

    A csv holds the first sheet, as shown. The result stands apart from the file, whose own name
    it may therefore bear.
    """

    def run(path: Path, kind: str) -> Path:
        return converted(soffice, office_profile, path, kind, tmp_path / f"converted-{kind}")

    return run
