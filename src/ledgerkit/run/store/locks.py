"""One run at a time in a results folder."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ledgerkit.run.store.outputs import ResultsBusy

_LOCK = ".ledgerkit.lock"


def open_lock(folder: Path) -> BinaryIO:
    """The file that is locked; OSError where nothing can be written."""
    return (folder / _LOCK).open("a+b")


@contextlib.contextmanager
def locked(stream: BinaryIO, folder: Path) -> Iterator[None]:
    """A lock that the system gives back when the program ends, however it ends."""
    try:
        _lock(stream.fileno())
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise ResultsBusy(str(folder)) from error
        yield  # a network share that knows no locks: better unlocked than never
        return
    if sys.platform != "win32" and not _is_there(stream, folder):
        raise ResultsBusy(str(folder))  # closing the file gives the lock back
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


def _is_there(stream: BinaryIO, folder: Path) -> bool:
    """Whether the locked file is the one that others lock: it may have gone after it was opened."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), (folder / _LOCK).stat())
    except OSError:
        return False


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
