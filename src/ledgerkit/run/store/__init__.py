"""The only room that writes results to disk: whole files or nothing, one run at a time.

In come ``Output``s, a path and bytes each; what the last run left is read from its record; out go
``Stored``s, which say under which name each was written and why. ``run`` alone calls it for
results.

What a person edited after the kit wrote it is told by its sha256 and never lost: an edited 总表 is
first kept whole under 历次/, any other edited file stays and the new version goes beside it.
"""

from ledgerkit.run.store.atomic import sha256, write_atomically
from ledgerkit.run.store.names import (
    KEPT,
    RECORD,
    REGISTER_BOOK,
    kept_name,
    register_books,
    relative_link,
    to_json,
)
from ledgerkit.run.store.outputs import Output, ResultsBusy, ResultsUnwritable, Stored
from ledgerkit.run.store.previous import LEFT, NOTES, WRITTEN, PreviousRun, read_previous
from ledgerkit.run.store.results import Results, open_results

__all__ = [
    "KEPT",
    "LEFT",
    "NOTES",
    "RECORD",
    "REGISTER_BOOK",
    "WRITTEN",
    "Output",
    "PreviousRun",
    "Results",
    "ResultsBusy",
    "ResultsUnwritable",
    "Stored",
    "kept_name",
    "open_results",
    "read_previous",
    "register_books",
    "relative_link",
    "sha256",
    "to_json",
    "write_atomically",
]
