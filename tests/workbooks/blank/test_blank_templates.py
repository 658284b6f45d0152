"""What is committed under templates/xlsx is what the declarations say today."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ledgerkit import office
from ledgerkit.ledgers import catalog
from ledgerkit.model.period import Month
from ledgerkit.workbooks import blank

SHIPPED = Path(__file__).parents[3] / "templates" / "xlsx"


def parts(package: bytes) -> list[tuple[str, bytes]]:
    """Names and contents in order: how they are deflated is up to the zlib at hand."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return [(part.filename, opened.read(part)) for part in opened.infolist()]


@pytest.fixture(scope="module")
def rebuilt() -> dict[str, bytes]:
    return blank.templates(catalog.books(), office.default())


def test_every_book_and_the_directory_are_shipped(rebuilt: dict[str, bytes]) -> None:
    expected = {f"{name}.xlsx" for name in catalog.books()} | {"名录.xlsx"}
    assert set(rebuilt) == expected
    assert {path.name for path in SHIPPED.glob("*.xlsx")} == expected


@pytest.mark.parametrize("name", [*(f"{name}.xlsx" for name in catalog.books()), "名录.xlsx"])
def test_rebuilding_gives_the_committed_template(name: str, rebuilt: dict[str, bytes]) -> None:
    assert parts(rebuilt[name]) == parts((SHIPPED / name).read_bytes()), (
        f"{name} 与声明不一致,请运行 ledgerkit templates 后提交"
    )


def test_the_same_input_gives_the_same_bytes() -> None:
    book, month = catalog.books()["三张清单"], Month(2026, 11)
    first, second = (
        blank.build(book, office.default(), unit="区法院", month=month) for _ in range(2)
    )
    assert first == second
    assert first != blank.build(book, office.default(), unit="区司法局", month=month)


def test_nothing_tells_who_built_it_or_when() -> None:
    for name, package in blank.templates(catalog.books(), office.default()).items():
        contents = dict(parts(package))
        core = contents["docProps/core.xml"].decode()
        assert "creator" not in core, name
        assert "lastModifiedBy" not in core, name
        assert core.count("2000-01-01T00:00:00Z") == 2, name
