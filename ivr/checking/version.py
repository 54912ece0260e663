"""All but the flow on which findings depend: ivr itself, the Python that runs it, what it imports, time zones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.machinery import PathFinder
from pathlib import Path

_IMPORTED = ("yaml", "_yaml", "pydantic", "pydantic_core", "tzdata")
_ZONES = ("tzdata.zi", "+VERSION", "leapseconds", "UTC")
"""Files in a folder of time zones that are written anew whenever any of the zones is."""


@cache
def stamp() -> str:
    """Give a word that is another one whenever the same flow might be judged otherwise."""
    digest = blake2b(digest_size=16)
    for part in (*_sources(), *_surroundings()):
        digest.update(part)
        digest.update(b"\0")
    return digest.hexdigest()


def _sources() -> Iterator[bytes]:
    """Give names and texts of all that ivr is made of; a version's number would not do while it is worked on."""
    top = Path(__file__).resolve().parent.parent
    ahead = [str(top)]
    while ahead:
        with os.scandir(ahead.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir() and entry.name != "__pycache__":
                    ahead.append(entry.path)
                elif entry.name.endswith(".py"):
                    yield entry.name.encode()
                    yield Path(entry.path).read_bytes()


def _surroundings() -> Iterator[bytes]:
    yield sys.version.encode()
    for name in _IMPORTED:
        found = PathFinder.find_spec(name)
        yield _state(found.origin if found and found.origin else "")
    from zoneinfo import TZPATH  # noqa: PLC0415 -- what is cached is asked for seldom enough

    for folder in TZPATH:
        yield from (_state(f"{folder}/{name}") for name in _ZONES)


def _state(path: str) -> bytes:
    try:
        status = os.stat(path)  # noqa: PTH116 -- a path is text here
    except (OSError, ValueError):
        return b""
    return f"{path} {status.st_size} {status.st_mtime_ns}".encode("utf-8", "surrogateescape")
