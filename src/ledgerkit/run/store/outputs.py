"""What is written and what came of it; what stops a run from writing."""

from __future__ import annotations

from dataclasses import dataclass

from ledgerkit.model.errors import LedgerkitError


class ResultsBusy(LedgerkitError):
    """Another run is writing to the same folder."""

    wording = "另一次汇总正在写 {},请等它结束后再运行。"


class ResultsUnwritable(LedgerkitError):
    """The folder for the results cannot be made or written to."""

    wording = (
        "“{}”写不进去。请看那里是不是只读、磁盘是不是满了;"
        "也可以换一个文件夹,命令行里用 --out 另指。"
    )


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
