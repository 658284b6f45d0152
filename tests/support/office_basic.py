"""LibreOffice runs a macro of a file: a profile that trusts macros, with Basic that calls it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

VBA_FILTER = "Calc MS Excel 2007 VBA XML"
"""The import filter with which LibreOffice keeps the VBA of a file runnable."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {} PUBLIC "{}" "{}">\n'
_TRUST = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_LIBRARIES = _HEAD.format(
    "library:libraries", "-//OpenOffice.org//DTD OfficeDocument 1.0//EN", "libraries.dtd"
) + (
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>"
)
_LIBRARY = _HEAD.format(
    "library:library", "-//OpenOffice.org//DTD OfficeDocument 1.0//EN", "library.dtd"
) + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Drive"/></library:library>'
)
_DRIVE = """
Sub Main()
  On Error GoTo Failed
  Dim how(1) As New com.sun.star.beans.PropertyValue
  Dim addin, book, script
  how(0).Name = "FilterName"
  how(0).Value = "{filter}"
  how(1).Name = "MacroExecutionMode"
  how(1).Value = 4
  addin = StarDesktop.loadComponentFromURL("{addin}", "_blank", 0, how())
  book = StarDesktop.loadComponentFromURL("{book}", "_blank", 0, Array())
  book.CurrentController.Frame.activate()
  script = addin.ScriptProvider.getScript("{macro}")
  script.invoke(Array("{argument}"), Array(), Array())
  Wait 1000
Failed:
  If Err <> 0 Then
    Open "{fault}" For Output As #1
    Print #1, Error$
    Close #1
  End If
  StarDesktop.terminate()
End Sub
"""


def run_macro(
    folder: Path,
    addin: Path,
    book: Path,
    macro: str,
    argument: str,
    environment: Mapping[str, str],
) -> str:
    """Load an add-in, open a workbook, call the add-in's macro; what went wrong, "" for nothing."""
    fault = folder / "fault.txt"
    basic = folder / "profile" / "user" / "basic" / "Standard"
    words = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    words += ["--headless", "--norestore"]
    settings = basic.parent.parent / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_TRUST, encoding="utf-8")
    # The first piece of work fills a new profile, over whatever Basic stands there.
    first = ["--convert-to", "csv", "--outdir", str(folder / "first"), str(book)]
    subprocess.run([*words, *first], capture_output=True, timeout=120, check=True)
    (basic.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    source = _DRIVE.format(
        filter=VBA_FILTER,
        addin=addin.as_uri(),
        book=book.as_uri(),
        macro=f"vnd.sun.star.script:{macro}?language=Basic&location=document",
        argument=argument,
        fault=fault,
    )
    head = _HEAD.format(
        "script:module", "-//OpenOffice.org//DTD OfficeDocument 1.0//EN", "module.dtd"
    )
    (basic / "Drive.xba").write_text(
        f'{head}<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Drive" script:language="StarBasic">{escape(source)}</script:module>',
        encoding="utf-8",
    )
    subprocess.run(
        [*words, "macro:///Standard.Drive.Main"],
        env=dict(environment),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return fault.read_text(encoding="utf-8") if fault.exists() else ""
