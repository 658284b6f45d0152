"""The names by which a firm goes in a text, and what is printed instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ledgerkit.text import fold

_FORM = re.compile(r"(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司)$")
_KINDS = ("公司", "合作社", "集团", "厂", "店", "商行", "超市")
_PLACE = re.compile(r"(工业园|产业园|科技园|物流园|创业园|园区|开发区|新区|街道|社区|镇|村)$")
_NOBODY = re.compile(
    r"((全|各|本|该|等|家|辖区|区内|园区|入园|重点|中小|民营|有关|相关|个体|工商|部分)*"
    r"(企业|公司|商户|个体户|园区|单位|工厂|商店|门店|厂|店))+"
)
"""“园区企业”, “各公司”: what is written where no firm is named."""
_SOME = "某"
_LEAST_CORE = 4


def is_named(name: str) -> bool:
    """Whether this is a firm's own name, not “园区企业” and not “某公司”."""
    folded = fold(name)
    return len(folded) > 1 and _SOME not in folded and not _NOBODY.fullmatch(folded)


def is_place(name: str) -> bool:
    """Whether this looks like a park or a place: what columns of firms may hold as well."""
    return bool(_PLACE.search(fold(name)))


def forms(name: str, official: Collection[str]) -> Iterator[str]:
    """The name and, where it tells as much, the name without “有限公司”."""
    yield name
    core = _FORM.sub("", fold(name))
    in_official = any(core in fold(one) for one in official)
    if len(core) >= _LEAST_CORE and is_named(core) and not is_place(core) and not in_official:
        yield core


def some(name: str) -> str:
    """“某公司”, “某厂”; “某企业” where the name tells no kind."""
    kind = next((kind for kind in _KINDS if fold(name).endswith(kind)), "企业")
    return f"{_SOME}{kind}"
