"""The only module that writes results to disk: whole files or nothing, one run at a time.

What a person edited after the kit wrote it is told by its sha256 and never lost: an edited 总表 is
first kept whole under 历次/, any other edited file stays and the new version goes beside it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import sys
import tempfile
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

RECORD = "运行记录.json"
REGISTER_BOOK = "总表.xlsx"
KEPT = "历次"
_BOOK = re.compile(r"总表(\(新版\d*\))?\.xlsx")
_LOCK = ".ledgerkit.lock"
_JOURNAL = ".ledgerkit.journal"
"""What this run writes or may remove, a sum and a path to a line: should it be killed, the next one
knows what is the kit's own.
"""
_TEMPORARY = ".ledgerkit-"
_TRIES = 20
"""Names that are tried beside a file that is open."""


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


def sha256(data: bytes) -> str:
    """The SHA-256 sum of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write_whole(target: Path, data: bytes, *, runnable: bool = False) -> None:
    """Write a file so that it is there whole or as it was; PermissionError while it is open."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_TEMPORARY, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o755 if runnable else 0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@dataclass
class Results:
    """The folder of one month's results, held by one run."""

    folder: Path
    known: Mapping[str, str]
    """Path → sha256 of what the last run left here."""
    _written: dict[str, str] = field(default_factory=dict)
    """Path as every system tells it → sha256."""
    _own: dict[str, set[str]] = field(default_factory=dict)
    """Path → the sums of all that the kit wrote there and may stand there still."""
    _looked_at: dict[str, str] = field(default_factory=dict)
    """总表 → the sum that it had when what people wrote into it was taken."""

    def __post_init__(self) -> None:
        for digest, path in [*_journal(self.folder), *((s, p) for p, s in self.known.items())]:
            self._own.setdefault(path, set()).add(digest)
        lines = (f"{digest} {path}\n" for path, own in self._own.items() for digest in sorted(own))
        write_whole(self.folder / _JOURNAL, "".join(lines).encode())

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
        if _same(path) in self._written:
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
        self._written[_same(path)] = digest
        return Stored(path, digest, output.kind, output.recipient, note)

    def clear_stale(self, keep: Collection[str] = ()) -> None:
        """Remove what an earlier run wrote and this one did not, unless a person edited it.

        ``keep`` are the paths that this run was not asked for. Of a further 总表, from which all
        that people wrote was carried to the new one, an edited one is put away under 历次/.
        """
        for path in dict.fromkeys((*self._own, *self._looked_at)):
            target = self.folder / path
            if _same(path) in self._written or path in keep or not target.is_file():
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

    def record(self, record: Mapping[str, object], name: str = RECORD) -> None:
        """Write 运行记录.json, last of all; a file of that name that is none is kept first."""
        target = self.folder / name
        if target.is_file() and "documents" not in (read_record(self.folder, name) or {}):
            self._keep(name)
        try:
            write_whole(target, to_json(record).encode())
        except PermissionError as error:
            raise ResultsUnwritable(str(target)) from error

    def _put(self, path: str, data: bytes) -> bool:
        """Whether the file could be written; it cannot while somebody has it open in Excel."""
        target = self.folder / path
        try:
            if not target.is_file() or target.read_bytes() != data:
                if not path.startswith(f"{KEPT}/"):  # what is kept there is no run's to remove
                    with (self.folder / _JOURNAL).open("ab") as journal:
                        journal.write(f"{sha256(data)} {path}\n".encode())
                write_whole(target, data)
        except PermissionError:
            return False
        return True

    def _put_beside(self, path: str, data: bytes, digest: str) -> str:
        """Write under the first name beside the file that can be written."""
        for _ in range(_TRIES):
            beside = self._beside(path, digest)
            if self._put(beside, data):
                return beside
            self._written[_same(beside)] = digest
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
        """The first free name beside a file: (新版), (新版2), …"""
        name = PurePosixPath(path)
        number = 0
        while True:
            number += 1
            mark = f"(新版{number if number > 1 else ''})"
            candidate = str(name.with_name(f"{name.stem}{mark}{name.suffix}"))
            if _same(candidate) not in self._written and not self._is_edited(candidate, digest):
                return candidate


def _same(path: str) -> str:
    """The form in which Windows and macOS take two paths for one."""
    return unicodedata.normalize("NFC", path).casefold()


def kept_name(path: str, digest: str) -> str:
    """Where an edited file with this sum is kept whole."""
    name = PurePosixPath(path)
    return f"{KEPT}/{name.stem}-{digest[:8]}{name.suffix}"


def register_books(folder: Path) -> list[Path]:
    """总表.xlsx and those that had to be written beside it, the one saved last at the end."""
    found = [path for path in folder.glob("总表*.xlsx") if _BOOK.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))


def to_json(record: Mapping[str, object]) -> str:
    """A record as the kit writes it: UTF-8, two spaces, keys in their order."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def read_record(folder: Path, name: str = RECORD) -> Mapping[str, object] | None:
    """The run record of a results folder, None where there is none that can be read."""
    try:
        record = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


@contextlib.contextmanager
def open_results(folder: Path, known: Mapping[str, str]) -> Iterator[Results]:
    """Hold a results folder for one run; ResultsBusy if another run has it, ResultsUnwritable if
    nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / _LOCK).open("a+b")
    except OSError as error:
        raise ResultsUnwritable(str(folder)) from error
    with _empty_again(folder), stream, _held(stream, folder):
        try:
            for left in folder.rglob(f"{_TEMPORARY}*.tmp"):
                left.unlink(missing_ok=True)
            results = Results(folder, known)
        except OSError as error:
            raise ResultsUnwritable(str(folder)) from error
        try:
            yield results
        except Exception:
            if not results.has_written:
                (folder / _JOURNAL).unlink(missing_ok=True)
            raise
        (folder / _JOURNAL).unlink(missing_ok=True)


@contextlib.contextmanager
def _empty_again(folder: Path) -> Iterator[None]:
    """Leave no empty folder behind where nothing could be done."""
    try:
        yield
    except Exception:
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise


def _journal(folder: Path) -> Iterator[tuple[str, str]]:
    """(sum, path) of what a run that did not end wrote or might have removed."""
    try:
        lines = (folder / _JOURNAL).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        digest, space, path = line.partition(" ")
        if space and len(digest) == 64:
            yield digest, path


@contextlib.contextmanager
def _held(stream: BinaryIO, folder: Path) -> Iterator[None]:
    """A lock that the system gives back when the program ends, however it ends."""
    try:
        _lock(stream.fileno())
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise ResultsBusy(str(folder)) from error
        yield  # a network share that knows no locks: better unlocked than never
        return
    try:
        yield
    finally:
        # Windows removes no open file; elsewhere the name goes first, so that no second run can
        # lock a file that is about to vanish.
        if sys.platform == "win32":
            _unlock(stream.fileno())
            stream.close()
        with contextlib.suppress(OSError):
            (folder / _LOCK).unlink()
        if sys.platform != "win32":
            _unlock(stream.fileno())


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
