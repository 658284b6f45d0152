"""What ``import ledgerkit`` offers: the jobs of the command line, without a word printed.

In come paths, months and days as people write them; out go reports. ``ledgerkit`` itself gives
these functions on; each imports its job only when it is called, so that importing stays quick.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ledgerkit.faces import arguments
from ledgerkit.faces.arguments import StrPath
from ledgerkit.model.period import Cycle, Month, Period

if TYPE_CHECKING:
    from ledgerkit.run.export import ExportReport
    from ledgerkit.run.new import NewReport
    from ledgerkit.run.report import CheckReport, MonthReport
    from ledgerkit.run.rollup import RollupReport
    from ledgerkit.run.trace import Trace


def new(dir: StrPath, month: str | Month | None = None) -> NewReport:
    """Make an office folder, or add to one what it lacks; nothing that is there is touched.

    Args:
        dir: The folder to be made.
        month: The month for which the blank workbooks are, such as “2026-11”: what nobody has
            settled by the end of the month before stands in them. None for none in particular.

    Returns:
        What was made, and how much was there already.

    Raises:
        WrongCall: ``month`` is no month.
        DirectoryUnreadable: 名录.xlsx is there but cannot be read.
        ResultsUnwritable: Nothing can be written there.
    """
    from ledgerkit.run.new import make_office

    wanted = arguments.month(month) if month is not None else None
    as_of = arguments.as_of(None, wanted.shift(-1).last) if wanted else None
    return make_office(Path(dir), wanted, as_of)


def check(
    path: StrPath | Iterable[StrPath],
    office: StrPath | None = None,
    *,
    out: StrPath | None = None,
    jobs: int | None = None,
) -> CheckReport:
    """Check workbooks: every cell to be mended, what stands there, and what to do.

    Args:
        path: A workbook, a folder with workbooks, or several of either.
        office: The office folder by whose 名录.xlsx and 收件 to judge; without one no name is
            judged, nor any reference to ledgers that are not among the workbooks.
        out: A folder for marked copies; None writes nothing.
        jobs: How many files to read at once; by default one for each processor.

    Returns:
        The findings, the rows, and the record that ``check --json`` prints.

    Raises:
        NotThere: A file or folder named is not there.
        WrongCall: ``out`` lies in a folder that is checked.
        DirectoryUnreadable: The office's 名录.xlsx cannot be read.
        ResultsBusy: Another run writes to ``out``.
        ResultsUnwritable: Nothing can be written to ``out``.
    """
    from ledgerkit.run.check import run_check

    paths = [arguments.there(named) for named in arguments.several(path)]
    return run_check(
        paths,
        arguments.folder(office) if office is not None else None,
        out=arguments.target(out, *filter(Path.is_dir, paths)),
        jobs=jobs,
    )


def month(
    dir: StrPath,
    month: str | Month,
    as_of: str | dt.date | None = None,
    *,
    out: StrPath | None = None,
    documents: str | Iterable[str] | None = None,
    jobs: int | None = None,
) -> MonthReport:
    """Run a month on an office folder: 总表, marked copies, documents and the run record.

    Args:
        dir: The office folder, with 名录.xlsx and 收件.
        month: The month, such as “2026-10”.
        as_of: The day up to which is reckoned, such as “2026-10-31”; by default today, or the
            month's last day if that is past.
        out: Where the results go; by default 结果/2026-10 in the office folder.
        documents: The kinds of documents to write, such as ``["催办单", "通报"]``; by default all
            that are written without being asked for, with ``()`` none. Others stay as they are.
        jobs: How many files to read at once; by default one for each processor.

    Returns:
        What was concluded and written; ``frame`` gives any ledger or list as a DataFrame.

    Raises:
        NotThere: There is no such folder.
        WrongCall: ``month``, ``as_of`` or a kind of document cannot be meant so, or ``out`` lies
            in 收件.
        DirectoryUnreadable: 名录.xlsx cannot be read.
        TemplateError: A Word template cannot be filled.
        ResultsBusy: Another run writes to the same results.
        ResultsUnwritable: Nothing can be written there.
    """
    return _run(dir, arguments.period(month, Cycle.MONTH), as_of, out, documents, jobs)


def quarter(
    dir: StrPath,
    quarter: str | Period,
    as_of: str | dt.date | None = None,
    *,
    out: StrPath | None = None,
    documents: str | Iterable[str] | None = None,
    jobs: int | None = None,
) -> MonthReport:
    """Run a quarter on an office folder: the months' own rows, with the quarter's documents.

    Args:
        dir: The office folder, with 名录.xlsx and 收件.
        quarter: The quarter, such as “2026Q4”.
        as_of: The day up to which is reckoned; by default today, or the quarter's last day if
            that is past.
        out: Where the results go; by default 结果/2026Q4 in the office folder.
        documents: The kinds of documents to write, as in ``month``.
        jobs: How many files to read at once; by default one for each processor.

    Returns:
        What was concluded and written, as ``month`` does.

    Raises:
        NotThere: There is no such folder.
        WrongCall: ``quarter``, ``as_of`` or a kind of document cannot be meant so, or ``out``
            lies in 收件.
        DirectoryUnreadable: 名录.xlsx cannot be read.
        TemplateError: A Word template cannot be filled.
        ResultsBusy: Another run writes to the same results.
        ResultsUnwritable: Nothing can be written there.
    """
    return _run(dir, arguments.period(quarter, Cycle.QUARTER), as_of, out, documents, jobs)


def year(
    dir: StrPath,
    year: str | int | Period,
    as_of: str | dt.date | None = None,
    *,
    out: StrPath | None = None,
    documents: str | Iterable[str] | None = None,
    jobs: int | None = None,
) -> MonthReport:
    """Run a year on an office folder: the months' own rows, with the year's documents.

    Args:
        dir: The office folder, with 名录.xlsx and 收件.
        year: The year, such as “2026” or 2026.
        as_of: The day up to which is reckoned; by default today, or the year's last day if that
            is past.
        out: Where the results go; by default 结果/2026 in the office folder.
        documents: The kinds of documents to write, as in ``month``.
        jobs: How many files to read at once; by default one for each processor.

    Returns:
        What was concluded and written, as ``month`` does.

    Raises:
        NotThere: There is no such folder.
        WrongCall: ``year``, ``as_of`` or a kind of document cannot be meant so, or ``out`` lies
            in 收件.
        DirectoryUnreadable: 名录.xlsx cannot be read.
        TemplateError: A Word template cannot be filled.
        ResultsBusy: Another run writes to the same results.
        ResultsUnwritable: Nothing can be written there.
    """
    return _run(dir, arguments.period(year, Cycle.YEAR), as_of, out, documents, jobs)


def trace(
    dir: StrPath, key: str, as_of: str | dt.date | None = None, *, jobs: int | None = None
) -> Trace:
    """Follow one number through ledgers, files and months; nothing is written.

    Args:
        dir: The office folder.
        key: The 编号, in whatever case and width.
        as_of: The day up to which is reckoned; by default today.
        jobs: How many files to read at once; by default one for each processor.

    Returns:
        Its rows, events, clocks, versions, changes, conflicts, findings and earlier alerts.

    Raises:
        NotThere: There is no such folder.
        WrongCall: ``as_of`` is no day.
        KeyUnknown: No register holds this number; the nearest one is named.
        DirectoryUnreadable: 名录.xlsx cannot be read.
    """
    from ledgerkit.run.trace import trace as follow

    return follow(arguments.folder(dir), key, arguments.as_of(as_of), jobs=jobs)


def rollup(
    out: StrPath,
    dirs: StrPath | Iterable[StrPath],
    month: str | Month | Period | None = None,
    *,
    jobs: int | None = None,
) -> RollupReport:
    """Put the results of many districts together: 总表, report and record.

    Args:
        out: The folder for the results; a 名录.xlsx there may set letterhead and fonts.
        dirs: The districts' office folders, or one of the results of each.
        month: The month, quarter or year, such as “2026-10”; by default the latest that all have.
        jobs: How many districts to read at once; by default one for each processor.

    Returns:
        What was put together, what was written, and what somebody should look at.

    Raises:
        NotThere: One of the folders is not there.
        RollupImpossible: The results cannot be put together; the text says whose.
        DirectoryUnreadable: 名录.xlsx in ``out`` cannot be read.
        ResultsBusy: Another run writes to ``out``.
        ResultsUnwritable: Nothing can be written to ``out``.
    """
    from ledgerkit.run.rollup import run_rollup

    folders = [arguments.folder(named) for named in arguments.several(dirs)]
    return run_rollup(Path(out), folders, None if month is None else str(month), jobs=jobs)


def export(
    dir: StrPath,
    to: str = "csv",
    month: str | Month | None = None,
    as_of: str | dt.date | None = None,
    *,
    out: StrPath | None = None,
    jobs: int | None = None,
) -> ExportReport:
    """Write every ledger and list of a month as files for analysts; 结果 is not touched.

    Args:
        dir: The office folder.
        to: “csv”, which Excel opens, or “parquet”.
        month: The month up to which rows are taken, such as “2026-10”; by default the present one.
        as_of: The day up to which is reckoned; by default today, or the month's last day if that
            is past.
        out: Where the files go; by default 导出/2026-10/csv in the office folder.
        jobs: How many files to read at once; by default one for each processor.

    Returns:
        What was written, and how many rows each file holds.

    Raises:
        NotThere: There is no such folder.
        WrongCall: ``to``, ``month`` or ``as_of`` cannot be meant so, or ``out`` lies in 收件.
        ParquetUnavailable: pyarrow is not installed.
        DirectoryUnreadable: 名录.xlsx cannot be read.
        ResultsBusy: Another run writes to the same folder.
        ResultsUnwritable: Nothing can be written there.
    """
    from ledgerkit.intake.inbox import RECEIVED
    from ledgerkit.run.export import FORMATS, run_export

    folder = arguments.folder(dir)
    wanted = arguments.month(month) if month is not None else Month.of(arguments.as_of(None))
    return run_export(
        folder,
        wanted,
        arguments.as_of(as_of, wanted.last),
        to=arguments.choice(to, FORMATS),
        out=arguments.target(out, folder / RECEIVED),
        jobs=jobs,
    )


def _run(
    dir: StrPath,
    period: Period,
    as_of: str | dt.date | None,
    out: StrPath | None,
    documents: str | Iterable[str] | None,
    jobs: int | None,
) -> MonthReport:
    """Run a month, a quarter or a year."""
    from ledgerkit.intake.inbox import RECEIVED
    from ledgerkit.run.month import run_period

    folder = arguments.folder(dir)
    return run_period(
        folder,
        period,
        arguments.as_of(as_of, period.last),
        out=arguments.target(out, folder / RECEIVED),
        documents=arguments.kinds(documents, period.cycle),
        jobs=jobs,
    )
