"""What runs in a worker process: it takes items, does each, and reports each to the pool."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

MEMORY = 1 << 30
"""Bytes that a worker may hold, where the system can keep it to that."""
READY, DONE, FAILED, RAISED = "ready", "done", "failed", "raised"
"""What a worker reports: that it has begun, and what came of an item."""


def work(pipe: Connection, task: Callable[[Any], Any]) -> None:
    """What a worker does: take a batch, do each item, report it, until the pipe is closed."""
    # Ctrl+C reaches the whole group: the parent decides what becomes of its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    with contextlib.suppress(EOFError, OSError):
        pipe.send((READY,))
        _hush()
        while True:
            for _, item in pipe.recv():
                pipe.send(_attempt(task, item))


def _hush() -> None:
    """Let go of standard error: what foreign code prints as it dies is told by our own message."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)


def _attempt(task: Callable[[Any], Any], item: Any) -> tuple[str, Any]:
    """The message that says what came of one item."""
    try:
        return DONE, task(item)
    except MemoryError:
        return FAILED, "memory"
    except Exception as error:
        return RAISED, _portable(error)
    except BaseException:
        return FAILED, "crashed"


def _portable(error: Exception) -> tuple[Exception, str]:
    """The error in a form that surely passes the pipe, and its traceback as text."""
    import pickle
    import traceback

    trace = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(str(error)), trace
    return error, trace


def _bound_memory() -> None:
    """Keep this process from holding more than MEMORY, where that is possible.

    What can be limited is address space, most of which is never touched: what this process has of
    it without holding it is added. Windows has no such limit, and macOS does not enforce it: there
    a time limit must do.
    """
    if not sys.platform.startswith("linux"):
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        pages, resident = map(int, Path("/proc/self/statm").read_text(encoding="ascii").split()[:2])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = (pages - resident) * resource.getpagesize() + MEMORY
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
