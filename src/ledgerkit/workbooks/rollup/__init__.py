"""总表 of many districts: 区县对比, 排名, every ledger, 预警清单, 履职情况, 数据来源.

In comes a ``Rollup``; out go the bytes of 总表.xlsx. ``run.rollup`` calls it; sheets look and link
as those of ``workbooks.summary``.
"""

from ledgerkit.workbooks.rollup.workbook import build

__all__ = ["build"]
