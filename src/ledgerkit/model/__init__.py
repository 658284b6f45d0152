"""What the domain is made of: declarations, rows, findings, outcomes. No I/O, no third parties."""
