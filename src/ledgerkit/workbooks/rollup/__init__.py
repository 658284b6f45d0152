"""总表 of many districts: 区县对比, 排名, every ledger, 预警清单, 履职情况, 数据来源."""

from ledgerkit.workbooks.rollup.workbook import build

__all__ = ["build"]
