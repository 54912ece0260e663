"""The ways of writing results down, one file each; the folder is read in name order, and no list names them."""

from __future__ import annotations

from functools import cache

from ivr.folder import names, only
from ivr.result import ResultWriter


@cache
def formats() -> tuple[str, ...]:
    """Give the names of all formats, without importing what writes them."""
    return names(__path__)


@cache
def writer(name: str) -> ResultWriter:
    """Give what writes a format; raises TypeError for a file that does not define just one."""
    return only(__name__, name, ResultWriter, "writer of results")


@cache
def writers() -> dict[str, ResultWriter]:
    """Give every one by the name of its format; raises TypeError as `writer` does."""
    return {name: writer(name) for name in formats()}
