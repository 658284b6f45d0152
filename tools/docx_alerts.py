"""The templates of the letters about alerts: 提醒单, 催办单, 督办通知, 通报.

They say the same in the same order, each in words of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import docx_parts as parts
from docx.document import Document
from docx_blocks import addressed, closing, form, head, imprint_if_copied, items, statutory
from docx_parts import add


@dataclass(frozen=True)
class Wording:
    """What one kind of letter says: a working form, or with ``ending`` a statutory document."""

    title: str
    announced: str
    items: str
    demands: str
    answer: str
    ending: str = ""


WORDINGS = {
    "提醒单": Wording(
        "提醒单",
        "现将有关情况提醒如下：",
        "提醒事项",
        "请对照上表所列时限抓紧办理，按期办结，并及时向企业反馈。确有困难、不能按期办结的，请在到期前"
        "提出延期申请，写明原因并报批准。",
        "请于{{ reply_by }}前将办理情况报{{ signature }}。",
    ),
    "催办单": Wording(
        "催办单",
        "现将有关事项催办如下：",
        "催办事项",
        "请逐件明确承办人和完成日期，抓紧办结，并及时向企业反馈。对逾期的事项，请说明逾期原因；已经办结"
        "的，请补填办结日期和办理情况。",
        "请于{{ reply_by }}前将办理情况报{{ signature }}。",
    ),
    "督办通知": Wording(
        "关于限期办结逾期事项的督办通知",
        "按照政法机关“服务联系点”工作制度，现将有关事项通知如下：",
        "督办事项",
        "请单位负责同志牵头，逐件研究办理措施，明确承办人和完成日期，限期办结，并向企业反馈。涉及其他"
        "单位的，由首访单位主动对接协调；已经移交职能部门的，继续督促，直到解决到位。",
        "请于{{ reply_by }}前将办理结果书面报{{ signature }}。"
        "届时仍不能办结的，请一并说明原因和下一步措施。",
        "特此通知。",
    ),
    "通报": Wording(
        "关于逾期未办结事项的通报",
        "现将有关情况通报如下：",
        "逾期情况",
        "请单位主要负责同志亲自过问，逐件查明逾期原因，制定整改措施，立即办结，并向企业反馈、说明情况。"
        "单位自身难以解决的，请及时提请召开研判会研究。",
        "请于{{ reply_by }}前将整改情况书面报{{ signature }}。",
        "特此通报。",
    ),
}


def letter(wording: Wording) -> Document:
    """What is late or nearly so with a unit, what it is to do, and by when it answers."""
    document = parts.blank()
    (head if wording.ending else form)(document, wording.title)
    addressed(
        document,
        f"截至{{{{ signed_on }}}}，你单位承办的事项中，{{{{ summary }}}}。{wording.announced}",
    )
    add(document, "一级标题", f"一、{wording.items}")
    items(document)
    add(document, "一级标题", "二、办理要求")
    add(document, "Normal", wording.demands)
    add(document, "一级标题", "三、反馈期限")
    add(document, "Normal", wording.answer)
    if wording.ending:
        add(document, "Normal", wording.ending)
        return statutory(document)
    closing(document, sealed=False)
    imprint_if_copied(document)
    return document


TEMPLATES: Mapping[str, Callable[[], Document]] = {
    f"{kind}.docx": partial(letter, wording) for kind, wording in WORDINGS.items()
}
