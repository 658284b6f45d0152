"""One file per command or family of commands: parse, call a job, show its report.

In come the words of a command line; out go lines on the console and an exit status. ``faces.cli``
calls a command; the window and the button take from here what a command says of its report.

A file is imported only when one of its commands is called, so that ``check`` starts fast.
"""

COMMANDS = {
    "new": "ledgerkit.faces.commands.new:command",
    "check": "ledgerkit.faces.commands.check:command",
    "month": "ledgerkit.faces.commands.period:month",
    "quarter": "ledgerkit.faces.commands.period:quarter",
    "year": "ledgerkit.faces.commands.period:year",
    "templates": "ledgerkit.faces.commands.templates:command",
    "lint": "ledgerkit.faces.commands.lint:command",
    "addin": "ledgerkit.faces.commands.addin:command",
    "trace": "ledgerkit.faces.commands.trace:command",
    "rollup": "ledgerkit.faces.commands.rollup:command",
    "export": "ledgerkit.faces.commands.export:command",
    "doctor": "ledgerkit.faces.commands.doctor:command",
    "window": "ledgerkit.faces.commands.window:command",
}
"""Command → where it stands, in the order in which --help lists them."""
