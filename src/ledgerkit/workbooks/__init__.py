"""What people get back: blank workbooks, returned copies, 总表 (also of many districts), Word."""
