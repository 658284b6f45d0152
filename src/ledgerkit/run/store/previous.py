"""What the last run into a folder left there, by the record that it wrote last of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ledgerkit.run.store.names import RECORD, read_record
from ledgerkit.run.store.outputs import Stored

WRITTEN, LEFT, ALERTS, NOTES = "documents", "kept", "alerts", "notes"
"""Keys of a record: what that run wrote; what it left because it was not asked for it; the alerts;
what it knows of the notes in 总表."""
_OUTPUT = ("path", "sha256", "kind", "for")
_ALERT = ("ledger", "key", "level")


@dataclass(frozen=True)
class PreviousRun:
    """The record of a results folder, read and parsed once; what is no such entry is passed over.

    ``below`` leads from the office folder to the results: the record's paths begin with it.
    """

    folder: Path
    record: Mapping[str, object]
    """Empty where there is no record that can be read."""
    below: str = ""

    @property
    def is_record(self) -> bool:
        """Whether a run wrote the file that bears the record's name."""
        return WRITTEN in self.record

    @cached_property
    def outputs(self) -> tuple[Stored, ...]:
        """Every file that the run wrote or left."""
        return tuple(
            Stored(
                entry["path"].removeprefix(self.below), entry["sha256"], entry["kind"], entry["for"]
            )
            for key in (LEFT, WRITTEN)
            for entry in self._entries(key)
            if all(isinstance(entry.get(name), str) for name in _OUTPUT)
        )

    def wrote(self, path: str, digest: str) -> bool:
        """Whether the run wrote what has this sum, wherever it stands now."""
        return any(output.sha256 == digest for output in self.outputs)

    def still_there(
        self, outputs: Iterable[Stored], written: Sequence[Stored]
    ) -> tuple[Stored, ...]:
        """Of these outputs the files that are in their places and were not written now."""
        now = {output.path for output in written}
        return tuple(
            output
            for output in outputs
            if output.path not in now and (self.folder / output.path).is_file()
        )

    @property
    def alerts(self) -> Iterator[Mapping[str, Any]]:
        """Every alert as the record says it."""
        return (alert for alert in self._entries(ALERTS) if alert.keys() >= {*_ALERT})

    @property
    def levels(self) -> Mapping[tuple[str, str], str] | None:
        """(ledger, key) → the level of its alert; None without a record of alerts."""
        if not isinstance(self.record.get(ALERTS), list):
            return None
        return {
            (str(alert["ledger"]), str(alert["key"])): str(alert["level"]) for alert in self.alerts
        }

    @property
    def notes_base(self) -> str:
        """The mark of the base of the 总表 that the run wrote, "" for none."""
        notes = self.record.get(NOTES)
        return str(notes.get("base") or "") if isinstance(notes, dict) else ""

    def _entries(self, key: str) -> Iterator[Mapping[str, Any]]:
        listed = self.record.get(key)
        entries = listed if isinstance(listed, list) else []
        return (entry for entry in entries if isinstance(entry, dict))


def read_previous(folder: Path, name: str = RECORD, below: str = "") -> PreviousRun:
    """What the record of this name says of the last run into the folder."""
    return PreviousRun(folder, read_record(folder, name) or {}, below)
