"""From the sheets of 名录.xlsx to an Office; what they lack is shipped, and said once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ledgerkit.findings.messages import finding, finding_at
from ledgerkit.ledgers import words
from ledgerkit.model.columns import WordList
from ledgerkit.model.finding import Finding
from ledgerkit.model.outcome import Step
from ledgerkit.model.period import Cycle
from ledgerkit.model.place import Place
from ledgerkit.model.row import Row
from ledgerkit.office import tables
from ledgerkit.office.members import FilingRule, Firm, Limit, Member, Obligation, Waiver
from ledgerkit.office.office import Office
from ledgerkit.office.tables import DirectoryTable
from ledgerkit.text import key

FILE_NAME = "名录.xlsx"

Cells = Mapping[str, str]
"""A row of 名录 as text by column; dates are ISO, absent values ""."""


def build(sheets: Mapping[str, Sequence[Row]] | None, path: str = FILE_NAME) -> Office:
    """The office that these checked sheets describe; None stands for a 名录 that is not there.

    What is absent is taken from the shipped rows, and said once in ``Office.findings``.
    """
    said: list[Finding] = []
    if sheets is None:
        said.append(finding("directory-missing", Place(path)))
    rows: dict[str, list[Cells]] = {}
    for table in tables.TABLES:
        if sheets is None or table.name not in sheets:
            rows[table.name] = _shipped(table)
            if sheets is not None and table.shipped:
                said.append(finding("directory-sheet-missing", Place(path), sheet=table.name))
        else:
            whole = [row for row in sheets[table.name] if _is_whole(row, table)]
            single = list(_once(whole, table, said))
            own = [_cells(row, table) for row in single]
            added = _absent(table, own)
            said += [_row_missing(path, table, row) for row in added]
            rows[table.name] = own + added
    listed = frozenset(name for name, own in (sheets or {}).items() if own)
    office = _office(rows, listed, tuple(said))
    return replace(office, waivers=tuple(_waivers((sheets or {}).get(tables.WAIVERS.name, ()))))


def default() -> Office:
    """The shipped office, as ``check`` without --office uses it: no name is judged against it."""
    return _office({table.name: _shipped(table) for table in tables.TABLES}, frozenset(), ())


def _shipped(table: DirectoryTable) -> list[Cells]:
    names = [column.name for column in table.columns]
    return [
        dict.fromkeys(names, "") | dict(zip(names, map(str, row), strict=False))
        for row in table.shipped
    ]


def _once(rows: Sequence[Row], table: DirectoryTable, said: list[Finding]) -> Iterator[Row]:
    """Each name of a list of names once; a second row of it is said and left out."""
    named: dict[str, Row] = {}
    for row in rows:
        name = row.text(table.columns[0].name)
        if table in tables.LISTS and name in named:
            first = named[name].place(table.columns[0].name).cell or ""
            said.append(
                finding_at(row, table.columns[0].name, "directory-row-repeated", other=first)
            )
            continue
        named[name] = row
        yield row


def _is_whole(row: Row, table: DirectoryTable) -> bool:
    """Whether the cells that it rests on could be read: a limit without a number is none."""
    return all(row[name] is not None for name in table.needed or (table.columns[0].name,))


def _cells(row: Row, table: DirectoryTable) -> Cells:
    return {column.name: row.text(column.name) for column in table.columns}


def _key(table: DirectoryTable, row: Cells) -> tuple[str, ...]:
    return tuple(row[name] for name in table.keyed)


def _absent(table: DirectoryTable, own: list[Cells]) -> list[Cells]:
    """The shipped rows that the office's sheet does not speak of."""
    if not table.keyed:
        return []
    keys = {_key(table, row) for row in own}
    return [row for row in _shipped(table) if _key(table, row) not in keys]


def _row_missing(path: str, table: DirectoryTable, row: Cells) -> Finding:
    rest = [value for name, value in row.items() if name not in table.keyed and value]
    return finding(
        "directory-row-missing",
        Place(path),
        sheet=table.name,
        line="、".join(filter(None, _key(table, row))),
        shipped=" ".join(rest) or "空白",
    )


def _office(
    rows: Mapping[str, list[Cells]], listed: frozenset[str], said: tuple[Finding, ...]
) -> Office:
    return Office(
        units=tuple(
            Member(
                row["单位名称"],
                row["简称"],
                row["负责人"],
                contact=row["联络人"],
                phone=row["联系电话"],
            )
            for row in rows["单位"]
        ),
        points=tuple(
            Member(row["联系点名称"], row["简称"], row["负责人"], row["所属园区"])
            for row in rows["服务联系点"]
        ),
        firms=tuple(_firm(row) for row in rows["企业"]),
        departments=tuple(Member(row["部门名称"], row["简称"]) for row in rows["职能部门"]),
        limits={
            (row["事项"], row["难易程度"]): Limit(
                int(row["天数"]), row["计日"] != tables.CALENDAR_DAYS
            )
            for row in rows["办理时限"]
        },
        ladder=_ladder(rows["预警阶梯"]),
        obligations=tuple(
            Obligation(
                row["职责"],
                row["主体"],
                Cycle(row["周期"]),
                int(row["次数"]),
                row["是否预警"] != words.NO,
            )
            for row in rows["履职要求"]
        ),
        filings=tuple(
            FilingRule(row["表名"], row["主体"], int(row["截止日"])) for row in rows["报送要求"]
        ),
        holidays={
            dt.date.fromisoformat(row["日期"]): row["类型"] == tables.DAY_ON
            for row in rows["节假日"]
        },
        words=_word_lists(rows["词表"]),
        header_aliases={
            (row["表名"], row["别名"]): row["列名"] for row in rows["表头别名"] if row["列名"]
        },
        settings={row["项目"]: row["内容"] for row in rows["文书设置"]},
        waivers=(),
        listed=listed,
        findings=said,
    )


def _waivers(rows: Sequence[Row]) -> Iterator[Waiver]:
    """One whose last day cannot be read silences nothing: it must not do so for ever."""
    for row in rows:
        if "有效期至" not in row.unread:
            number, until = key(row.text("编号")), row.day("有效期至")
            yield Waiver(row.text("表名"), number, row.text("检查代码"), until, row.raw)


def _firm(row: Cells) -> Firm:
    former = tuple(filter(None, (name.strip() for name in row["曾用名"].split("、"))))
    return Firm(
        row["企业名称"],
        row["统一社会信用代码"],
        row["所属园区"],
        row["服务联系点"],
        row["联系人"],
        row["联系电话"],
        former,
    )


def _ladder(rows: list[Cells]) -> tuple[Step, ...]:
    steps = (Step(row["级别"], int(row["起始"]), row["抄送"]) for row in rows)
    return tuple(sorted(steps, key=lambda step: step.start))


def _word_lists(rows: list[Cells]) -> dict[str, WordList]:
    lists: dict[str, list[Cells]] = {}
    for row in rows:
        if row["词表"] and row["取值"]:
            lists.setdefault(row["词表"], []).append(row)
    return {
        name: WordList(
            name,
            tuple(dict.fromkeys(row["取值"] for row in members)),
            tuple(
                (former.strip(), row["取值"])
                for row in members
                for former in row["曾用值"].split("、")
                if former.strip()
            ),
        )
        for name, members in lists.items()
    }
