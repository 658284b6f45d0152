"""The commands as functions: read, check, merge, reckon, write.

In come an office folder, a period and a day; out go a report and, through ``run.store``, the files
of 结果. The faces call it and nobody else; it is the only room that knows all the others but them.
"""
