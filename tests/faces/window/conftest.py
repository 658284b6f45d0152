"""A screen for the window: Xvfb, started by the tests themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

SCREEN = "1366x768x24"
"""The smallest screen that offices still have."""


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The display of a virtual screen; the test skips where Xvfb or tkinter is absent."""
    pytest.importorskip("tkinter", reason="这里的 Python 没有带 tkinter,略过窗口的测试")
    command = shutil.which("Xvfb")
    if command is None:
        pytest.skip("Xvfb 不在这台机器上,略过窗口的测试")
    reading, writing = os.pipe()
    # The server chooses a free display itself and says which: two test processes never collide.
    server = subprocess.Popen(
        [command, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as message:
        display = f":{message.readline().strip()}"
    yield display
    server.terminate()
    server.wait()
