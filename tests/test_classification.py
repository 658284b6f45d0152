"""What marks a paper as classified, and what only speaks of secrets."""

from __future__ import annotations

import pytest

from ledgerkit.model.classification import marking


@pytest.mark.parametrize(
    "said, mark",
    [
        ("秘密★1年", "秘密★"),
        ("机密 ★ 5年", "机密 ★"),
        ("绝密*", "绝密*"),
        ("【机密】某厂货款一事", "【机密】"),
        ("某厂货款一事（秘密）", "（秘密）"),
        ("(秘密 1年)某厂", "(秘密 1年)"),
        ("[绝密级]", "[绝密级]"),
        ("秘密", "秘密"),
        ("秘　密", "秘　密"),
        ("机密：涉案账户", "机密："),
        ("机密文件一份", "机密文件"),
        ("某厂货款一事 秘密", "秘密"),
        ("某厂货款一事\n绝密。", "绝密。"),
        ("密级：秘密", "密级：秘密"),
        ("密 级 为 机密", "密 级 为 机密"),
        ("此件机密，勿外传", "此件机密"),
        ("材料属于国家秘密", "属于国家秘密"),
        ("定为秘密级", "定为秘密"),
    ],
)
def test_a_marking_is_seen(said: str, mark: str) -> None:
    assert marking(said) == mark


@pytest.mark.parametrize(
    "said",
    [
        "",
        "侵犯商业秘密纠纷",
        "侵犯商业秘密",
        "保守商业秘密，签订保密协议",
        "员工泄露公司秘密。",
        "泄露国家秘密案",
        "秘密窃取他人财物",
        "客户名单属于商业秘密",
        "以“秘密”手段转移资产",
        "忘记密码、密级管理不严",
        "精密机械有限公司",
        "涉嫌非法获取国家秘密罪（一审）",
        "商业秘密（客户名单）",
    ],
)
def test_speaking_of_secrets_is_no_marking(said: str) -> None:
    assert marking(said) == ""
