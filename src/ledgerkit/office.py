"""The office: who there is, and every limit, ladder step, duty, alias and holiday of 名录.xlsx."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ledgerkit.ledgers import directory, words
from ledgerkit.ledgers.directory import DirectoryTable
from ledgerkit.messages import finding
from ledgerkit.model.columns import Choice, Names, WordList
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Filer, Ledger
from ledgerkit.model.outcome import Step
from ledgerkit.model.period import Cycle
from ledgerkit.model.place import Place
from ledgerkit.model.row import RawRow, Row
from ledgerkit.text import fold, key
from ledgerkit.workday import Calendar

FILE_NAME = "名录.xlsx"


@dataclass(frozen=True, slots=True)
class Member:
    """A unit, a point or a department: its full name and the short one used in numbers."""

    name: str
    short: str = ""
    head: str = ""
    park: str = ""


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm of the district; ``former`` names are read as ``name``."""

    name: str
    code: str = ""
    park: str = ""
    point: str = ""
    contact: str = ""
    phone: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days, working or calendar."""

    days: int
    working: bool


@dataclass(frozen=True, slots=True)
class Obligation:
    """A row of 履职要求; ``subject`` is 单位, 服务联系点 or one full name."""

    duty: str
    subject: str
    cycle: Cycle
    times: int
    warns: bool


@dataclass(frozen=True, slots=True)
class FilingRule:
    """A row of 报送要求: the day of the next month by which ``book`` is due from ``subject``."""

    book: str
    subject: str
    day: int


@dataclass(frozen=True, slots=True)
class Waiver:
    """A row of 豁免登记: one check on one key is silent until a day (for ever without one).

    ``ledger`` and ``code`` are as the office wrote them; ``raw`` is the row in 名录.
    """

    ledger: str
    key: str
    code: str
    until: dt.date | None
    raw: RawRow


@dataclass(frozen=True)
class Office:
    """What 名录.xlsx says, completed by what is shipped. ``listed`` names the sheets in which the
    office has written rows: names are judged only against those.
    """

    units: tuple[Member, ...]
    points: tuple[Member, ...]
    firms: tuple[Firm, ...]
    departments: tuple[Member, ...]
    limits: Mapping[tuple[str, str], Limit]
    ladder: tuple[Step, ...]
    obligations: tuple[Obligation, ...]
    filings: tuple[FilingRule, ...]
    holidays: Mapping[dt.date, bool]
    words: Mapping[str, WordList]
    header_aliases: Mapping[tuple[str, str], str]
    """(table or book name, alias) → column name."""
    settings: Mapping[str, str]
    waivers: tuple[Waiver, ...]
    listed: frozenset[str]
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.holidays)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The units and the points: all who send workbooks."""
        return self.units + self.points

    @cached_property
    def parks(self) -> tuple[str, ...]:
        """The parks that the points and the firms name, each once."""
        named = (*(point.park for point in self.points), *(firm.park for firm in self.firms))
        return tuple(dict.fromkeys(filter(None, named)))

    @cached_property
    def _names(self) -> Mapping[Names, Mapping[str, str]]:
        """For each kind: every name, short name or former name → the full name."""
        return {
            Names.UNIT: _index((unit.name, (unit.short,)) for unit in self.units),
            Names.POINT: _index((point.name, (point.short,)) for point in self.points),
            Names.DEPARTMENT: _index((one.name, (one.short,)) for one in self.departments),
            Names.FIRM: _index((firm.name, firm.former) for firm in self.firms),
            Names.PARK: _index((park, ()) for park in self.parks),
        }

    def full_name(self, name: str, kinds: Iterable[Names]) -> str | None:
        """The full name that a full, short or former name stands for; None if no list has it."""
        folded = fold(name)
        for kind in kinds:
            if full := self._names[kind].get(folded):
                return full
        return None

    def known_names(self, kinds: Iterable[Names]) -> list[str]:
        """Every full name of these kinds, in the order of 名录."""
        return [full for kind in kinds for full in dict.fromkeys(self._names[kind].values())]

    def judges(self, kinds: Iterable[Names]) -> bool:
        """Whether 名录 really lists all of these kinds (a park comes with the points)."""
        sheets = {Names.POINT if kind is Names.PARK else kind for kind in kinds}
        return sheets <= {*self.listed}

    def sender(self, text: str) -> str | None:
        """The one unit or point whose full or short name stands in a text such as a file's name.

        The longest name found wins; None if none or two equally long ones are found.
        """
        found = {
            (len(alias), member.name)
            for member in self.members
            for alias in (member.name, member.short)
            if alias and alias in text
        }
        longest = [name for length, name in found if length == max(found)[0]]
        return longest[0] if len(longest) == 1 else None

    def short_name(self, name: str) -> str:
        """The short name used in numbers; the name itself for one that 名录 does not list."""
        return next((one.short for one in self.members if one.name == name and one.short), name)

    def filers(self, ledger: Ledger) -> tuple[str, ...]:
        """Full names of those who keep a ledger: 报送要求 if it says so, else its declaration."""
        book = ledger.book or ledger.name
        rules = [rule for rule in self.filings if rule.book in (book, ledger.name)]
        if rules:
            return tuple(
                dict.fromkeys(name for rule in rules for name in self.subjects(rule.subject))
            )
        return self.subjects(ledger.filer)

    def subjects(self, subject: str) -> tuple[str, ...]:
        """The full names that a 主体 means: all units, all points, or the one that it names."""
        match subject:
            case Filer.UNIT:
                return tuple(unit.name for unit in self.units)
            case Filer.POINT:
                return tuple(point.name for point in self.points)
            case Filer.COURT:
                return tuple(unit.name for unit in self.units if "法院" in unit.name)
        full = self.full_name(subject, (Names.UNIT, Names.POINT))
        return (full,) if full else ()

    def days_setting(self, item: str) -> int | None:
        """A whole number of 文书设置; None where the office left it blank or wrote no number."""
        text = self.settings.get(item, "").strip()
        return int(text) if text.isdecimal() else None

    def words_of(self, column: Choice) -> WordList:
        """The words of a column: 词表 under the column's or the list's name, else the declared."""
        return self.words.get(column.name) or self.words.get(column.words.name) or column.words

    def limit(self, matter: str, grade: str = "") -> Limit | None:
        """The limit of 办理时限 for a matter and grade, or for the matter in general."""
        return self.limits.get((matter, grade)) or self.limits.get((matter, ""))


