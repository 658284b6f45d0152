"""The button inside Excel: an add-in built from text, and what it does in the open workbook."""
