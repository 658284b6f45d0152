"""The button inside Excel: an add-in built from text, and what it does in the open workbook.

In comes the open workbook, with what is not saved yet; out go marks on its cells, a sheet 检查结果
and one box of words. ``faces.button`` calls an action, ``faces.commands.addin`` builds and installs
the add-in; xlwings is spoken here and nowhere else.
"""
