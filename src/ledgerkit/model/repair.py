"""A repair: an entry that was read as something other than what stands there, with certainty."""

from __future__ import annotations

from dataclasses import dataclass

from ledgerkit.model.place import Place


@dataclass(frozen=True, slots=True)
class Repair:
    """One cell that was put in order (已自动规范): nobody has to do anything about it.

    ``before`` is the entry as the person sees it, ``after`` what it was read as. Entries that only
    say that there is nothing (无, —) are no repairs: listing them would bury the others.
    """

    place: Place
    column: str
    before: str
    after: str

    def __reduce__(self) -> tuple[type[Repair], tuple[Place, str, str, str]]:
        """Without this a file of many repairs takes long to come back from its worker."""
        return Repair, (self.place, self.column, self.before, self.after)
