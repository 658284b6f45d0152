"""Each kind of column by itself: what is read, what is asked, what is refused, with every fact."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pytest

from fixed_office import OFFICE
from ledgerkit.intake.values.cell_reading import EMPTY, Reading, doubtful, failed
from ledgerkit.intake.values.cells import reader
from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Count,
    CreditCode,
    Date,
    Key,
    Name,
    NameList,
    Names,
    People,
    Phone,
    References,
    Serial,
    Text,
    Time,
    WordList,
)
from ledgerkit.model.period import Month
from ledgerkit.model.row import UNCALCULATED, Cell
from ledgerkit.office import Firm, Office

WORDS = WordList("级", ("甲级", "乙级", "丙级"), (("头等", "甲级"), ("一级", "甲级")))
LONG = WordList("类", tuple(f"第{n}类事项" for n in "一二三四五六七八"))
LISTED = replace(
    OFFICE,
    firms=(Firm("甲精密机械有限公司", former=("甲机械厂",)), Firm("乙 公司")),
    listed=frozenset(("单位", "服务联系点", "企业")),
)


def read(column: AnyColumn, typed: Cell, office: Office = OFFICE) -> Reading:
    return reader(column, office, Month(2026, 10))(typed)


# ── before any kind


KINDS: list[AnyColumn] = [
    Text("文"),
    Date("日"),
    Time("时"),
    Count("数"),
    Choice("级", words=WORDS),
    Name("名", of=(NameList.UNIT,)),
    Names("名", of=(NameList.UNIT,)),
    People("人"),
    Key("号"),
    References("号", to=None),  # type: ignore[arg-type]  # nobody asks
    Phone("电话"),
    CreditCode("码"),
]


EXCEL_SAYS = (
    *("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"),
    *("#GETTING_DATA", "#SPILL!"),
)


@pytest.mark.parametrize("column", KINDS, ids=lambda column: type(column).__name__)
def test_errors_formulas_and_nothing_are_the_same_for_every_kind(column: AnyColumn) -> None:
    assert read(column, None) == EMPTY
    for nothing in ("", " ", "\u200b", "/", "—", "暂无"):
        assert read(column, nothing) == EMPTY
    assert {read(column, error) for error in EXCEL_SAYS} == {failed("error-value")}
    assert read(column, UNCALCULATED) == failed("formula-uncalculated")


def test_what_the_kit_computes_is_not_read_at_all() -> None:
    for typed in ("#REF!", UNCALCULATED, "7", 7):
        assert read(Serial(), typed) == EMPTY


def test_a_short_text_is_read_once_and_a_long_one_or_a_number_each_time() -> None:
    """A column repeats its words: what was said of one is not worked out again."""
    once = reader(Text("文"), OFFICE, None)
    assert once("一样的话") is once("一样的话")
    long = "长" * 41
    assert once(long) is not once(long)
    assert once(long) == once(long) == Reading(long)
    assert once("长" * 40) is once("长" * 40)
    numbers = reader(Count("数"), OFFICE, None)
    assert (numbers(1), numbers(True).unread) == (Reading(1), True)


# ── text


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (" 两端\u200b ", "两端"),
        (12, "12"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (dt.datetime(2026, 3, 5), "2026-03-05"),
        (dt.time(9, 30), "09:30"),
        ("Ｎ／Ａ", "Ｎ／Ａ"),
    ],
)
def test_a_text_is_what_the_person_sees(typed: Cell, value: str) -> None:
    assert read(Text("文"), typed) == Reading(value)


# ── counts


PEOPLE = Count("人数", least=1, most=5000, example="45")
STEP = Count("起始", signed=True)


def no_number(expected: str = " 0 以上的整数", example: str = "45") -> Reading:
    return failed("number-unreadable", expected=expected, example=example)


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        (1, Reading(1)),
        (5000, Reading(5000)),
        (45.0, Reading(45)),
        ("45 人次", Reading(45)),
        ("1,200份", Reading(1200)),
        ("45.0", Reading(45)),
        ("45.", Reading(45)),
        ("４５名", Reading(45)),
        (0, doubtful(0, "number-unusual", bound="少于 1")),
        ("0人", doubtful(0, "number-unusual", bound="少于 1")),
        (5001, doubtful(5001, "number-unusual", bound="多于 5000")),
        ("5001", doubtful(5001, "number-unusual", bound="多于 5000")),
        (-1, no_number()),
        ("-1", no_number()),
        (4.5, no_number()),
        ("4.5", no_number()),
        ("45.5", no_number()),
        ("45只", no_number()),
        (True, no_number()),
        (math.inf, no_number()),
        (math.nan, no_number()),
        (10**15, no_number()),
        (10.0**15, no_number()),
        (dt.date(2026, 3, 5), no_number()),
    ],
)
def test_a_count_is_a_whole_number_of_zero_or_more(typed: Cell, reading: Reading) -> None:
    assert read(PEOPLE, typed) == reading


def test_a_number_just_below_the_greatest_is_read_where_nothing_bounds_it() -> None:
    assert read(Count("数"), 10**15 - 1) == Reading(10**15 - 1)
    assert read(Count("数"), 0) == Reading(0)
    assert read(Count("数"), "约") == no_number(example="12")
    assert read(Count("数", signed=True), -(10**15)) == no_number("整数", "12")


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        (-2, Reading(-2)),
        (-2.0, Reading(-2)),
        ("-2", Reading(-2)),
        ("+5", Reading(5)),
        ("5天", Reading(5)),
        (-2.5, no_number("整数", "12")),
        ("-2天", no_number("整数", "12")),
    ],
)
def test_a_signed_count_may_lie_below_zero(typed: Cell, reading: Reading) -> None:
    assert read(STEP, typed) == reading


# ── choices


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("乙级", Reading("乙级")),
        (" 乙 级", Reading("乙级")),
        ("头等", Reading("甲级")),
        ("乙等", failed("choice-unknown", nearest="", choices="“甲级/乙级/丙级”")),
        ("乙级的", failed("choice-unknown", nearest=",是否为“乙级”?", choices="“甲级/乙级/丙级”")),
        (True, failed("choice-unknown", nearest="", choices="“甲级/乙级/丙级”")),
    ],
)
def test_a_choice_is_one_of_its_words_or_of_the_old_names_for_them(
    typed: Cell, reading: Reading
) -> None:
    assert read(Choice("级", words=WORDS), typed) == reading


def test_a_word_outranks_the_old_name_of_another() -> None:
    words = WordList("级", ("甲级", "头等"), (("头等", "甲级"),))
    assert read(Choice("级", words=words), "头等") == Reading("头等")


def test_true_and_false_are_yes_and_no() -> None:
    yes_no = Choice("否", words=WordList("是否", ("是", "否"), (("无", "否"),)))
    assert [read(yes_no, typed).value for typed in (True, False, "无")] == ["是", "否", "否"]


def test_of_a_long_list_the_choices_are_not_told_one_by_one() -> None:
    said = failed("choice-unknown", nearest=",是否为“第一类事项”?", choices="下拉的选项")
    assert read(Choice("类", words=LONG), "第一类的事项") == said


def test_an_open_choice_takes_any_other_word_as_it_stands() -> None:
    column = Choice("级", words=WORDS, open=True)
    assert read(column, " 特级 ") == Reading("特级")
    assert read(column, "头等") == Reading("甲级")


def test_the_words_of_the_office_stand_in_place_of_the_declared_ones() -> None:
    own = replace(OFFICE, words={"级": WordList("级", ("高", "低"))})
    assert read(Choice("级", words=WORDS), "高", own) == Reading("高")
    assert read(Choice("级", words=WORDS), "甲级", own).unread


# ── names


UNIT = Name("单位", of=(NameList.UNIT,), extra=("区里",))
UNITS = Names("单位", of=(NameList.UNIT,), extra=("区里",))
FIRM = Name("企业", of=(NameList.FIRM, NameList.PARK))


def unknown(name: str, sheet: str, guess: str = "") -> dict[str, str]:
    return {"name": name, "sheet_of": sheet, "nearest": f",是否为“{guess}”?" if guess else ""}


@pytest.mark.parametrize("read_one", [UNIT, UNITS], ids=["one", "several"])
def test_a_name_is_read_in_full_where_it_is_known(read_one: AnyColumn) -> None:
    for typed, full in (("区法院", "区法院"), ("法院", "区法院"), (" 法 院", "区法院")):
        value = read(read_one, typed).value
        assert value == (full if read_one is UNIT else (full,))


def test_a_name_that_no_list_holds_stays_as_typed_and_is_asked_only_where_there_is_a_list() -> None:
    assert read(UNIT, "区农业局") == Reading("区农业局")
    fault = doubtful("区农业局", "name-unknown", **unknown("区农业局", "单位"))
    assert read(UNIT, "区农业局", LISTED) == fault
    near = doubtful("区人民法院", "name-unknown", **unknown("区人民法院", "单位", "区法院"))
    assert read(UNIT, "区人民法院", LISTED) == near
    assert read(UNIT, "区里", LISTED) == Reading("区里")


def test_a_name_of_either_list_is_known_and_both_are_named_where_it_is_not() -> None:
    assert read(FIRM, "甲机械厂", LISTED) == Reading("甲精密机械有限公司")
    assert read(FIRM, "第一园区", LISTED) == Reading("第一园区")
    fault = doubtful("丁公司", "name-unknown", **unknown("丁公司", "企业、园区"))
    assert read(FIRM, "丁公司", LISTED).faults[0].code == fault.faults[0].code
    assert dict(read(FIRM, "丁公司", LISTED).faults[0].facts)["sheet_of"] == "企业、园区"


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("区法院、检察院", ("区法院", "区检察院")),
        ("法院 检察院", ("区法院", "区检察院")),
        ("法院、区法院", ("区法院",)),
        ("法院、无、/", ("区法院",)),
        ("法院 农业局", ("法院 农业局",)),  # one of them is not known: one name, it may be
        ("乙 公司", ("乙 公司",)),
        ("、", None),
        ("无、/", None),
    ],
)
def test_several_names_are_told_apart_where_that_is_certain(
    typed: str, values: tuple[str, ...] | None
) -> None:
    assert read(UNITS, typed).value == values


def test_a_listed_name_with_a_blank_in_it_is_one_name() -> None:
    firms = Names("企业", of=(NameList.FIRM,))
    named = replace(LISTED, firms=(Firm("甲 乙"), Firm("甲"), Firm("乙")))
    assert read(firms, "甲 乙", named) == Reading(("甲 乙",))
    assert read(firms, "乙 甲", named) == Reading(("乙", "甲"))


def test_of_several_names_each_unknown_one_is_asked_about() -> None:
    reading = read(UNITS, "区农业局、区法院、区水利局", LISTED)
    assert reading.value == ("区农业局", "区法院", "区水利局")
    assert [dict(fault.facts)["name"] for fault in reading.faults] == ["区农业局", "区水利局"]


# ── numbers of rows, phones, codes


@pytest.mark.parametrize(
    ("column", "typed", "value"),
    [
        (Key("号"), "zf—法院－202610-００１", "ZF-法院-202610-001"),
        (Key("号"), "a b、c", "AB、C"),
        (KINDS[9], "a-1、B-2 c-3", ("A-1", "B-2", "C-3")),
        (KINDS[9], "a-1、A-1", ("A-1",)),
        (KINDS[9], "、", None),
        (KINDS[9], 7, ("7",)),
    ],
)
def test_numbers_of_rows_have_one_form(column: AnyColumn, typed: Cell, value: object) -> None:
    assert read(column, typed) == Reading(value)  # type: ignore[arg-type]  # of the column's kind


def odd(typed: str) -> Reading:
    return doubtful(typed, "phone-odd", example="13800000000")


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("138 0000 0000", Reading("13800000000")),
        (13800000000.0, Reading("13800000000")),
        ("0917-6212345", Reading("0917-6212345")),
        ("029-88881234-801", Reading("029-88881234-801")),
        ("6212345", Reading("6212345")),
        ("400-123-4567", Reading("400-123-4567")),
        ("8001234567", Reading("8001234567")),
        ("13800000000、６２１２３４５", Reading("13800000000、6212345")),
        ("13800000000、123", odd("13800000000、123")),
        ("123456", odd("123456")),
        ("138000000001", odd("138000000001")),
        ("、", EMPTY),
    ],
)
def test_a_phone_is_any_number_that_a_phone_has(typed: Cell, reading: Reading) -> None:
    assert read(Phone("电话"), typed) == reading


def test_the_example_of_a_phone_is_its_column_s() -> None:
    fault = read(Phone("电话", example="0917-6212345"), "1").faults[0]
    assert dict(fault.facts) == {"example": "0917-6212345"}


GOOD_CODE = "91350100M000100Y43"


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        (GOOD_CODE, Reading(GOOD_CODE)),
        (" 91350100 m000100y43", Reading(GOOD_CODE)),
        (GOOD_CODE[:-1] + "4", doubtful(GOOD_CODE[:-1] + "4", "credit-code-wrong")),
        (9.1e14, doubtful("910000000000000", "credit-code-wrong")),
        (1e15, doubtful("1e+15", "credit-code-lost").faults),
        (-(10**17), doubtful("", "credit-code-lost").faults),
        (dt.date(2026, 3, 5), doubtful("2026-03-05", "credit-code-wrong")),
        (dt.time(9, 30), doubtful("09:30", "credit-code-wrong")),
    ],
)
def test_a_credit_code_has_a_check_digit_and_is_lost_as_a_number(
    typed: Cell, reading: Reading | tuple[object, ...]
) -> None:
    found = read(CreditCode("码"), typed)
    assert reading in (found, found.faults)
