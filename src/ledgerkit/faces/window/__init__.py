"""The small window for those without a console: the same jobs, the same report, shown by tkinter.

``task`` says what is done and what is told of it, ``work`` does it on a thread, ``dropped`` tells
which files were dragged onto a script, ``console`` does the same where there is no window. Only
``app``, ``pages`` and ``look`` know tkinter.
"""