def _index(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Every alias, folded → full name; a full name is never hidden by another's alias."""
    pairs = [(full, tuple(aliases)) for full, aliases in names]
    index = {fold(alias): full for full, aliases in pairs for alias in aliases if alias}
    return index | {fold(full): full for full, _ in pairs if full}


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
    for table in directory.TABLES:
        if sheets is None or table.name not in sheets:
            rows[table.name] = _shipped(table)
            if sheets is not None and table.shipped:
                said.append(finding("directory-sheet-missing", Place(path), sheet=table.name))
        else:
            own = [_cells(row, table) for row in sheets[table.name] if _is_whole(row, table)]
            added = _absent(table, own)
            said += [_row_missing(path, table, row) for row in added]
            rows[table.name] = own + added
    listed = frozenset(name for name, own in (sheets or {}).items() if own)
    office = _office(rows, listed, tuple(said))
    return replace(office, waivers=tuple(_waivers((sheets or {}).get(directory.WAIVERS.name, ()))))


def default() -> Office:
    """The shipped office, as ``check`` without --office uses it: no name is judged against it."""
    return _office({table.name: _shipped(table) for table in directory.TABLES}, frozenset(), ())


def _shipped(table: DirectoryTable) -> list[Cells]:
    names = [column.name for column in table.columns]
    return [
        dict.fromkeys(names, "") | dict(zip(names, map(str, row), strict=False))
        for row in table.shipped
    ]


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
        units=tuple(Member(row["单位名称"], row["简称"], row["负责人"]) for row in rows["单位"]),
        points=tuple(
            Member(row["联系点名称"], row["简称"], row["负责人"], row["所属园区"])
            for row in rows["服务联系点"]
        ),
        firms=tuple(_firm(row) for row in rows["企业"]),
        departments=tuple(Member(row["部门名称"], row["简称"]) for row in rows["职能部门"]),
        limits={
            (row["事项"], row["难易程度"]): Limit(
                int(row["天数"]), row["计日"] != directory.CALENDAR_DAYS
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
            dt.date.fromisoformat(row["日期"]): row["类型"] == directory.DAY_ON
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
