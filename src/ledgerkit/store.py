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
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

RECORD = "运行记录.json"
REGISTER_BOOK = "总表.xlsx"
KEPT = "历次"
_LOCK = ".ledgerkit.lock"
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
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
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

    def write(self, output: Output) -> Stored:
        """Put a file in its place, or beside one that a person edited or has open.

        ResultsUnwritable where nothing can be written at all.
        """
        digest = sha256(output.data)
        path, note = output.path, ""
        if path in self._written:
            path = self._beside(path, digest)
        elif self._is_edited(path, digest):
            if path == REGISTER_BOOK:
                note = f"总表有人改过,原样留在 {self._keep(path)}"
            else:
                path = self._beside(path, digest)
                note = f"原文件有人改过,没有动它,新的写在 {path}"
        if not self._put(path, output.data):
            path = self._put_beside(output.path, output.data, digest)
            note = f"{output.path} 正开着,新的写在 {path}"
        self._written[path] = digest
        return Stored(path, digest, output.kind, output.recipient, note)

    def clear_stale(self) -> None:
        """Remove what the last run wrote and this one did not, unless a person edited it."""
        for path, digest in self.known.items():
            target = self.folder / path
            if path in self._written or not target.is_file():
                continue
            if sha256(target.read_bytes()) == digest:
                with contextlib.suppress(PermissionError):
                    target.unlink()

    def record(self, record: Mapping[str, object]) -> None:
        """Write 运行记录.json, last of all; a file of that name that is none is kept first."""
        target = self.folder / RECORD
        if target.is_file() and "documents" not in (read_record(self.folder) or {}):
            self._keep(RECORD)
        try:
            write_whole(target, to_json(record).encode())
        except PermissionError as error:
            raise ResultsUnwritable(str(target)) from error

    def _put(self, path: str, data: bytes) -> bool:
        """Whether the file could be written; it cannot while somebody has it open in Excel."""
        target = self.folder / path
        try:
            if not target.is_file() or target.read_bytes() != data:
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
            self._written[beside] = digest
        raise ResultsUnwritable(str(self.folder / path))

    def _is_edited(self, path: str, digest: str) -> bool:
        target = self.folder / path
        if not target.is_file():
            return False
        return sha256(target.read_bytes()) not in (digest, self.known.get(path))

    def _keep(self, path: str) -> str:
        data = (self.folder / path).read_bytes()
        name = PurePosixPath(path)
        kept = f"{KEPT}/{name.stem}-{sha256(data)[:8]}{name.suffix}"
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
            if candidate not in self._written and not self._is_edited(candidate, digest):
                return candidate


def to_json(record: Mapping[str, object]) -> str:
    """A record as the kit writes it: UTF-8, two spaces, keys in their order."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def read_record(folder: Path) -> Mapping[str, object] | None:
    """The run record of a results folder, None where there is none that can be read."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
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
    with stream, _held(stream, folder):
        yield Results(folder, known)


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
