"""LibreOffice as the tests use it: one that stays open, so that a conversion costs no start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONVERSION_SECONDS = 180
"""How long one conversion may take on a busy machine."""

START_SECONDS = 60
"""How long to wait for the one that stays open; without it each conversion starts its own."""

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""Comma, double quote, UTF-8, from the first row: LibreOffice's filter options."""


@contextmanager
def kept_open(command: str, folder: Path) -> Iterator[Path]:
    """The profile of a LibreOffice that stays open, in a folder of its own, to the end of the with.

    It stays because it holds a document. Whoever calls the command with its profile is served by
    it; if it is not there, by one that starts for the call. On Windows there is none to begin with:
    what it starts could not be ended with it.
    """
    profile, document = folder / "profile", folder / "open.txt"
    if sys.platform == "win32":
        yield profile
        return
    document.write_text("这份文件开着,LibreOffice 就不退出。", encoding="utf-8")
    before = _pipes()
    words = [command, environment(profile), "--headless", "--norestore", str(document)]
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(process, folder / f".~lock.{document.name}#")
        yield profile
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        _tidy(_pipes() - before)


def environment(profile: Path) -> str:
    """The argument that names a profile: two LibreOffices with one profile refuse to run."""
    return f"-env:UserInstallation={profile.as_uri()}"


def converted(command: str, profile: Path, path: Path, kind: str, target: Path) -> Path:
    """The file as LibreOffice saves it in another folder ("pdf", "xlsx", "csv")."""
    words = [command, environment(profile), "--headless", "--convert-to"]
    done = subprocess.run(
        [*words, CSV if kind == "csv" else kind, "--outdir", str(target), str(path)],
        capture_output=True,
        text=True,
        timeout=CONVERSION_SECONDS,
        check=False,
    )
    result = target / f"{path.stem}.{kind}"
    assert result.exists(), f"LibreOffice 打不开 {path.name}: {done.stdout}{done.stderr}"
    return result


def _pipes() -> set[Path]:
    """Where running LibreOffices are spoken to."""
    return set(Path("/tmp").glob("OSL_PIPE_*"))


def _tidy(pipes: set[Path]) -> None:
    """Remove those at whose end nobody is any more."""
    names = Path("/proc/net/unix")
    if names.exists():
        alive = names.read_text(encoding="utf-8")
        for pipe in pipes:
            if str(pipe) not in alive:
                pipe.unlink(missing_ok=True)


def _wait(process: subprocess.Popen[bytes], lock: Path) -> None:
    """Until the document is open, as the lock beside it shows."""
    until = time.monotonic() + START_SECONDS
    while not lock.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
