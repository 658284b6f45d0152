"""A task on a thread of its own: what it has to say comes through a queue; it can be cancelled."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass

from ledgerkit.faces.ending import Failure, failure
from ledgerkit.faces.window.task import Result, Task
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.progress import Progress


class Cancelled(LedgerkitError):
    """The person does not want to wait any longer."""

    wording = "已取消,什么也没有写。"


@dataclass(frozen=True)
class Stage:
    """A new stage began."""

    name: str
    total: int


@dataclass(frozen=True)
class Advance:
    """One piece of the stage is done."""


@dataclass(frozen=True)
class Done:
    """The task came to its end."""

    result: Result


@dataclass(frozen=True)
class Stopped:
    """The task was cancelled; nothing was written."""


News = Stage | Advance | Done | Failure | Stopped


class Work:
    """A task being done. It is itself the ``Progress`` that the job reports to.

    Jobs report before they write and never between two files that they write, so that cancelling
    at a report leaves either all results or none.
    """

    def __init__(self, task: Task) -> None:
        self.news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._task = task
        self._unwanted = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop at the next report."""
        self._unwanted.set()

    def stage(self, name: str, total: int) -> None:
        self._report(Stage(name, total))

    def advance(self) -> None:
        self._report(Advance())

    def _report(self, news: News) -> None:
        if self._unwanted.is_set():
            raise Cancelled
        self.news.put(news)

    def _run(self) -> None:
        self.news.put(attempt(self._task, self))


def attempt(task: Task, progress: Progress) -> Done | Failure | Stopped:
    """Do a task here and now, and say in words what kept it from its end."""
    try:
        return Done(task.run(progress))
    except Cancelled:
        return Stopped()
    except Exception as error:
        return failure(error)
