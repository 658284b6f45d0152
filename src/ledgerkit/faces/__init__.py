"""Where people meet the kit: the command line, the button in Excel, the small window.

In comes what a person typed, clicked or dragged, or a script handed over; out go Chinese lines, a
box or a window, and an exit status, or a report. Nothing calls the faces but the start of a program
and ``ledgerkit`` itself, which gives ``faces.api`` on; they alone ask what day it is. What they do
is ``run``'s: a face parses, calls a job and shows its report.
"""
