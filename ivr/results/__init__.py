"""The ways of writing results down, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ivr.result import ResultWriter


@cache
def formats() -> tuple[str, ...]:
    """Give the names of all formats, without importing what writes them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def writer(name: str) -> ResultWriter:
    """Give what writes a format; raises TypeError for a file that does not define just one."""
    members = vars(importlib.import_module(f"{__name__}.{name}")).values()
    own = [member for member in members if isinstance(member, ResultWriter)]
    if len(own) != 1 or own[0].name != name:
        message = f"ivr/results/{name}.py must define exactly one writer of results, named after the file"
        raise TypeError(message)
    return own[0]


@cache
def writers() -> dict[str, ResultWriter]:
    """Give every one by the name of its format; raises TypeError as `writer` does."""
    return {name: writer(name) for name in formats()}
