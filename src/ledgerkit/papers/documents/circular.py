"""通报: what stayed undone after all pressing, to each unit or point with such."""

from ledgerkit.papers.documents import alerted

DOCUMENT = alerted.document(alerted.CIRCULAR, order=5)
