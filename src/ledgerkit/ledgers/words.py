"""Word lists that columns share, and words that rules reckon with (docs/domain.md#word-lists)."""

from ledgerkit.model.columns import WordList

YES, NO = "是", "否"
YES_NO = WordList("是否", (YES, NO), (("有", YES), ("无", NO), ("√", YES), ("×", NO)))

URGENT, SIMPLE, NORMAL, COMPLEX = "紧急", "简单", "一般", "复杂"
GRADE = WordList(
    "难易程度",
    (URGENT, SIMPLE, NORMAL, COMPLEX),
    (("特急", URGENT), ("加急", URGENT), ("容易", SIMPLE), ("普通", NORMAL), ("疑难", COMPLEX)),
)

CATEGORY = WordList(
    "问题类别",
    (
        "合同债务",
        "劳动用工",
        "知识产权",
        "执行",
        "立案诉讼",
        "刑事治安",
        "行政执法监管",
        "股权治理",
        "融资",
        "土地工程",
        "合规规章",
        "法律咨询",
        "政策",
        "其他",
    ),
    (
        ("合同纠纷", "合同债务"),
        ("劳动争议", "劳动用工"),
        ("劳动纠纷", "劳动用工"),
        ("其它", "其他"),
    ),
)

PENDING, ACCEPTED, WORKING = "待受理", "已受理", "办理中"
COORDINATING, TRANSFERRED, EXTENDED = "跨单位协调", "已移交", "已延期"
FINISHED, ANSWERED, STRUCK_OFF, REFUSED = "已办结", "已反馈", "已销号", "不予受理"
STATUS = WordList(
    "办理状态",
    (
        PENDING,
        ACCEPTED,
        WORKING,
        COORDINATING,
        TRANSFERRED,
        EXTENDED,
        FINISHED,
        ANSWERED,
        STRUCK_OFF,
        REFUSED,
    ),
    (
        ("未受理", PENDING),
        ("正在办理", WORKING),
        ("在办", WORKING),
        ("办结", FINISHED),
        ("已完成", FINISHED),
        ("完成", FINISHED),
        ("销号", STRUCK_OFF),
        ("移交", TRANSFERRED),
        ("延期", EXTENDED),
    ),
)
FEEDBACK_GIVEN = (ANSWERED, STRUCK_OFF)
"""These say that 反馈 was given: whether it was is judged by the chain, not as a gap."""
CLOSED = (FINISHED, ANSWERED, STRUCK_OFF, REFUSED)
"""An item with one of these is handled; 已移交 stays open (docs/domain.md#closed-and-reopened)."""

OWN, ACROSS, OUTSIDE = "本单位", "跨政法单位", "非政法职责"
DUTY_OF = WordList(
    "职责归属",
    (OWN, ACROSS, OUTSIDE),
    (("跨单位", ACROSS), ("非政法单位职责", OUTSIDE), ("本单位职责", OWN)),
)

DISSATISFIED, UNJUDGED = "不满意", "未评价"
SATISFACTION = WordList("满意度", ("非常满意", "满意", "基本满意", DISSATISFIED, UNJUDGED))
SOLVED = "已解决"
RESULT = WordList("办理结果", (SOLVED, "部分解决", "解释说明", "无法解决"))
FEEDBACK_TO = WordList("反馈对象", ("企业", "园区"))
FEEDBACK_BY = WordList("反馈方式", ("书面", "电话", "当面", "微信", "会议"))

VISIT_MANNER = WordList(
    "走访方式", ("实地走访", "座谈", "电话", "线上"), (("实地", "实地走访"), ("上门", "实地走访"))
)
FROM_VISIT = "走访"
DEMAND_FROM = WordList(
    "需求来源",
    (FROM_VISIT, "联席会议", "来电来访", "12345", "上级转办"),
    (("来访", "来电来访"), ("来电", "来电来访"), ("12345热线", "12345")),
)

JOINT, SPECIAL, CONSULTATION, STUDY = "联席会议", "专题联席会议", "小会商", "研判会"
MEETING = WordList("会议类型", (JOINT, SPECIAL, CONSULTATION, STUDY))
PLANNED, HELD, PUT_OFF, CANCELLED = "计划", "已召开", "延期", "取消"
MEETING_STATE = WordList(
    "会议状态", (PLANNED, HELD, PUT_OFF, CANCELLED), (("召开", HELD), ("未召开", PLANNED))
)

OUTREACH_FORM = WordList(
    "活动形式",
    ("一对一讲法", "法律讲座", "服务过程普法", "互动活动", "政策宣讲"),
    (("讲座", "法律讲座"),),
)
SERVICE = WordList("服务类型", ("制定规章制度", "法律咨询", "法律意见", "纠纷调处", "法律援助"))
CASE_LEVEL = WordList(
    "来源层级", ("全省", "全市", "区内"), (("省级", "全省"), ("市级", "全市"), ("区级", "区内"))
)
