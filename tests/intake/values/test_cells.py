"""Cells of every kind: what people type, and what the rules will see of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixed_office import OFFICE
from ledgerkit.intake.values.cell_reading import Reading
from ledgerkit.intake.values.cells import reader
from ledgerkit.ledgers import catalog
from ledgerkit.model.period import Month
from ledgerkit.model.row import UNCALCULATED, Cell


def read(ledger: str, column: str, typed: Cell) -> Reading:
    return reader(catalog.ledgers()[ledger].column(column), OFFICE, Month(2026, 10))(typed)


def codes(reading: Reading) -> list[str]:
    return [fault.code for fault in reading.faults]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("一般", "一般"),
        (" 一 般\u200b", "一般"),
        ("特急", "紧急"),
        ("无", None),
        (None, None),
    ],
)
def test_choices(typed: Cell, value: str | None) -> None:
    assert read("走访问题清单", "难易程度", typed) == Reading(value)


def test_a_word_outside_the_list_names_the_list_or_the_nearest_word() -> None:
    few = read("走访问题清单", "难易程度", "一般般")
    assert dict(few.faults[0].facts) == {
        "nearest": ",是否为“一般”?",
        "choices": "“紧急/简单/一般/复杂”",
    }
    many = read("走访问题清单", "问题类别", "劳动用工问题")
    assert dict(many.faults[0].facts) == {"nearest": ",是否为“劳动用工”?", "choices": "下拉的选项"}


@pytest.mark.parametrize("typed", ["无", "×", False, "否", "N"])
def test_no_is_no_in_a_yes_or_no_column(typed: Cell) -> None:
    reading = read("走访日志", "是否发现问题", typed)
    assert reading.value == ("否" if typed != "N" else None)
    assert reading.unread == (typed == "N")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (45, 45),
        (45.0, 45),
        ("45人", 45),
        ("１２０", 120),
        ("1,200 份", 1200),
        ("1", 1),
        ("/", None),
    ],
)
def test_counts(typed: Cell, value: int | None) -> None:
    assert read("法治宣传台账", "参加人数", typed) == Reading(value)


@pytest.mark.parametrize("typed", ["约50", "五十", 4.5, -1, float("inf"), True])
def test_what_is_no_count(typed: Cell) -> None:
    assert codes(read("法治宣传台账", "参加人数", typed)) == ["number-unreadable"]


@pytest.mark.parametrize(("typed", "bound"), [(0, "少于 1"), (45000, "多于 5000")])
def test_a_number_that_is_seldom_right_is_kept_and_asked_about(typed: int, bound: str) -> None:
    reading = read("法治宣传台账", "参加人数", typed)
    assert (reading.value, codes(reading)) == (typed, ["number-unusual"])
    assert dict(reading.faults[0].facts) == {"bound": bound}


@pytest.mark.parametrize(
    "typed", ["区法院、区检察院", "法院,检察院", "区法院 区检察院", "区法院;检察院", "法院\n检察院"]
)
def test_several_units_in_one_cell(typed: str) -> None:
    assert read("走访日志", "走访单位", typed).value == ("区法院", "区检察院")


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("张晓明、李文", ("张晓明", "李文")),
        ("张晓明 李文", ("张晓明", "李文")),
        ("张 三、李 四", ("张三", "李四")),
        ("张 三", ("张三",)),
        ("张晓明\n李文", ("张晓明", "李文")),
        ("张 三 李文", ("张三", "李文")),
        ("张 晓 明", ("张晓明",)),
        ("张晓明、无", ("张晓明",)),
        ("、", None),
    ],
)
def test_several_people_in_one_cell(typed: str, people: tuple[str, ...] | None) -> None:
    assert read("走访日志", "走访人员", typed).value == people


@pytest.mark.parametrize(
    "typed",
    [
        "WT-法院-202610-001",
        "wt-法院-202610-001",
        "WT—法院—202610—001",
        " WT－法院－２０２６１０－００１",
    ],
)
def test_numbers_in_every_writing(typed: str) -> None:
    assert read("解决措施清单", "问题编号", typed).value == "WT-法院-202610-001"


def test_several_numbers_in_one_cell() -> None:
    typed = "WT-法院-202610-001、WT-法院-202610-002 WT-法院-202610-003"
    assert read("走访日志", "问题编号", typed).value == tuple(
        f"WT-法院-202610-00{n}" for n in (1, 2, 3)
    )


def test_phones_and_codes_are_kept_and_asked_about() -> None:
    assert read("走访日志", "联系电话", 13800000000.0) == Reading("13800000000")
    odd = read("走访日志", "联系电话", "1380000")
    assert (odd.value, codes(odd)) == ("1380000", [])
    odd = read("走访日志", "联系电话", "12345")
    assert (odd.value, codes(odd)) == ("12345", ["phone-odd"])
    assert codes(read("走访日志", "统一社会信用代码", 9.161030012345679e17)) == ["credit-code-lost"]
    assert codes(read("走访日志", "统一社会信用代码", "91610300MA6XTEST00")) == [
        "credit-code-wrong"
    ]


def test_text_is_kept_to_the_letter_but_for_its_ends() -> None:
    assert (
        read("走访日志", "走访主要情况", " 𠮷野家（第２家）👍\u200b\n续 ").value
        == "𠮷野家（第２家）👍\n续"
    )


def test_formulas_that_failed_or_never_ran() -> None:
    assert codes(read("走访日志", "走访主要情况", "#REF!")) == ["error-value"]
    assert codes(read("走访日志", "走访日期", UNCALCULATED)) == ["formula-uncalculated"]
    assert read("走访问题清单", "办理时限", UNCALCULATED) == Reading()


EVERY_COLUMN = [
    (ledger.name, column.name) for ledger in catalog.ledgers().values() for column in ledger.columns
]


@given(
    st.sampled_from(EVERY_COLUMN),
    st.one_of(
        st.none(),
        st.text(),
        st.floats(),
        st.integers(),
        st.booleans(),
        st.datetimes(),
        st.times(),
        st.timedeltas(),
    ),
)
def test_no_column_chokes_on_anything(where: tuple[str, str], typed: Cell) -> None:
    first, again = read(*where, typed), read(*where, typed)
    assert first == again
    assert not first.unread or first.faults
