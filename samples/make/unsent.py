"""What still has to be sent at the end of October, for letters that nothing else calls for."""

from __future__ import annotations

from samples.make.days import day
from samples.make.district import firms_of
from samples.make.story import Story
from samples.make.words import CASES, DEMANDS


def tell(story: Story) -> None:
    """A demand just submitted to a unit, a hearing without invitations, a case nobody has read."""
    demand = story.demand(
        "望川联系点", day("10-28"), "复杂", DEMANDS[4], firm=firms_of("望川联系点")[2].name
    )
    story.steps(demand, consulted=day("10-29"), to="区司法局", submitted=day("10-30"))
    firms = tuple(firm.name for firm in firms_of("金穗联系点")[:2])
    hearing = story.hearing("区法院", day("10-30"), day("11-19"), "劳动争议", firms)
    hearing.cells.pop("邀请函日期")
    case = story.case("区检察院", day("10-30"), CASES[2], "云台科创园")
    for column in ("送阅日期", "签收人"):
        case.cells.pop(column)
