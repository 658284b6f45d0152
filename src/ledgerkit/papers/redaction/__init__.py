"""What is masked where a document leaves the government side (docs/domain.md#data-protection)."""

from ledgerkit.papers.redaction.context import World, world_of
from ledgerkit.papers.redaction.letters import masked, texts

__all__ = ["World", "masked", "texts", "world_of"]
