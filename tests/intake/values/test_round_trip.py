"""Any value that reading gives is read the same again from the way in which it is written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fixed_office import OFFICE
from ledgerkit.intake.values.cell_reading import Reading
from ledgerkit.intake.values.cells import reader
from ledgerkit.ledgers import catalog, words
from ledgerkit.model.period import Month
from ledgerkit.model.row import Cell, Value, shown
from ledgerkit.text import says_nothing

UNITS = [unit.name for unit in OFFICE.units]
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
NAME = st.text(HAN, min_size=2, max_size=4).filter(lambda name: not says_nothing(name))
NUMBER = st.builds(
    "WT-{}-{:%Y%m}-{:03}".format,
    NAME,
    st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
    st.integers(1, 9999),
)


def read(ledger: str, column: str, typed: Cell) -> Reading:
    return reader(catalog.ledgers()[ledger].column(column), OFFICE, Month(2026, 10))(typed)


def several(one: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(one, min_size=1, max_size=5, unique=True).map(tuple)


KINDS: dict[tuple[str, str], st.SearchStrategy[Value]] = {
    ("走访日志", "走访日期"): st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)),
    ("会议安排", "时间"): st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    ("法治宣传台账", "资料份数"): st.integers(0, 10**9),
    ("走访问题清单", "办理状态"): st.sampled_from(words.STATUS.words),
    ("走访问题清单", "首访单位"): st.sampled_from(UNITS),
    ("走访日志", "走访单位"): several(st.sampled_from(UNITS)),
    ("法治宣传台账", "园区或企业"): several(st.text(HAN, min_size=4, max_size=12)),
    ("走访日志", "走访人员"): several(NAME),
    ("走访问题清单", "问题编号"): NUMBER,
    ("解决措施清单", "问题编号"): NUMBER,
    ("走访日志", "问题编号"): several(NUMBER),
    ("走访日志", "联系电话"): st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    ("走访日志", "统一社会信用代码"): st.from_regex(r"9[0-9A-HJ-NP-Z]{17}", fullmatch=True),
    ("走访日志", "走访主要情况"): st.text(HAN, min_size=4),
}


@pytest.mark.parametrize("where", KINDS, ids="·".join)
@given(data=st.data())
def test_a_value_of_each_kind_is_read_from_its_own_writing(
    where: tuple[str, str], data: st.DataObject
) -> None:
    value = data.draw(KINDS[where])
    assert read(*where, shown(value)).value == value


def test_every_kind_of_column_that_people_fill_is_among_them() -> None:
    tables = catalog.ledgers()
    tried = {type(tables[ledger].column(column)) for ledger, column in KINDS}
    typed = {type(column) for table in tables.values() for column in table.filled_in}
    assert tried == typed


EVERY_COLUMN = [
    (ledger.name, column.name) for ledger in catalog.ledgers().values() for column in ledger.columns
]


AS_TYPED = st.text("张三李四法院区、,;/ \n无-—同上是12３.:月日N／\u200b\u3000#", max_size=12)


ANY = st.text(st.characters(exclude_categories=("Cs", "Sk", "Mn")))
"""Without accents that stand alone: they join the letter before them once a blank has gone."""


@given(st.sampled_from(EVERY_COLUMN), st.one_of(ANY, AS_TYPED))
def test_whatever_was_read_from_any_text_is_read_again_from_its_writing(
    where: tuple[str, str], typed: str
) -> None:
    value = read(*where, typed).value
    assume(value is not None)
    assert read(*where, shown(value)).value == value
