"""Same input, same bytes: an OOXML package with nothing in it that tells when or where."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

EPOCH = (1980, 1, 1, 0, 0, 0)
DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    LookupError,
    ValueError,
    RuntimeError,
)
"""What the readers of a zip and of the XML in it raise where it is not as it should be."""
_CORE = "docProps/core.xml"
_PERSONAL = re.compile(
    rb"<(dc:creator|cp:lastModifiedBy)[^>]*>[^<]*</\1>|<(dc:creator|cp:lastModifiedBy)[^>]*/>"
)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")

_LOCAL = struct.Struct("<4s2B4HL2L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
"""APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16."""
_VERSION, _UTF8 = 20, 0x800
_FIRST_DAY = (1 << 5) | 1
"""1980-01-01 as DOS writes it; its midnight is 0."""
_READABLE = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it lies in a package: deflated, and what the directory says of it."""

    data: bytes
    crc: int
    size: int


def packed(name: str, data: bytes) -> Packed:
    """The part of this name, compressed; the document's properties without names and times."""
    if name == _CORE:
        data = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", _PERSONAL.sub(b"", data))
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return Packed(deflate.compress(data) + deflate.flush(), zlib.crc32(data), len(data))


def assembled(parts: Mapping[str, Packed]) -> bytes:
    """The package of these parts in their order.

    Parts that are alike in many packages are compressed once, which ``zipfile`` cannot do.
    """
    body, directory = bytearray(), bytearray()
    for name, part in parts.items():
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8
        facts = (flags, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY, part.crc, len(part.data), part.size)
        directory += _CENTRAL.pack(
            *(b"PK\1\2", _VERSION, 0, _VERSION, 0, *facts),
            *(len(encoded), 0, 0, 0, 0, _READABLE, len(body)),
        )
        directory += encoded
        body += _LOCAL.pack(b"PK\3\4", _VERSION, 0, *facts, len(encoded), 0) + encoded + part.data
    count = len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def canonical(package: bytes) -> bytes:
    """The package with fixed zip times, without author names, parts in their given order."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {part: source.read(part) for part in source.namelist()}
    return assembled({name: packed(name, data) for name, data in parts.items()})
