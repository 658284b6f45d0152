"""What the modules of a package declare, found without a list, and refused where two clash."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

from ledgerkit.model.table import DeclarationError


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of a package, by name."""
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}")


def refuse_twice(what: str, claims: list[str]) -> None:
    """DeclarationError where two declarations claim the same place."""
    twice = [claim for claim, times in Counter(claims).items() if times > 1]
    if twice:
        raise DeclarationError(f"{what}重复: {'、'.join(twice)}")
