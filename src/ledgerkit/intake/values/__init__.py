"""From what was typed to values and findings: cells, rows, files, chains."""
