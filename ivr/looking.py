"""The state of files and folders outside of a flow: by that it is told whether they have changed since last time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from hashlib import blake2b

THERE, HOLDS, NAMES = "there", "holds", "names"
"""What can be asked of a path: whether it is there, what the file holds, which names the folder has."""


def seen(asked: str, path: str) -> str:
    """Give what is seen of a path, as a word; another one only where a rule that asked this would see another thing.

    No times are looked at, so that a fresh copy of a project is known again.
    """
    try:
        if asked.startswith(NAMES):
            return "\n".join(shown_names(path, endings_of(asked)))
        if asked == HOLDS:
            with open(path, "rb") as file:  # noqa: PTH123 -- called for many files: a Path would take twice as long
                return blake2b(file.read(), digest_size=16).hexdigest()
        return "yes" if os.path.exists(path) else ""  # noqa: PTH110 -- the same
    except (OSError, ValueError):
        return ""


def names_ending(endings: Iterable[str]) -> str:
    """Give the question for the names with certain endings, in lower case, each with its dot; none: for all names."""
    return NAMES + ",".join(sorted(endings))


def endings_of(asked: str) -> tuple[str, ...]:
    """Give the endings that a question for names is about."""
    return tuple(filter(None, asked.removeprefix(NAMES).split(",")))


def shown_names(folder: str, endings: tuple[str, ...] = ()) -> list[str]:
    """Name what stands in a folder, sorted, without what is hidden, with `endings` only such; raises OSError.

    What is hidden belongs to programs: were it looked at, what a program remembers of a folder would change it.
    """
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208 -- the same
    return [name for name in names if name.lower().endswith(endings)] if endings else names


def state_of(path: str) -> str:
    """Give a word that is another one when a file is written, moved or deleted, or a folder's list of names changes."""
    try:
        status = os.stat(path)  # noqa: PTH116 -- the same
        if stat.S_ISDIR(status.st_mode):
            return "\n".join(shown_names(path))
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
