"""Writes the made-up district under ``samples/district`` and what was planted in it.

``python -m samples.make`` rewrites both from scratch; nothing in it exists outside these files.
"""
