"""``ledgerkit lint`` as people and programs call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from docx.document import Document as Word

from ledgerkit.papers.lint import RULES
from linting import changed, rendered
from wording import says_of_file


def call(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "ledgerkit", "lint", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def bold(document: Word) -> None:
    document.styles["一级标题"].font.bold = True


def test_a_good_document_ends_with_0_and_a_table_of_every_rule(tmp_path: Path) -> None:
    path = tmp_path / "通报.docx"
    path.write_bytes(rendered("通报"))
    done = call(path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"{path}(文件格式)"
    assert len([line for line in lines if "  要求:" in line]) == len(RULES)
    assert "  符合  天头(上白边)(5.2.1)  要求:37 mm ± 1 mm  实际:37 mm" in lines
    assert lines[-1].startswith("共 1 个文件:符合 ")
    assert path.read_bytes() == rendered("通报")


def test_what_is_wrong_is_said_again_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "通报.docx"
    path.write_bytes(changed(rendered("通报"), bold))
    done = call(path)
    assert done.returncode == 1
    assert f"{path}:各级标题不加粗不符:第6段“一、逾期情况”:有加粗的字" in done.stdout
    assert done.stdout.splitlines()[-1] == "请按“要求”改好样式后再检查一次。"


def test_a_folder_means_its_documents_without_lock_files(tmp_path: Path) -> None:
    (tmp_path / "通报.docx").write_bytes(rendered("通报"))
    (tmp_path / "~$通报.docx").write_bytes(b"lock")
    (tmp_path / "说明.txt").write_bytes(b"text")
    record = json.loads(call("--json", tmp_path).stdout)
    (file,) = record["files"]
    assert (Path(file["path"]).name, file["form"], file["refused"]) == ("通报.docx", "文件格式", "")
    assert {check["verdict"] for check in file["checks"]} == {"符合", "不适用"}


def test_a_broken_file_is_told_and_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    done = call(path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"「坏.docx」:{says_of_file('word-damaged')}")
    assert "读不了 1 个" in done.stdout


def test_a_wrong_call_ends_with_2(tmp_path: Path) -> None:
    assert call(tmp_path / "没有.docx").returncode == 2
    empty = call(tmp_path)
    assert (empty.returncode, "没有 .docx 文件" in empty.stderr) == (2, True)
