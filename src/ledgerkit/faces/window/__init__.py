"""The small window for those without a console: the same jobs, the same report, shown by tkinter.

In come the files that somebody dragged or chose, or an office folder and a month; out go progress,
the report as a list, and an exit status. ``faces.commands.window`` opens it; the button asks
``task`` which office a workbook lies in.

``task`` says what is done and what is told of it, ``work`` does it on a thread, ``dropped`` tells
which files were dragged onto a script, ``console`` does the same where there is no window. Only
``app``, ``pages`` and ``look`` know tkinter.
"""
