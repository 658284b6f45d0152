"""提醒单: what falls due soon, to each unit or point with nothing later than that."""

from ledgerkit.papers.documents import alerted

DOCUMENT = alerted.document(alerted.REMINDER, order=2)
