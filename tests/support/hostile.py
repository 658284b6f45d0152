"""Files that were made to harm, or that harm without being made to: for the tests of reading."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

import docx
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from xlwt.CompoundDoc import XlsDoc

from workbooks import VISIT, VISITS, bare_parts

MILLION = 1 << 20
"""Rows of a sheet."""
_SECTOR = 512


def inline(address: str, text: str) -> str:
    """A cell with its text in itself."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def line(row: int, texts: tuple[str, ...]) -> str:
    cells = (inline(f"{chr(65 + at)}{row}", text) for at, text in enumerate(texts))
    return f'<row r="{row}">{"".join(cells)}</row>'


TABLE = line(1, VISITS) + line(2, VISIT)
"""One visit under its header, as sheet data."""


def xlsx(sheet_data: str = TABLE, changes: Mapping[str, str] | None = None) -> bytes:
    """A small workbook; ``changes`` replaces parts or adds them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (bare_parts(sheet_data) | dict(changes or {})).items():
            package.writestr(name, text)
    return out.getvalue()


def part(name: str, sheet_data: str = TABLE) -> str:
    """A part of the small workbook."""
    return bare_parts(sheet_data)[name]


def laughing(name: str, near: str, sheet_data: str = TABLE) -> bytes:
    """A billion laughs in one part: ten entities of ten times the one before."""
    entities = ['<!ENTITY a0 "哈哈">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    text = part(name, sheet_data)
    root = re.search(r"<(\w+)", text)
    assert root
    bomb = f"<!DOCTYPE {root[1]} [{''.join(entities)}]>"
    text = text.replace("?>", f"?>{bomb}", 1).replace(near, f"&a9;{near}", 1)
    return xlsx(sheet_data, {name: text})


def zeros(size: int, name: str = "xl/worksheets/sheet1.xml", claimed: int | None = None) -> bytes:
    """A workbook whose last part unpacks to so many zeros, or claims to be smaller than that."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = block * (size >> 24) + packer.flush()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for other, text in bare_parts(TABLE).items():
            if other != name:
                package.writestr(other, text)
        package.writestr(name, packed)
        start = package.getinfo(name).header_offset
    data = bytearray(out.getvalue())
    # What was stored as it is is said to be packed: packing it here again would take seconds.
    for at, method in ((start, 8), (data.rindex(b"PK\x01\x02"), 10)):
        struct.pack_into("<H", data, at + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<I", data, at + method + 14, size if claimed is None else claimed)
    return bytes(data)


def strict(data: bytes) -> bytes:
    """A workbook in the Strict form of ISO/IEC 29500, whose namespaces are others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as package:
        for name in whole.namelist():
            text = whole.read(name).decode()
            text = text.replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            package.writestr(name, text)
    return out.getvalue()


def many_sheets(count: int) -> bytes:
    """So many sheets, the visit on the last of them."""
    name, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    types = "[Content_Types].xml"
    numbers = range(2, count + 1)
    changes: dict[str, str] = {
        name: part(name).replace(
            "</sheets>",
            "".join(f'<sheet name="第{n}张" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
            + "</sheets>",
        ),
        relations: part(relations).replace(
            "</Relationships>",
            "".join(_again(part(relations), "<Relationship ", n) for n in numbers)
            + "</Relationships>",
        ),
        types: part(types).replace(
            "</Types>",
            "".join(_again(part(types), '<Override PartName="/xl/worksheets', n) for n in numbers)
            + "</Types>",
        ),
    }
    sheet = part("xl/worksheets/sheet1.xml")
    changes |= {
        f"xl/worksheets/sheet{n}.xml": sheet.replace(TABLE, line(1, ("空",))) for n in numbers
    }
    changes["xl/worksheets/sheet1.xml"] = sheet.replace(TABLE, "")
    changes[f"xl/worksheets/sheet{count}.xml"] = sheet
    return xlsx(changes=changes)


def _again(text: str, start: str, number: int) -> str:
    """The element of the first sheet, for another one."""
    at = text.index(start)
    element = text[at : text.index("/>", at) + 2]
    return element.replace("sheet1.xml", f"sheet{number}.xml").replace('"r1"', f'"r{number}"')


def encrypted(data: bytes) -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("123456", out)
    return out.getvalue()


def ods(rows: int, columns: int) -> bytes:
    """A sheet whose one value stands in so many rows and columns, in a few bytes."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body>'
        '<office:spreadsheet><table:table table:name="走访日志">'
        f'<table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string">'
        "<text:p>满</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    return out.getvalue()


def biff(corner: bool = False) -> bytes:
    """The Workbook stream of an .xls with the visit, and something in the last cell."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("走访日志")
    if corner:
        sheet.write(65535, 255, 1)
    for row, texts in enumerate((VISITS, VISIT)):
        for column, text in enumerate(texts):
            sheet.write(row, column, text)
    stream: bytes = book.get_biff_data()
    return stream


def xls(stream: bytes | None = None) -> bytes:
    """The stream in its OLE container."""
    out = io.BytesIO()
    XlsDoc().save(out, stream or biff())
    return out.getvalue()


def xls_with_password() -> bytes:
    """An .xls that says, as its second record, that RC4 was used."""
    stream = biff()
    (first,) = struct.unpack_from("<H", stream, 2)
    password = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + bytes(48)
    return xls(stream[: 4 + first] + password + stream[4 + first :])


def looping_stream() -> bytes:
    """An .xls whose sectors all follow themselves in the allocation table."""
    return _with_table(lambda at, next_one: at if next_one < 0xFFFFFFF0 or at < 4 else next_one)


def looping_pairs() -> bytes:
    """An .xls whose sectors follow each other in pairs."""
    return _with_table(lambda at, next_one: at ^ 1)


def _with_table(change: Callable[[int, int], int]) -> bytes:
    data = bytearray(xls())
    (table,) = struct.unpack_from("<I", data, 76)
    start = (table + 1) * _SECTOR
    entries = struct.unpack_from("<128I", data, start)
    changed = [change(at, one) for at, one in enumerate(entries)]
    struct.pack_into("<128I", data, start, *changed)
    return bytes(data)


def looping_tables() -> bytes:
    """An .xls whose list of allocation tables, said to be endless, goes round in one sector."""
    data = bytearray(xls())
    struct.pack_into("<I", data, 44, 0xFFFF)
    struct.pack_into("<II", data, 68, 0, 0xFFFF)
    struct.pack_into("<I", data, 2 * _SECTOR - 4, 0)
    return bytes(data)


def xlsb(corner: bool = False) -> bytes:
    """The visit in Excel's binary form, and something in the last cell."""
    name = "xl/workbook.bin"
    book = b"".join(
        (
            _record(131),
            _record(143),
            _record(156, struct.pack("<II", 0, 1) + _wide("r1") + _wide("走访日志")),
            _record(144),
            _record(132),
        )
    )
    rows = b"".join(_binary_rows((VISITS, VISIT)))
    if corner:
        rows += _record(0, struct.pack("<I", MILLION - 1) + bytes(21))
        rows += _record(6, struct.pack("<II", 16383, 0) + _wide("末"))
    sheet = b"".join(
        (
            _record(129),
            _record(148, struct.pack("<4I", 0, 1, 0, len(VISITS) - 1)),
            _record(145),
            rows,
            _record(146),
            _record(130),
        )
    )
    relations = part("xl/_rels/workbook.xml.rels").replace("sheet1.xml", "sheet1.bin")
    types = part("[Content_Types].xml")
    types = types.replace("workbook.xml", "workbook.bin").replace("sheet1.xml", "sheet1.bin")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", part("_rels/.rels").replace("workbook.xml", "workbook.bin"))
        package.writestr(name, book)
        package.writestr("xl/_rels/workbook.bin.rels", relations)
        package.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()


def _binary_rows(lines: tuple[tuple[str, ...], ...]) -> Iterator[bytes]:
    for row, texts in enumerate(lines):
        yield _record(0, struct.pack("<I", row) + bytes(21))
        for column, text in enumerate(texts):
            yield _record(6, struct.pack("<II", column, 0) + _wide(text))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(number: int, content: bytes = b"") -> bytes:
    kind = bytes((number,)) if number < 128 else bytes((number & 0x7F | 0x80, number >> 7))
    length, size = len(content), b""
    while True:
        length, low = length >> 7, length & 0x7F
        size += bytes((low | 0x80 if length else low,))
        if not length:
            return kind + size + content


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


SPREADSHEET_2003 = (
    '<?xml version="1.0" encoding="UTF-16"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="走访日志"/>'
    "</Workbook>"
)
