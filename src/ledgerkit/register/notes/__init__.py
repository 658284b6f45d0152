"""From an edited 总表 back to what the office wrote: its columns, comments, colours and rulings.

In come the bytes of an edited 总表 and the base, what the kit wrote last; out go ``Notes``, and the
register with the edits that the office let stand. ``run.notes`` calls it and fetches the files.

The rule, three-way against what the kit wrote last (``base``): what the office wrote into columns
of its own, and comments and colours anywhere, are the office's and stand as they stand now, by the
key of the row, wherever rows and columns were moved. What the kit fills stands as the kit works it
out; where somebody typed over it, that is an edit, shown beside what the unit reported until the
office rules or the unit sends the same. Nothing is lost by leaving something out: rows and sheets
that were deleted come back with their notes; what has no place any more is archived and shown.
"""

from ledgerkit.register.notes.base import Base, decode, encode, seal_of
from ledgerkit.register.notes.edited_book import EditedBook
from ledgerkit.register.notes.edited_reader import NotReadable, read_edited, seal_in
from ledgerkit.register.notes.reconcile import reconcile
from ledgerkit.register.notes.threeway import Delta, take

__all__ = [
    "Base",
    "Delta",
    "EditedBook",
    "NotReadable",
    "decode",
    "encode",
    "read_edited",
    "reconcile",
    "seal_in",
    "seal_of",
    "take",
]
