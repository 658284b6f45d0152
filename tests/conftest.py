"""Fixtures that several rooms share."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from ledgerkit.model.period import Month
from ledgerkit.run.month import run_month
from ledgerkit.run.report import MonthReport

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
"""Each run tries the same examples, on a slow machine too; --hypothesis-profile=default others."""

DISTRICT = Path(__file__).resolve().parents[1] / "samples" / "district"
CONVERSION_SECONDS = 180
"""How long one conversion may take on a busy machine."""

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""Comma, double quote, UTF-8, from the first row: LibreOffice's filter options."""

Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def october(tmp_path_factory: pytest.TempPathFactory) -> MonthReport:
    """The made-up district's October, written outside the samples; for reading only."""
    out = tmp_path_factory.mktemp("october")
    return run_month(DISTRICT, Month(2026, 10), dt.date(2026, 10, 31), out=out, jobs=1)


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's command; the test skips where it is absent."""
    command = shutil.which("soffice") or shutil.which("libreoffice")
    if command is None:
        pytest.skip("LibreOffice (soffice) 不在这台机器上,略过要打开文件的测试")
    return command


@pytest.fixture(scope="session")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of this test process alone: two LibreOffices with one profile refuse to run."""
    return tmp_path_factory.mktemp("office-profile")


@pytest.fixture
def convert(soffice: str, office_profile: Path, tmp_path: Path) -> Convert:
    """``convert(path, "pdf" | "xlsx" | "csv")``: the file as LibreOffice saves it in tmp_path.

    A csv holds the first sheet, as shown. The result stands apart from the file, whose own name
    it may therefore bear.
    """

    def run(path: Path, kind: str) -> Path:
        target = tmp_path / f"converted-{kind}"
        done = subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={office_profile.as_uri()}",
                "--headless",
                "--convert-to",
                CSV if kind == "csv" else kind,
                "--outdir",
                str(target),
                str(path),
            ],
            capture_output=True,
            text=True,
            timeout=CONVERSION_SECONDS,
            check=False,
        )
        result = target / f"{path.stem}.{kind}"
        assert result.exists(), f"LibreOffice 打不开 {path.name}: {done.stdout}{done.stderr}"
        return result

    return run
