"""Every workbook that people get: blank ones, returned copies, 总表 (also of many districts).

In come declarations, findings or a concluded ``Run``; out go the bytes of a workbook, the same for
the same input. ``run`` calls it; it reads no folder and writes nothing to disk.
"""
