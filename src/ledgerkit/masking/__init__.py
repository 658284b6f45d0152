"""What others may not read in a document that leaves the government side (DOMAIN 7)."""

from ledgerkit.masking.contexts import masked, texts
from ledgerkit.masking.world import World, world_of

__all__ = ["World", "masked", "texts", "world_of"]
