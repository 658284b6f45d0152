"""The names by which a firm goes in a text, and what is printed instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from ledgerkit.text import fold

_FORM = re.compile(r"(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司)$")
_KINDS = ("公司", "合作社", "集团", "厂", "店", "商行", "超市")
_PLACE = re.compile(r"(工业园|产业园|科技园|物流园|创业园|园区|开发区|新区|街道|社区|镇|村)$")
_NOBODY = re.compile(
    r"((全|各|本|该|等|家|辖区|区内|园区|入园|重点|中小|民营|有关|相关|个体|工商|部分)*"
    r"(企业|公司|商户|个体户|园区|单位|工厂|商店|门店|厂|店))+"
)
"""“园区企业”, “各公司”: what is written where no firm is named."""
_TRADE = (
    "物流|货运|运输|仓储|快递|餐饮|食品|粮油|酿造|酒业|饮料|建筑|建设|建材|装饰|工程|机械|机电|设备|"
    "汽车|汽配|商贸|贸易|科技|电子|电器|软件|信息|网络|仪器|农业|农牧|养殖|服务|管理|物业|服饰|服装|"
    "纺织|包装|印刷|印务|化工|医药|药业|医疗|房地产|置业|投资|劳务|人力资源|文化|传媒|广告|教育|旅游|"
    "酒店|供热|供水|热力|燃气|天然气|能源|电力|材料|金属|钢铁|铸造|矿业|水泥|石油|环保|家具|塑料|橡胶"
)
_ENDS_IN_TRADE = re.compile(rf"(?<=^..)(?:{_TRADE})+$")
_BEGINS_WITH_TRADE = re.compile(_TRADE)
_SOME = "某"
_LEAST_CORE = 4
_PLACE_LENGTHS = (2, 3)
_FIRMS_OF_A_PLACE = 3


def is_named(name: str) -> bool:
    """Whether this is a firm's own name, not “园区企业” and not “某公司”."""
    folded = fold(name)
    return len(folded) > 1 and _SOME not in folded and not _NOBODY.fullmatch(folded)


def is_place(name: str) -> bool:
    """Whether this looks like a park or a place: what columns of firms may hold as well."""
    return bool(_PLACE.search(fold(name)))


def places(names: Iterable[str]) -> tuple[str, ...]:
    """With what the names of several firms begin: “岭川” of 岭川甲子机械有限公司."""
    heads = Counter(fold(name)[:length] for name in set(names) for length in _PLACE_LENGTHS)
    return tuple(sorted(head for head, firms in heads.items() if firms >= _FIRMS_OF_A_PLACE))


def forms(name: str, official: Collection[str], of: Collection[str] = ()) -> Iterator[str]:
    """The name, and how clerks shorten it where that tells as much.

    “岭川甲子机械”, “甲子机械公司” and “甲子公司” for 岭川甲子机械有限公司, ``of`` being the places.
    """
    yield name
    for core in _cores(fold(name), of):
        in_official = any(core in fold(known) for known in official)
        if len(core) >= _LEAST_CORE and is_named(core) and not is_place(core) and not in_official:
            yield core
            if core != fold(name):
                yield f"{core}公司"
                yield f"{_ENDS_IN_TRADE.sub('', core)}公司"


def _cores(name: str, of: Collection[str]) -> Iterator[str]:
    """The name without “有限公司”, and what is left of it behind a place."""
    core = _FORM.sub("", name)
    yield core
    for place in of:
        rest = core.removeprefix(place)
        if core != name and rest != core and not _BEGINS_WITH_TRADE.match(rest):
            yield rest


def some(name: str) -> str:
    """“某公司”, “某厂”; “某企业” where the name tells no kind."""
    kind = next((kind for kind in _KINDS if fold(name).endswith(kind)), "企业")
    return f"{_SOME}{kind}"
