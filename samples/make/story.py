"""The story: all that can be told, and a problem's way to a good end."""

from __future__ import annotations

import datetime as dt

from samples.make.days import later
from samples.make.items import Item
from samples.make.points import Points
from samples.make.publicity import Publicity
from samples.make.visits import Visits


class Story(Visits, Points, Publicity):
    """All items, in the order in which they were told."""


def solved(
    story: Story, problem: Item, text: str, closed: dt.date, *, by: str = ""
) -> tuple[Item, Item]:
    """The measure, feedback and revisit that settle a problem closed on a day, all in time."""
    measure = story.measure(problem, text, closed, by=by, done=closed)
    answered = later(closed, 1)
    revisited = later(answered, 3)
    return measure, story.feedback(problem, answered, revisited=revisited)


def settled_on(closed: dt.date) -> dt.date:
    """The day on which ``solved`` strikes a problem off."""
    return later(closed, 4)
