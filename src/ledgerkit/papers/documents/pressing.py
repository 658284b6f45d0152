"""催办单: what is late, to each unit or point with nothing later than that."""

from ledgerkit.papers.documents import alerted

DOCUMENT = alerted.document(alerted.PRESSING, order=3)
