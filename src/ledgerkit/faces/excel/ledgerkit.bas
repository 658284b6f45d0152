Attribute VB_Name = "Ledgerkit"
Option Explicit

' The buttons of the tab. Each starts Python on the workbook that is open, and does nothing else.
' This text stays ASCII: captions are in customUI.xml, what is said here stands on the add-in's sheet.

Private Const NO_PYTHON As Long = 1
Private Const NO_WORKBOOK As Long = 2
Private Const NOT_STARTED As Long = 3

' Pressed: the button's tag is the action.
Public Sub LedgerkitPress(control As IRibbonControl)
    LedgerkitStart control.Tag
End Sub

' Starts one action on the active workbook.
Public Sub LedgerkitStart(ByVal action As String)
    Dim python As String
    python = LedgerkitPython()
    If python = "" Then
        Tell NO_PYTHON
        Exit Sub
    End If
    If ActiveWorkbook Is Nothing Then
        Tell NO_WORKBOOK
        Exit Sub
    End If
    On Error GoTo Failed
    Shell Quoted(python) & " -P -m ledgerkit.faces.button " & action & " --from_xl=1 --hwnd=" _
        & LedgerkitWindow() & " " & Quoted("--wb=" & ActiveWorkbook.Name), vbNormalFocus
    Exit Sub
Failed:
    Tell NOT_STARTED
End Sub

' The program that the installation wrote down, if it and its module are there; else "".
' Environ, Open, Dir and Shell know the letters of the code page only: addin install refuses others.
Private Function LedgerkitPython() As String
    Dim note As String, file As Integer, python As String, part As String
    On Error GoTo Missing
    note = Environ("APPDATA") & Application.PathSeparator & "ledgerkit" _
        & Application.PathSeparator & "python.txt"
    file = FreeFile
    Open note For Input As #file
    If Not EOF(file) Then Line Input #file, python
    If Not EOF(file) Then Line Input #file, part
    Close #file
    If python = "" Or part = "" Then Exit Function
    If Dir(python) <> "" And Dir(part) <> "" Then LedgerkitPython = python
Missing:
End Function

' The window by which Python finds this Excel; 0 for a host that has none to tell.
Private Function LedgerkitWindow() As String
    On Error Resume Next
    LedgerkitWindow = "0"
    LedgerkitWindow = CStr(Application.Hwnd)
End Function

Private Function Quoted(ByVal text As String) As String
    Quoted = """" & text & """"
End Function

' Says what stands in this row of the add-in's sheet.
Private Sub Tell(ByVal row As Long)
    MsgBox ThisWorkbook.Worksheets(1).Cells(row, 1).Value, vbExclamation
End Sub
