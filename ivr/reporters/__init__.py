"""The reporters, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ivr.reporter import Reporter


@cache
def formats() -> tuple[str, ...]:
    """Give the names of all formats, without importing what writes them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def reporter(name: str) -> Reporter:
    """Give the reporter of a format; raises TypeError for a file that does not define just one."""
    members = vars(importlib.import_module(f"{__name__}.{name}")).values()
    own = [member for member in members if isinstance(member, Reporter)]
    if len(own) != 1 or own[0].name != name:
        message = f"ivr/reporters/{name}.py must define exactly one reporter, named after the file"
        raise TypeError(message)
    return own[0]


@cache
def reporters() -> dict[str, Reporter]:
    """Give every reporter by the name of its format; raises TypeError as `reporter` does."""
    return {name: reporter(name) for name in formats()}
