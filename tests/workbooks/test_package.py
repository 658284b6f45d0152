"""Packages as they are put together: what ``zipfile`` would write, byte by byte."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from ledgerkit.workbooks.package import EPOCH, assembled, canonical, packed

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


def by_zipfile(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return target.getvalue()


@given(st.dictionaries(NAMES.filter(lambda name: "/" not in name), st.binary(max_size=300)))
def test_a_package_is_the_one_that_zipfile_writes(parts: dict[str, bytes]) -> None:
    package = assembled({name: packed(name, data) for name, data in parts.items()})
    assert package == by_zipfile(parts)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


def test_nothing_tells_who_wrote_it_or_when() -> None:
    core = (
        b"<cp:coreProperties><dc:title>t</dc:title><dc:creator>Zhang</dc:creator>"
        b"<cp:lastModifiedBy/><dcterms:created xsi:type='w3'>2026-11-03T08:00:00Z"
        b"</dcterms:created></cp:coreProperties>"
    )
    package = canonical(by_zipfile({"docProps/core.xml": core, "a": b"1"}))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.namelist() == ["docProps/core.xml", "a"]
        assert archive.read("docProps/core.xml") == (
            b"<cp:coreProperties><dc:title>t</dc:title><dcterms:created xsi:type='w3'>"
            b"2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
        )
    assert canonical(package) == package
