"""What a file is, told by its content, and its sheets as cells.

In comes the path of a file of any kind; out goes a ``RawFile``: its sheets' tables as they were
typed, or why it cannot be read. ``intake`` calls it in a worker, ``run`` for 名录.xlsx and for the
总表 of many districts; python-calamine and msoffcrypto are called here and nowhere else.
"""
