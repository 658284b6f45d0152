"""Same input, same bytes: an OOXML package with nothing in it that tells when or where."""

from __future__ import annotations

import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_PERSONAL = re.compile(
    rb"<(dc:creator|cp:lastModifiedBy)[^>]*>[^<]*</\1>|<(dc:creator|cp:lastModifiedBy)[^>]*/>"
)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def canonical(package: bytes) -> bytes:
    """The package with fixed zip times, without author names, parts in their given order."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for part in source.infolist():
            data = source.read(part)
            if part.filename == _CORE:
                data = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", _PERSONAL.sub(b"", data))
            entry = zipfile.ZipInfo(part.filename, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            out.writestr(entry, data)
    return target.getvalue()
