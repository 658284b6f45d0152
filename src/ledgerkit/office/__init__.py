"""The office as 名录.xlsx describes it: its members, its numbers, its words.

In come the checked rows of 名录.xlsx, or nothing; out goes an ``Office``, in which whatever 名录
lacks is what is shipped. Every room above may ask it; it reads no file
(docs/domain.md#the-directory).
"""

from ledgerkit.model.deadline import Limit
from ledgerkit.office.build import FILE_NAME, build, default
from ledgerkit.office.members import FilingRule, Firm, Member, Obligation, Waiver
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
