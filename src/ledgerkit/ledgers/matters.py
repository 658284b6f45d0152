"""What several clocks ask for (事项), with the limits that are shipped in 办理时限."""

from ledgerkit.ledgers import words
from ledgerkit.model.deadline import Limit, Matter

HANDLING = Matter(
    "办理",
    demanded="办结",
    limits=(
        (words.URGENT, Limit(1)),
        (words.SIMPLE, Limit(3)),
        (words.NORMAL, Limit(7)),
        (words.COMPLEX, Limit(15)),
    ),
)
HANDING_OVER = Matter("转办", limits=(("", Limit(1)),))
PRESSING = Matter("督促", limits=(("", Limit(5)),))
ANSWERING = Matter("反馈", limits=(("", Limit(2)),))
REVISITING = Matter("回访", limits=(("", Limit(5)),))
LONGEST = Matter("最长", limits=(("", Limit(30, working=False)),))
"""No clock of its own: caps 办理 (never an approved extension)."""
