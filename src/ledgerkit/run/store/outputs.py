"""What is written and what came of it; what stops a run from writing."""

from __future__ import annotations

from dataclasses import dataclass


class ResultsBusy(Exception):
    """Another run is writing to the same folder."""


class ResultsUnwritable(Exception):
    """The folder for the results cannot be made or written to."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: its path below the results' folder, its bytes, what it is, for whom."""

    path: str
    data: bytes
    kind: str
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as it was written; ``note`` says in words what was done about an edited one."""

    path: str
    sha256: str
    kind: str
    recipient: str
    note: str = ""
