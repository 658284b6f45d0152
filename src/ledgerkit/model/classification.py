"""Markings of classified papers: 秘密, 机密, 绝密 (保守国家秘密法; 密级 of GB/T 9704 7.2.2)."""

from __future__ import annotations

import re

_WORD = r"(?:秘|机|绝)[\s·]{0,3}密"
_GAP = r"[\s　]*"
_MARKING = re.compile(
    rf"{_WORD}级?{_GAP}[★☆*＊]"  # 秘密★1年
    rf"|[【\[〔（(<〈]{_GAP}{_WORD}级?[^【】\[\]〔〕（）()<>〈〉]{{0,8}}[】\]〕）)>〉]"  # 【机密】
    rf"|(?:密{_GAP}级|定密|密别|密等)(?:标志|等级)?{_GAP}[:：为是]{_GAP}{_WORD}"  # 密级：秘密
    rf"|(?:此件|本件|属于?|定为|列为){_GAP}(?:国家)?{_WORD}"  # 此件机密
    rf"|^{_GAP}{_WORD}级?{_GAP}(?:$|[:：,，。.;；、—\-_|]|文件|资料|材料|事项|信息|件)"  # 机密：……
    rf"|(?<=[\s,，。.;；:：、—\-_|！!？?])(?:{_WORD})级?[。.]?{_GAP}$",  # …… 秘密
    re.MULTILINE,
)
"""Forms in which a paper is marked; “商业秘密” and “泄露国家秘密案” only speak of secrets."""


def marking(text: str) -> str:
    """The marking that a text bears, as it stands there; "" for none."""
    found = _MARKING.search(text) if "密" in text else None
    return found[0].strip() if found else ""
