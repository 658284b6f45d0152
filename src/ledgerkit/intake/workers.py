"""Work done where its death costs one item only: in worker processes that are watched and replaced.

Readers of other people's files abort, loop and swallow memory, and no exception can be caught for
that. Each worker takes a few items at a time and reports each one, so the culprit is always known.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import sys
import time
import types
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Literal, TypeVar

from ledgerkit.intake.worker_process import FAILED, RAISED, READY, work

T = TypeVar("T")
R = TypeVar("R")
Reason = Literal["crashed", "timeout", "memory"]

_BATCH = 8
"""Items that a worker is given at once, at most."""
_SHARES = 4
"""Batches into which each worker's part is cut at least, so that none is left with all the rest."""
_MOST = 60
"""Workers at most: Windows waits for no more than 63 pipes at once."""
_STARTS = 3
"""Workers that may die in a row before they have begun: then the fault is ours."""
_START_SECONDS = 120.0
_SIGKILL = -9


def each(
    task: Callable[[T], R],
    items: Sequence[T],
    *,
    jobs: int,
    seconds: float,
    failed: Callable[[T, Reason], R],
    done: Callable[[T], None],
) -> list[R]:
    """The results of ``task`` for all items, in their order, reckoned in ``jobs`` processes.

    An item whose task kills its process, leaves it, or raises past Exception is "crashed"; one that
    takes over ``seconds`` is "timeout"; one that wants too much is "memory": for these ``failed``
    gives the result, and the others go on. ``done`` is called here for each item that is finished.

    ``task``, items and results must be picklable. An ordinary exception of the task is a fault of
    the program: it is raised here, after the workers are stopped. RuntimeError if workers cannot
    start, as with a task of a script that calls this outside of ``if __name__ == "__main__":``.
    """
    pool = _Pool(task, items, max(1, min(jobs, len(items), _MOST)), seconds)
    results: dict[int, R] = {}
    try:
        for at, outcome in pool.outcomes():
            if isinstance(outcome, _Failure):
                results[at] = failed(items[at], outcome.reason)
            else:
                results[at] = outcome
            done(items[at])
    finally:
        pool.stop()
    return [results[at] for at in range(len(items))]


@dataclass(frozen=True, slots=True)
class _Failure:
    reason: Reason


@dataclass(eq=False)
class _Worker:
    """A process, our end of its pipe, and the items that it was given and has not reported."""

    process: Any
    pipe: Connection
    since: float
    has_begun: bool = False
    batch: deque[int] = field(default_factory=deque)

    def kill(self) -> int | None:
        """End the process for good and say how it went."""
        self.pipe.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        code: int | None = self.process.exitcode
        self.process.close()
        return code


class _Pool:
    """The workers of one call of ``each``."""

    def __init__(
        self, task: Callable[[Any], Any], items: Sequence[Any], jobs: int, seconds: float
    ) -> None:
        self._task, self._items, self._jobs, self._seconds = task, items, jobs, seconds
        self._waiting = deque(range(len(items)))
        self._workers: list[_Worker] = []
        self._stillborn = 0

    def outcomes(self) -> Iterator[tuple[int, Any]]:
        """(position of the item, its result or _Failure), as they come in."""
        left = len(self._items)
        while left:
            self._employ()
            for outcome in self._news():
                left -= 1
                yield outcome

    def stop(self) -> None:
        """End all workers, whatever they are doing."""
        while self._workers:
            self._workers.pop().kill()

    def _employ(self) -> None:
        """Start workers up to the number wanted and give the idle ones something to do."""
        busy = sum(bool(worker.batch) for worker in self._workers)
        while len(self._workers) < min(self._jobs, busy + len(self._waiting)):
            self._workers.append(self._start())
        idle = [worker for worker in self._workers if worker.has_begun and not worker.batch]
        for worker in idle:
            size = min(_BATCH, math.ceil(len(self._waiting) / (self._jobs * _SHARES)))
            batch = [self._waiting.popleft() for _ in range(size)]
            if not batch:
                continue
            # The worker has nothing left to send and is reading, so that this cannot block.
            worker.batch.extend(batch)
            worker.since = time.monotonic()
            # If it has died meanwhile, the closed pipe says so in the next news.
            with contextlib.suppress(OSError):
                worker.pipe.send([(at, self._items[at]) for at in batch])

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._task), daemon=True)
        try:
            with _main_left_alone(self._task):
                process.start()
        finally:
            # With the only other end in the worker, its death is the end of the pipe.
            theirs.close()
        return _Worker(process, ours, time.monotonic())

    def _news(self) -> Iterator[tuple[int, Any]]:
        """Wait until a worker reports, dies or has used up its time, and say what is finished."""
        soonest = min(self._deadline(worker) for worker in self._workers)
        reporting = wait(
            [worker.pipe for worker in self._workers],
            timeout=None if soonest == math.inf else max(0.0, soonest - time.monotonic()),
        )
        heard = [worker for worker in self._workers if worker.pipe in reporting]
        for worker in heard:
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self._lost(worker, None)
            else:
                yield from self._heard(worker, *message)
        now = time.monotonic()
        overdue = [worker for worker in self._workers if self._deadline(worker) <= now]
        for worker in overdue:
            if not worker.pipe.poll():
                yield from self._lost(worker, "timeout")

    def _deadline(self, worker: _Worker) -> float:
        if not worker.has_begun:
            return worker.since + _START_SECONDS
        return worker.since + self._seconds if worker.batch else math.inf

    def _heard(self, worker: _Worker, what: str, payload: Any = None) -> Iterator[tuple[int, Any]]:
        worker.since = time.monotonic()
        if what == READY:
            worker.has_begun, self._stillborn = True, 0
            return
        if what == RAISED:
            error, trace = payload
            error.add_note(f"{self._items[worker.batch[0]]!r}\n{trace}")
            raise error
        yield worker.batch.popleft(), _Failure(payload) if what == FAILED else payload

    def _lost(self, worker: _Worker, reason: Reason | None) -> Iterator[tuple[int, Any]]:
        """Replace a worker: the first item not reported is the culprit, the others wait again."""
        self._workers.remove(worker)
        begun, batch, code = worker.has_begun, worker.batch, worker.kill()
        if not begun:
            self._stillborn += 1
            if self._stillborn >= _STARTS:
                raise RuntimeError(
                    f"工作进程启动不了(退出码 {code});"
                    '在脚本里调用时,请放在 if __name__ == "__main__": 之下'
                )
        if batch:
            culprit = batch.popleft()
            self._waiting.extendleft(reversed(batch))
            # The system kills what takes all its memory; nothing else here sends this signal.
            yield culprit, _Failure(reason or ("memory" if code == _SIGKILL else "crashed"))


@contextlib.contextmanager
def _main_left_alone(task: Callable[[Any], Any]) -> Iterator[None]:
    """Start a process without running the caller's script in it again, where the task is our own.

    A spawned process imports ``__main__`` anew for the sake of tasks defined there; for ours that
    would only cost time, and go wrong in a script without ``if __name__ == "__main__":``.
    """
    module = getattr(getattr(task, "func", task), "__module__", "")
    if module.partition(".")[0] != __name__.partition(".")[0]:
        yield
        return
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
