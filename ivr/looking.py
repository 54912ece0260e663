"""The state of a file or folder outside of a flow: by that it is told whether it has changed since last time."""

from __future__ import annotations

import os
import stat


def shown_names(folder: str) -> list[str]:
    """Name what stands in a folder, sorted, without what is hidden; raises OSError.

    What is hidden belongs to programs: were it looked at, what a program remembers of a folder would change it.
    """
    return sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208 -- as below


def state_of(path: str) -> str:
    """Give a word that is another one when a file is changed, moved or deleted, or a folder's list of names changes."""
    try:
        status = os.stat(path)  # noqa: PTH116 -- called for every file of every flow: a Path would take twice as long
        if stat.S_ISDIR(status.st_mode):
            return "\n".join(shown_names(path))
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
