"""What is masked where a document leaves the government side (docs/domain.md#data-protection).

In come a run, whose names and numbers are learnt, and a letter; out goes the letter as its reader
may see it. ``run.letters`` calls it for every letter that goes out, and nobody else does.
"""

from ledgerkit.papers.redaction.context import RedactionContext, context_of
from ledgerkit.papers.redaction.letters import masked, texts

__all__ = ["RedactionContext", "context_of", "masked", "texts"]
