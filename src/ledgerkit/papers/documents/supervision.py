"""督办通知: what has long been late, to each unit or point whose worst item is."""

from ledgerkit.papers.documents import alerted

DOCUMENT = alerted.document(alerted.SUPERVISION, order=4)
