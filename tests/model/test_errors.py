"""Every exception of the package has one base, and its words pass from process to process."""

from __future__ import annotations

import ast
import builtins
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

import ledgerkit
from ledgerkit.faces.ending import FAULT, WRONG_CALL, failure
from ledgerkit.model.errors import LedgerkitError, NotThere, WrongCall
from ledgerkit.model.table import DeclarationError
from ledgerkit.papers.word import TemplateError
from ledgerkit.run.store import ResultsBusy, ResultsUnwritable
from ledgerkit.run.trace import KeyUnknown


def classes() -> Iterator[tuple[str, set[str]]]:
    """(class, the names of its bases) of every class of the package."""
    for path in sorted(Path(ledgerkit.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node.name, {ast.unparse(base) for base in node.bases}


def is_builtin_exception(name: str) -> bool:
    found = getattr(builtins, name, None)
    return isinstance(found, type) and issubclass(found, BaseException)


def test_every_exception_of_the_package_has_the_one_base() -> None:
    found = list(classes())
    ours = {name for name, bases in found if "LedgerkitError" in bases}
    assert len(ours) > 15
    strays = [
        name
        for name, bases in found
        if any(map(is_builtin_exception, bases)) and not bases & {"LedgerkitError", *ours}
    ]
    assert strays == ["LedgerkitError"]


@pytest.mark.parametrize(
    "error",
    [
        ResultsBusy("结果/2026-10"),
        ResultsUnwritable("结果/2026-10"),
        KeyUnknown("WT-法院-202610-01", "WT-法院-202610-001"),
        KeyUnknown("WT", None),
        TemplateError("模板「催办单.docx」的标签 {{ unti }} 填不了:…"),
        WrongCall("“十月”不是月份,请写成 2026-10 这样"),
        NotThere("没有文件夹“陈仓区”,请看写得对不对"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_refusal_says_what_to_do_wherever_it_is_raised(error: LedgerkitError) -> None:
    assert "请" in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
    said = failure(error)
    assert (said.text, said.status) == (str(error), WRONG_CALL)


def test_a_number_nearly_right_is_asked_back() -> None:
    assert str(KeyUnknown("WT-法院-202610-01", "WT-法院-202610-001")) == (
        "收件里没有编号“WT-法院-202610-01”,是否为“WT-法院-202610-001”?请核对编号,再查一次。"
    )


def test_a_bad_declaration_is_a_fault_of_the_program() -> None:
    said = failure(DeclarationError("走访日志: 没有列“甲”"))
    assert said.status == FAULT
    assert said.text.startswith("程序出错,不是表填错了。")
