"""What this machine has and lacks for the kit.

In come an office folder and the day; out go ``Item``s: what was looked at, how it stands, what to
do. ``faces.commands.doctor`` calls it; it changes nothing and asks no network.
"""

from ledgerkit.run.doctor.everywhere import examine
from ledgerkit.run.doctor.item import Item, State

__all__ = ["Item", "State", "examine"]
