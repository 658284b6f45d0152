"""What this machine has and lacks for the kit: ``ledgerkit doctor``."""

from ledgerkit.run.doctor.everywhere import examine
from ledgerkit.run.doctor.item import Item, State

__all__ = ["Item", "State", "examine"]
