"""The labels of the 填报 block above every table: who files, for which month, and when."""

UNIT, MONTH, FILLED_BY, FILED_ON, NOTHING = "填报单位", "填报月份", "填表人", "填报日期", "本月无"
