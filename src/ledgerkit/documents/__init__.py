"""One file per Word document: for whom it is written and what it says."""
