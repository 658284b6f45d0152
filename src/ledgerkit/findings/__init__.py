"""How every finding is worded and made.

In comes a code of the catalogue with the place and what stands there; out goes a ``Finding`` with
its whole Chinese message. Every room above may call it; it knows the model only.
"""
