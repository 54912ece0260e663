"""The rules of `ivr audit`, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ivr.check import Check


@cache
def audits() -> tuple[Check, ...]:
    """Give every rule that holds a flow against its documents, by code."""
    found: dict[str, Check] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        members = vars(importlib.import_module(f"{__name__}.{module}")).values()
        own = [member for member in members if isinstance(member, Check)]
        if len(own) != 1 or own[0].name != module.replace("_", "-") or own[0].code in found:
            message = f"ivr/audits/{module}.py must define exactly one rule, named after the file, with a free code"
            raise TypeError(message)
        found[own[0].code] = own[0]
    return tuple(sorted(found.values(), key=lambda rule: rule.code))
