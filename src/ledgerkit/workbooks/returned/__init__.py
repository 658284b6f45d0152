"""Returned copies: the file that a person sent, marked cell by cell, to be mended and sent back.

In come a received file and its findings; out go the bytes of the marked copy, or of a list with
links where the file bears no marks. ``run`` calls ``build``; the button takes its words from
``spots``.

The copy is made by patching the package's XML, not by loading and saving it through openpyxl:
openpyxl drops shapes, pictures in headers, x14 validations and conditional formats, form controls,
sparklines, slicers and threaded comments, flattens rich text, and drops the cached value of every
formula, so that a clerk's own formula would come back as “not calculated” from anybody who does
not open the copy in Excel first. Patched are: the style of each cell with a finding (and the styles
part), the sheet's notes, one new first sheet 检查结果, and the workbook's list of sheets. Every
other part is carried over byte for byte. So a findings workbook, with links to the original, stands
in only where there is no package to patch (.xls, .ods, .et, .xlsb, encrypted, damaged, too big) or
where patching would break something (Strict Open XML, signatures, old shared workbooks): see
``fidelity``.

A copy may come back any number of times: ``build`` first removes its own former marks, which are
recognised by a hidden name (the sheet), by the line 【检查】 (notes) and by named styles that
remember what the cell looked like (fills).
"""

from ledgerkit.workbooks.returned.build import Returned, build, clear
from ledgerkit.workbooks.returned.opc import UnfitError

__all__ = ["Returned", "UnfitError", "build", "clear"]
