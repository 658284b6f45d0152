"""The office as 名录.xlsx describes it: its members, its numbers, its words."""

from ledgerkit.office.build import FILE_NAME, build, default
from ledgerkit.office.members import FilingRule, Firm, Limit, Member, Obligation, Waiver
from ledgerkit.office.office import Office

__all__ = [
    "FILE_NAME",
    "FilingRule",
    "Firm",
    "Limit",
    "Member",
    "Obligation",
    "Office",
    "Waiver",
    "build",
    "default",
]
