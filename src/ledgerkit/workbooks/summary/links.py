"""Links from 总表 to a cell of a received file, relative so that the office folder can move."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.url import Url

from ledgerkit.model.place import Place

LONGEST = 2000
"""Excel takes 2,080 characters; a link that comes near is left out rather than cut."""

LONGEST_QUOTED = 255
"""The longest text that a formula may quote."""

_ESCAPES = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '%#"<>[]^`{}?; '})


class FileLink(Url):  # type: ignore[misc]  # XlsxWriter ships no types
    """A link to a file with forward slashes, which Excel, WPS and LibreOffice all follow.

    XlsxWriter turns them into backslashes and takes a “#” in a file's name for the anchor; names
    such as “1#楼.xlsx” do occur.
    """

    def __init__(self, target: str, anchor: str, text: str) -> None:
        super().__init__("external:" + (f"{target}#{anchor}" if anchor else target))
        self.text = text
        self._relative = target

    def _target(self) -> str:
        return self._relative


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that shows ``value`` and leads to a place in a received file.

    With ``near`` the file's path begins at the workbook's own folder.
    """

    value: str | int
    place: Place
    near: bool = False

    def url(self, base: str) -> FileLink | None:
        """The hyperlink; None where the path is too long for any."""
        target = (self._base(base) + self.place.path).translate(_ESCAPES)
        if len(target) > LONGEST:
            return None
        return FileLink(target, self._anchor(), str(self.value))

    def formula(self, base: str) -> str | None:
        """The same as ``=HYPERLINK(…)``, which a sheet may hold any number of."""
        anchor = self._anchor()
        path = self._base(base) + self.place.path
        target = path + (f"#{anchor}" if anchor else "")
        if len(target) > LONGEST_QUOTED or "#" in path:
            return None
        shown = self.value if isinstance(self.value, int) else _quoted(self.value)
        return f"=HYPERLINK({_quoted(target)},{shown})"

    def _base(self, base: str) -> str:
        return "" if self.near else base

    def _anchor(self) -> str:
        if self.place.sheet is None:
            return ""
        sheet = self.place.sheet.replace("'", "''")
        return f"'{sheet}'!{self.place.cell or 'A1'}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
