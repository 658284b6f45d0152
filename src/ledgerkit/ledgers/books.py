"""The workbooks in which several ledgers stand."""

from ledgerkit.model.ledger import SharedBook

THREE_LISTS = SharedBook("三张清单")
