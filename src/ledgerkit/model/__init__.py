"""What the domain is made of: declarations, rows, findings, outcomes.

In comes nothing: it rests on the standard library alone and touches no file. Out go plain
dataclasses, which all rooms hand to one another. Everybody may import it.
"""
