"""Names of persons as clerks write them, and what is printed instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledgerkit import text

_ASIDE = re.compile(r"[(（][^)）]*[)）]?")
_POST = (
    r"(?:副?(?:总经理|董事长|厂长|主任|经理|科长|部长|主管|站长|店长|校长|会长)"
    r"|总监|书记|会计|老板|法人代表|法定代表人|法人|负责人|联系人)"
)
_BEFORE = re.compile(rf"^.*{_POST}[:：]?(?=[\u4e00-\u9fff]{{2,3}}$)")
_AFTER = re.compile(rf"(?:{_POST}|先生|女士|同志|总)$")
_NOBODY = re.compile(r"本人|(企业|单位|职工)?代表|(工作|接待)?人员|(企业)?(员工|职工)|前台|门卫")
_COMPOUND = re.compile(
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|宇文|端木|南宫|独孤"
)
_CHINESE = re.compile(r"[\u3400-\u9fff·•]+")
_LONGEST = 4
_SOME = "某"


def names(cell: str) -> Iterator[str]:
    """The names in a cell, without posts and titles; “王总” names nobody."""
    for person in text.split_people(_ASIDE.sub("", cell)):
        name = _AFTER.sub("", _BEFORE.sub("", text.fold(person)))
        if len(name) > 1 and _SOME not in name and not _NOBODY.fullmatch(name):
            yield name


def some(name: str) -> str:
    """“王某”, “欧阳某”; “某人” for a name that has no Chinese surname."""
    if not _CHINESE.fullmatch(name) or (len(name) > _LONGEST and "·" not in name):
        return f"{_SOME}人"
    surname = _COMPOUND.match(name)
    return f"{surname[0] if surname else name[0]}{_SOME}"
