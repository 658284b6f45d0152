"""What the modules of a package declare, found without a list, and refused where two clash."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from types import ModuleType
from typing import Any

from ledgerkit.model.table import DeclarationError


def declared(package: ModuleType, name: str) -> list[Any]:
    """What the modules of a package declare under a name."""
    modules = (
        importlib.import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
    )
    return [getattr(module, name) for module in modules if hasattr(module, name)]


def refuse_twice(what: str, claims: list[str]) -> None:
    """DeclarationError where two declarations claim the same place."""
    twice = [claim for claim, times in Counter(claims).items() if times > 1]
    if twice:
        raise DeclarationError(f"{what}重复: {'、'.join(twice)}")
