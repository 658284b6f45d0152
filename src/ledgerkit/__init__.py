"""ledgerkit: workbooks of an office in, findings, registers, alerts and Word documents out.

In come an office folder, or files, and the day up to which is reckoned; out go reports. Scripts may
rely on everything named in ``__all__`` and on nothing below it (docs/contract.md#in-python). It is
looked up when it is first asked for, so that ``import ledgerkit`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from ledgerkit.faces.api import check, export, month, new, quarter, rollup, trace, year
    from ledgerkit.model.errors import LedgerkitError, NotThere, WrongCall
    from ledgerkit.model.table import DeclarationError
    from ledgerkit.papers.word import TemplateError
    from ledgerkit.run.directory import DirectoryUnreadable
    from ledgerkit.run.districts import RollupImpossible
    from ledgerkit.run.export import ExportReport
    from ledgerkit.run.frames import FrameUnknown
    from ledgerkit.run.frames.files import ParquetUnavailable
    from ledgerkit.run.new import NewReport
    from ledgerkit.run.report import CheckReport, MonthReport
    from ledgerkit.run.rollup import RollupReport
    from ledgerkit.run.store import ResultsBusy, ResultsUnwritable
    from ledgerkit.run.trace import KeyUnknown, Trace

__all__ = [
    "CheckReport",
    "DeclarationError",
    "DirectoryUnreadable",
    "ExportReport",
    "FrameUnknown",
    "KeyUnknown",
    "LedgerkitError",
    "MonthReport",
    "NewReport",
    "NotThere",
    "ParquetUnavailable",
    "ResultsBusy",
    "ResultsUnwritable",
    "RollupImpossible",
    "RollupReport",
    "TemplateError",
    "Trace",
    "WrongCall",
    "__version__",
    "check",
    "export",
    "month",
    "new",
    "quarter",
    "rollup",
    "trace",
    "year",
]

_PLACES = {
    "faces.api": ("check", "export", "month", "new", "quarter", "rollup", "trace", "year"),
    "model.errors": ("LedgerkitError", "NotThere", "WrongCall"),
    "model.table": ("DeclarationError",),
    "papers.word": ("TemplateError",),
    "run.directory": ("DirectoryUnreadable",),
    "run.export": ("ExportReport",),
    "run.frames": ("FrameUnknown",),
    "run.frames.files": ("ParquetUnavailable",),
    "run.new": ("NewReport",),
    "run.report": ("CheckReport", "MonthReport"),
    "run.districts": ("RollupImpossible",),
    "run.rollup": ("RollupReport",),
    "run.store": ("ResultsBusy", "ResultsUnwritable"),
    "run.trace": ("KeyUnknown", "Trace"),
}
"""Module → what it gives to the package; the imports above say the same to type checkers."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name, from the module in which it stands."""
        for place, names in _PLACES.items():
            if name in names:
                found = globals()[name] = getattr(import_module(f"{__name__}.{place}"), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
