"""The folder of one run's results: what may be replaced there, what is kept, what goes beside."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ledgerkit.run.store import journal
from ledgerkit.run.store.atomic import TEMPORARY, sha256, write_atomically
from ledgerkit.run.store.locks import locked, open_lock
from ledgerkit.run.store.names import (
    KEPT,
    RECORD,
    REGISTER_BOOK,
    kept_name,
    same,
    to_json,
)
from ledgerkit.run.store.outputs import Output, ResultsUnwritable, Stored
from ledgerkit.run.store.previous import PreviousRun, read_previous

_TRIES = 20
"""Names that are tried beside a file that is open."""


@dataclass
class Results:
    """The folder of one month's results, held by one run."""

    folder: Path
    previous: PreviousRun
    """What the last run left here, under the same record."""
    record_name: str
    _written: dict[str, str] = field(default_factory=dict)
    """Path as every system tells it → sha256."""
    _own: dict[str, set[str]] = field(default_factory=dict)
    """Path → the sums of all that the kit wrote there and may stand there still."""
    _looked_at: dict[str, str] = field(default_factory=dict)
    """总表 → the sum that it had when what people wrote into it was taken."""

    def __post_init__(self) -> None:
        for digest, path in [
            *journal.entries(self.folder),
            *((output.sha256, output.path) for output in self.previous.outputs),
        ]:
            self._own.setdefault(path, set()).add(digest)
        journal.begin(self.folder, self._own)

    @property
    def has_written(self) -> bool:
        return bool(self._written)

    def is_own(self, path: str, digest: str) -> bool:
        """Whether the kit itself wrote what has this sum."""
        return digest in self._own.get(path, ())

    def look_at(self, path: str, digest: str) -> None:
        """Note that what people wrote into this 总表 was taken, as it stood under this sum."""
        self._looked_at[path] = digest

    def write(self, output: Output) -> Stored:
        """Put a file in its place, or beside one that a person edited or has open.

        ResultsUnwritable where nothing can be written at all.
        """
        digest = sha256(output.data)
        path, note = output.path, ""
        if same(path) in self._written:
            path = self._beside(path, digest)
        elif self._is_edited(path, digest):
            if path == REGISTER_BOOK and self._is_taken(path):
                note = f"总表有人改过,原样留在 {self._keep(path)}"
            elif path == REGISTER_BOOK:
                path = self._beside(path, digest)
                note = f"总表在运行时有人改动,没有动它,新的写在 {path},下次运行一并带过去"
            else:
                path = self._beside(path, digest)
                note = f"原文件有人改过,没有动它,新的写在 {path}"
        if not self._put(path, output.data):
            path = self._put_beside(output.path, output.data, digest)
            note = f"{output.path} 正开着,新的写在 {path}"
        self._written[same(path)] = digest
        return Stored(path, digest, output.kind, output.recipient, note)

    def clear_stale(self, keep: Collection[str] = ()) -> None:
        """Remove what an earlier run wrote and this one did not, unless a person edited it.

        ``keep`` are the paths that this run was not asked for. Of a further 总表, from which all
        that people wrote was carried to the new one, an edited one is put away under 历次/.
        """
        for path in dict.fromkeys((*self._own, *self._looked_at)):
            target = self.folder / path
            if same(path) in self._written or path in keep or not target.is_file():
                continue
            own = self.is_own(path, sha256(target.read_bytes()))
            if not own and path in self._looked_at and self._is_taken(path):
                self._keep(path)
                own = True
            if own:
                with contextlib.suppress(PermissionError):
                    target.unlink()

    def keep(self, path: str, data: bytes) -> None:
        """Write a file that no record names and no later run removes by itself."""
        if not self._put(path, data):
            raise ResultsUnwritable(str(self.folder / path))

    def _is_taken(self, path: str) -> bool:
        """Whether a 总表 still stands as it did when the notes were taken from it, if they were."""
        target = self.folder / path
        looked_at = self._looked_at.get(path)
        return looked_at is None or (target.is_file() and sha256(target.read_bytes()) == looked_at)

    def record(self, record: Mapping[str, object]) -> None:
        """Write the record, last of all; a file of that name that is none is kept first."""
        target = self.folder / self.record_name
        if target.is_file() and not self.previous.is_record:
            self._keep(self.record_name)
        try:
            write_atomically(target, to_json(record).encode())
        except OSError as error:
            raise ResultsUnwritable(str(target)) from error

    def _put(self, path: str, data: bytes) -> bool:
        """Whether the file could be written; it cannot while somebody has it open in Excel."""
        target = self.folder / path
        try:
            if not target.is_file() or target.read_bytes() != data:
                if not path.startswith(f"{KEPT}/"):  # what is kept there is no run's to remove
                    journal.note(self.folder, path, sha256(data))
                write_atomically(target, data)
        except (PermissionError, IsADirectoryError):
            return False
        except OSError as error:  # a full disk, a file where a folder must be
            raise ResultsUnwritable(str(target)) from error
        return True

    def _put_beside(self, path: str, data: bytes, digest: str) -> str:
        """Write under the first name beside the file that can be written."""
        for _ in range(_TRIES):
            beside = self._beside(path, digest)
            if self._put(beside, data):
                return beside
            self._written[same(beside)] = digest
        raise ResultsUnwritable(str(self.folder / path))

    def _is_edited(self, path: str, digest: str) -> bool:
        target = self.folder / path
        if not target.is_file():
            return False
        standing = sha256(target.read_bytes())
        return standing != digest and not self.is_own(path, standing)

    def _keep(self, path: str) -> str:
        data = (self.folder / path).read_bytes()
        kept = kept_name(path, sha256(data))
        self._put(kept, data)
        return kept

    def _beside(self, path: str, digest: str) -> str:
        """The first free name beside a file: (新版), (新版2) and so on."""
        name = PurePosixPath(path)
        number = 0
        while True:
            number += 1
            mark = f"(新版{number if number > 1 else ''})"
            candidate = str(name.with_name(f"{name.stem}{mark}{name.suffix}"))
            if same(candidate) not in self._written and not self._is_edited(candidate, digest):
                return candidate


@contextlib.contextmanager
def open_results(folder: Path, record: str = RECORD, below: str = "") -> Iterator[Results]:
    """Hold a results folder for one run, and read there what the last one left (``read_previous``).

    ResultsBusy if another run has it, ResultsUnwritable if nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = open_lock(folder)
    except OSError as error:
        raise ResultsUnwritable(str(folder)) from error
    with _empty_again(folder), stream, locked(stream, folder):
        try:
            for left in folder.rglob(f"{TEMPORARY}*.tmp"):
                left.unlink(missing_ok=True)
            results = Results(folder, read_previous(folder, record, below), record)
        except OSError as error:
            raise ResultsUnwritable(str(folder)) from error
        try:
            yield results
        except Exception:
            if not results.has_written:
                journal.end(folder)
            raise
        journal.end(folder)


@contextlib.contextmanager
def _empty_again(folder: Path) -> Iterator[None]:
    """Leave no empty folder behind where nothing could be done."""
    try:
        yield
    except Exception:
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise
