"""What others may not read in a document that leaves the government side (DOMAIN 7)."""

from ledgerkit.papers.redaction.context import World, world_of
from ledgerkit.papers.redaction.letters import masked, texts

__all__ = ["World", "masked", "texts", "world_of"]
