"""From what was typed to a value: one reader for each kind of column."""

from __future__ import annotations

import datetime as dt
import math
import re
from functools import partial
from typing import assert_never

from stdnum.cn import uscc

from ledgerkit import text
from ledgerkit.findings.messages import choices, nearest, written
from ledgerkit.intake.values.cell_reading import EMPTY, Reader, Reading, doubtful, failed
from ledgerkit.intake.values.dates import read_date, read_time
from ledgerkit.intake.values.names import read_name, read_names, read_people, several
from ledgerkit.intake.values.suggest import closest
from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Count,
    CreditCode,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    Names,
    People,
    Phone,
    Reference,
    References,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.period import Month
from ledgerkit.model.row import UNCALCULATED, Cell
from ledgerkit.office import Office

_SHORT = 40
"""Characters of the longest text that a reader remembers."""

ERRORS = frozenset(
    ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!")
)
_TOO_MANY = 10**15
"""No count of anything here is as large; nor is it exact in Excel."""
_SIGNED = re.compile(r"[+-]?\d{1,9}")
_COUNT = re.compile(
    r"(\d[\d,]{0,14})(?:\.0{0,9})?\s*(?:人次|人|份|次|家|名|个|件|册|本|场|天|日|号)?"
)
_PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|\d{7,8}|[48]00-?\d{3}-?\d{4}")


def reader(column: AnyColumn, office: Office, month: Month | None) -> Reader:
    """The function that reads the cells of this column in a file for this month."""
    read = _reader(column, office, month)
    return read if read is _ignore else _remembering(partial(_guarded, read))


def _remembering(read: Reader) -> Reader:
    """The same reader, which reads a short text only once: a column repeats its words and names."""
    known: dict[str, Reading] = {}

    def remembered(typed: Cell) -> Reading:
        if not isinstance(typed, str) or len(typed) > _SHORT:
            return read(typed)
        reading = known.get(typed)
        if reading is None:
            reading = known[typed] = read(typed)
        return reading

    return remembered


def _guarded(read: Reader, typed: Cell) -> Reading:
    """Errors and formulas that were never calculated are told before any kind looks at them."""
    if typed is None:
        return EMPTY
    if isinstance(typed, str):
        if typed in ERRORS:
            return failed("error-value")
        if typed == UNCALCULATED:
            return failed("formula-uncalculated")
    return read(typed)


def _reader(column: AnyColumn, office: Office, month: Month | None) -> Reader:
    match column:
        case Serial() | DueDay() | Light():
            return _ignore
        case Date(planned=planned):
            return partial(read_date, month=month, planned=planned)
        case Time():
            return read_time
        case Count():
            return partial(_count, column=column)
        case Choice():
            return partial(_choice, words=_ChoiceWords(column, office))
        case Names():
            return partial(read_names, column=column, office=office)
        case Name():
            return partial(read_name, column=column, office=office)
        case People():
            return read_people
        case Key() | Reference():
            return _key
        case References():
            return _references
        case Phone():
            return partial(_phone, example=column.example or "13800000000")
        case CreditCode():
            return _credit_code
        case Text():
            return _text
        case _:
            assert_never(column)


def _ignore(typed: Cell) -> Reading:
    return EMPTY


def _text(typed: Cell) -> Reading:
    entry = written(typed)
    return EMPTY if text.says_nothing(entry) else Reading(entry)


def _count(typed: Cell, *, column: Count) -> Reading:
    if isinstance(typed, (int, float)) and not isinstance(typed, bool):
        small = math.isfinite(typed) and abs(typed) < _TOO_MANY
        if small and typed == int(typed) and (typed >= 0 or column.signed):
            return _within(int(typed), column)
        return _no_number(column)
    entry = text.plain(written(typed))
    if text.says_nothing(entry):
        return EMPTY
    if column.signed and _SIGNED.fullmatch(entry):
        return Reading(int(entry))
    match = _COUNT.fullmatch(entry)
    if not match:
        return _no_number(column)
    return _within(int(match[1].replace(",", "")), column)


def _no_number(column: Count) -> Reading:
    expected = "整数" if column.signed else " 0 以上的整数"
    return failed("number-unreadable", expected=expected, example=column.example or "12")


def _within(count: int, column: Count) -> Reading:
    """The number, in doubt where it lies outside what the column usually holds."""
    if count < column.least and not column.signed:
        return doubtful(count, "number-unusual", bound=f"少于 {column.least}")
    if column.most is not None and count > column.most:
        return doubtful(count, "number-unusual", bound=f"多于 {column.most}")
    return Reading(count)


class _ChoiceWords:
    """The words of a choice, ready to be looked up in any spelling."""

    def __init__(self, column: Choice, office: Office) -> None:
        words = office.words_of(column)
        self.open = column.open
        self.words = words.words
        self.readings = {text.fold(former): word for former, word in words.former}
        self.readings |= {text.fold(word): word for word in words.words}


def _choice(typed: Cell, *, words: _ChoiceWords) -> Reading:
    if isinstance(typed, bool):
        typed = "是" if typed else "否"
    entry = written(typed)
    if word := words.readings.get(text.fold(entry)):
        return Reading(word)
    if text.says_nothing(text.plain(entry)):
        return EMPTY
    if words.open:
        return Reading(entry)
    return failed(
        "choice-unknown",
        nearest=nearest(closest(entry, words.words)),
        choices=choices(words.words),
    )


def _key(typed: Cell) -> Reading:
    entry = text.key(written(typed))
    return EMPTY if text.says_nothing(entry) else Reading(entry)


def _references(typed: Cell) -> Reading:
    entry = text.plain(written(typed))
    if text.says_nothing(entry):
        return EMPTY
    keys = (text.key(part) for part in text.split_words(entry))
    return several(keys)


def _phone(typed: Cell, *, example: str) -> Reading:
    entry = text.plain(written(typed))
    if text.says_nothing(entry):
        return EMPTY
    numbers = [number.replace(" ", "") for number in text.split(entry)]
    if not numbers:
        return EMPTY
    if all(_PHONE.fullmatch(number) for number in numbers):
        return Reading("、".join(numbers))
    return doubtful(entry, "phone-odd", example=example)


def _credit_code(typed: Cell) -> Reading:
    entry = text.plain(written(typed)).replace(" ", "").upper()
    if text.says_nothing(entry):
        return EMPTY
    if not isinstance(typed, (str, dt.date)) and abs(float(_number(typed))) >= 1e15:
        return doubtful(entry, "credit-code-lost")
    return Reading(entry) if uscc.is_valid(entry) else doubtful(entry, "credit-code-wrong")


def _number(typed: Cell) -> float:
    return float(typed) if isinstance(typed, (int, float)) else 0.0
