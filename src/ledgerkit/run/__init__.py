"""The commands as functions: read → check → merge → rules → write."""
