"""Exports: files that Excel opens right, that scripts read back exactly, the same every time."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path

import pandas as pd
import pytest

from ledgerkit.ledgers import catalog
from ledgerkit.model.period import Month
from ledgerkit.run.export import ExportReport, run_export
from ledgerkit.run.frames.files import ParquetUnavailable, csv, guarded
from ledgerkit.run.frames.lists import LISTS
from months import PROBLEM, VISIT, problems, put, run, visits

FORMULAS = ("=1+1", "+86 10", "-5%", "@甲", "＝1+1", "＠甲", " =1", "\t=1", "\r1")
NUMBERS = ("116100001234567890", "0917", "1E5", "9.16e+17", "3-5", "3/5")
MARKED = ("'=1+1", "'")
PLAIN = (
    "甲公司",
    "13800000000",
    "2026-10-13",
    "2026-10",
    "ZF-法院-202610-001",
    "12345",
    "09:30",
    "",
)


def export(folder: Path, to: str = "csv", out: Path | None = None) -> ExportReport:
    as_of = dt.date(2026, 10, 31)
    return run_export(folder, Month(2026, 10), as_of, to=to, out=out, jobs=1)


def received(folder: Path, matter: str = "拖欠货款") -> None:
    put(folder, "a.xlsx", visits(VISIT))
    put(folder, "b.xlsx", problems(PROBLEM.replace("拖欠货款", matter)))


def written(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("text", [*FORMULAS, *NUMBERS, *MARKED])
def test_what_excel_would_take_for_something_else_stands_behind_a_mark(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert guarded(text).removeprefix("'") == text


@pytest.mark.parametrize("text", PLAIN)
def test_all_else_stands_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert text.removeprefix("'") == text


def test_a_csv_read_back_with_the_mark_taken_away_is_what_was_written() -> None:
    texts = [*FORMULAS, *NUMBERS, *MARKED, *PLAIN[:-1], '引号"和,逗号', "两\n行", None]
    frame = pd.DataFrame({"文": pd.Series(texts, dtype="str")})
    data = csv(frame)
    assert data.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False)["文"]
    assert back.str.removeprefix("'").tolist() == [text or "" for text in texts]


def test_every_ledger_and_list_has_its_file_with_its_origin(tmp_path: Path) -> None:
    received(tmp_path, "'=甲")
    report = export(tmp_path)
    assert report.folder == tmp_path / "导出" / "2026-10" / "csv"
    assert sorted(one.kind for one in report.stored) == sorted((*catalog.ledgers(), *LISTS))
    text = (report.folder / "走访问题清单.csv").read_bytes().decode("utf-8-sig")
    header, line, end = text.split("\r\n")
    assert header.split(",")[-4:] == ["来源文件", "来源表", "来源行", "单元格"]
    assert line.split(",")[:5] == [
        "WT-法院-202610-001",
        "ZF-法院-202610-001",
        "甲公司",
        "2026-10-13",
        "''=甲",
    ]
    assert line.split(",")[-4:] == ["收件/b.xlsx", "走访问题清单", "3", "A3"]
    assert end == ""
    duties = (report.folder / "履职情况.csv").read_text(encoding="utf-8-sig")
    assert "走访,区法院,2026-10,1,1,完成,是,ZF-法院-202610-001" in duties


def test_it_shows_what_the_month_shows_and_leaves_its_results_alone(tmp_path: Path) -> None:
    received(tmp_path)
    export(tmp_path)
    assert not (tmp_path / "结果").exists()
    month = run(tmp_path, documents=())
    before = written(month.folder)
    report = export(tmp_path)
    assert written(month.folder) == before
    for name in ("走访日志", "预警清单", "指标来源"):
        assert (report.folder / f"{name}.csv").read_bytes() == csv(month.frame(name))
        assert report.rows[f"{name}.csv"] == len(month.frame(name))


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    received(tmp_path)
    first = written(export(tmp_path).folder)
    assert written(export(tmp_path).folder) == first
    assert written(export(tmp_path, out=tmp_path / "别处").folder).keys() != first.keys()


def test_a_file_that_somebody_edited_is_left_and_an_untouched_one_is_replaced(
    tmp_path: Path,
) -> None:
    received(tmp_path)
    folder = export(tmp_path).folder
    mine = folder / "走访日志.csv"
    mine.write_bytes(b"mine")
    received(tmp_path, "别的")
    put(tmp_path, "a.xlsx", visits(VISIT.replace("张三", "李四")))
    report = export(tmp_path)
    assert mine.read_bytes() == b"mine"
    assert "李四" in (folder / "走访日志(新版).csv").read_text(encoding="utf-8-sig")
    assert "别的" in (folder / "走访问题清单.csv").read_text(encoding="utf-8-sig")
    assert not (folder / "走访问题清单(新版).csv").exists()
    assert [one.note for one in report.stored if one.note] == [
        "原文件有人改过,没有动它,新的写在 走访日志(新版).csv"
    ]
    record = json.loads((folder / "导出记录.json").read_text(encoding="utf-8"))
    assert (record["month"], record["as_of"]) == ("2026-10", "2026-10-31")
    assert record["documents"][0]["path"] == "走访日志(新版).csv"
    assert record["documents"][0]["rows"] == 1


def test_parquet_keeps_dtypes_and_texts(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow 没有安装,略过 parquet")
    received(tmp_path, "'=甲")
    month = run(tmp_path, documents=())
    report = export(tmp_path, "parquet")
    first = written(report.folder)
    for name in ("走访问题清单", "解决措施清单", "预警清单", "履职情况", "指标来源"):
        back, own = pd.read_parquet(report.folder / f"{name}.parquet"), month.frame(name)
        assert [str(one) for one in back.dtypes] == [
            str(one).replace("datetime64[s]", "datetime64[ms]") for one in own.dtypes
        ]
        assert back.astype(own.dtypes.to_dict()).equals(own)
    assert written(export(tmp_path, "parquet").folder) == first


def test_without_its_library_parquet_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetUnavailable, match=r"请运行 python -m pip install"):
        export(tmp_path, "parquet")
    assert not (tmp_path / "导出").exists()
