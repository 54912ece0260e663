"""The reporters, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ivr.reporter import Reporter


@cache
def reporters() -> dict[str, Reporter]:
    """Give every reporter by the name of its format; raises TypeError for a file that does not define just one."""
    found: dict[str, Reporter] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        members = vars(importlib.import_module(f"{__name__}.{module}")).values()
        own = [member for member in members if isinstance(member, Reporter)]
        if len(own) != 1 or own[0].name != module or module in found:
            message = f"ivr/reporters/{module}.py must define exactly one reporter, named after the file"
            raise TypeError(message)
        found[module] = own[0]
    return found
