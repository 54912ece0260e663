"""The reporters, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

from functools import cache

from ivr.folder import names, only
from ivr.reporter import Reporter


@cache
def formats() -> tuple[str, ...]:
    """Give the names of all formats, without importing what writes them."""
    return names(__path__)


@cache
def reporter(name: str) -> Reporter:
    """Give the reporter of a format; raises TypeError for a file that does not define just one."""
    return only(__name__, name, Reporter, "reporter")


@cache
def reporters() -> dict[str, Reporter]:
    """Give every reporter by the name of its format; raises TypeError as `reporter` does."""
    return {name: reporter(name) for name in formats()}
