"""The checks, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ivr.check import Check


@cache
def catalogue() -> tuple[Check, ...]:
    """Give every check, by code; raises TypeError for a file that defines none, two, or a taken code or name."""
    found: dict[str, Check] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        members = vars(importlib.import_module(f"{__name__}.{module}")).values()
        own = [member for member in members if isinstance(member, Check)]
        taken = {name for check in found.values() for name in (check.code, check.name)}
        if len(own) != 1 or own[0].name != module.replace("_", "-") or {own[0].code, own[0].name} & taken:
            message = f"ivr/checks/{module}.py must define exactly one check, named after the file, with a free code"
            raise TypeError(message)
        found[own[0].code] = own[0]
    return tuple(sorted(found.values(), key=lambda rule: rule.code))
