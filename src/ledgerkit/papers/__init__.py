"""Everything that becomes a Word document, and the judge of Word documents.

In comes a concluded ``Run`` or ``Rollup``; out go letters as .docx bytes, and the verdicts of
``lint``. ``run`` and the faces call it; it knows no received file and writes nothing to disk.
"""
