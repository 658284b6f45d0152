"""What this machine has and lacks for the kit: ``ledgerkit doctor``."""

from ledgerkit.jobs.machine.everywhere import examine
from ledgerkit.jobs.machine.item import Item, State

__all__ = ["Item", "State", "examine"]
