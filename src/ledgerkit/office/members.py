"""What 名录.xlsx lists: units and points, firms, duties, deadlines, waivers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ledgerkit.model.period import Cycle
from ledgerkit.model.row import RawRow


@dataclass(frozen=True, slots=True)
class Member:
    """A unit, a point or a department: its full name and the short one used in numbers."""

    name: str
    short: str = ""
    head: str = ""
    park: str = ""
    contact: str = ""
    phone: str = ""


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
