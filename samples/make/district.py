"""Who there is in 岭川区, a district that does not exist."""

from __future__ import annotations

from dataclasses import dataclass

from stdnum.cn import uscc

COMMITTEE = "区委政法委"


@dataclass(frozen=True)
class Party:
    """A unit or a point: full name, short name, its people, and a point's park."""

    name: str
    short: str
    people: tuple[str, ...]
    park: str = ""


@dataclass(frozen=True)
class Firm:
    """A firm of a park; ``former`` is a name that it bore before."""

    name: str
    code: str
    park: str
    point: str
    contact: str
    phone: str
    former: str = ""


UNITS = (
    Party(COMMITTEE, "政法委", ("赵甲一", "钱甲二", "孙甲三")),
    Party("区法院", "法院", ("李乙一", "周乙二", "吴乙三")),
    Party("区检察院", "检察院", ("郑丙一", "王丙二", "冯丙三")),
    Party("公安岭川分局", "公安", ("陈丁一", "褚丁二", "卫丁三")),
    Party("区司法局", "司法局", ("蒋戊一", "沈戊二", "韩戊三")),
    Party("区综治中心", "综治中心", ("杨己一", "朱己二", "秦己三")),
)
POINTS = (
    Party("青禾联系点", "青禾", ("许庚一", "何庚二"), "青禾工业园"),
    Party("云台联系点", "云台", ("吕辛一", "施辛二"), "云台科创园"),
    Party("望川联系点", "望川", ("张壬一", "孔壬二"), "望川物流园"),
    Party("金穗联系点", "金穗", ("曹癸一", "严癸二"), "金穗食品园"),
)
PARTIES = {one.name: one for one in (*UNITS, *POINTS)}
DEPARTMENTS = ("区人社局", "区市场监管局", "区自然资源局", "区工信局", "区住建局", "区税务局")

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_TRADES = (
    ("机械", "建材", "纺织", "汽配"),
    ("科技", "电子", "软件", "仪器"),
    ("物流", "仓储", "货运", "包装"),
    ("食品", "粮油", "酿造", "农业"),
)
_SURNAMES = "金魏陶姜戚谢邹喻柏水窦"
FORMER = {3: "岭川丁卯织造厂", 16: "岭川老庚辰货运行", 29: "岭川癸巳电子元件厂"}
UNREGISTERED = (21, 42)
"""Small shops that have no 统一社会信用代码."""


def code(number: int) -> str:
    """A made-up 统一社会信用代码 that passes its check; region 619900 is no county."""
    stem = f"91619900MA{number:04d}TEK"
    return stem + uscc.calc_check_digit(stem)


def _firm(number: int) -> Firm:
    point = POINTS[number % 4]
    trade = _TRADES[number % 4][number // 4 % 4]
    name = f"岭川{_STEMS[number % 10]}{_BRANCHES[number % 12]}{trade}有限公司"
    contact = f"{_SURNAMES[number % 11]}{'经理'}{'一二三四'[number % 4]}"
    return Firm(
        name,
        "" if number in UNREGISTERED else code(number),
        point.park,
        point.name,
        contact,
        f"1380000{number:04d}",
        FORMER.get(number, ""),
    )


FIRMS = tuple(_firm(number) for number in range(44))


def firms_of(point: str) -> list[Firm]:
    return [firm for firm in FIRMS if firm.point == point]
