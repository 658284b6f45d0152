"""One file per command, named as it is called: parse, call a job, show its report.

In come the words of a command line; out go lines on the console and an exit status. ``faces.cli``
calls a command; the window and the button take from here what a command says of its report.

A module of this package gives ``command``; ``NAMES`` is the order in which --help lists them. It is
imported only when its command is called, so that ``check`` starts fast.
"""

NAMES = (
    "new",
    "check",
    "month",
    "quarter",
    "year",
    "templates",
    "lint",
    "addin",
    "trace",
    "rollup",
    "export",
    "doctor",
    "window",
)
