"""What stands beside a flow: recordings, documents, drawings. The only way by which a rule looks at the disk.

Every look is remembered with the flow, so that what was found is not taken for granted when such a file has changed,
has come, or is gone, although the flow itself has not changed.
"""

from __future__ import annotations

import os
from typing import TypeAlias

from ivr.flow import Flow
from ivr.looking import shown_names, state_of

Looks: TypeAlias = "dict[str, str]"
"""What was looked at, by path, with its state at that time; see `state_of`."""
_KEY = "looked at"


def is_there(flow: Flow, path: str) -> bool:
    """Whether there is such a file, or folder."""
    _note(flow, path)
    return os.path.exists(path)  # noqa: PTH110 -- a path is text here, as in the places of findings


def content(flow: Flow, path: str) -> bytes | None:
    """Give what a file holds, or None where it cannot be read."""
    _note(flow, path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- as above
            return file.read()
    except (OSError, ValueError):
        return None


def names_in(flow: Flow, folder: str) -> tuple[str, ...]:
    """Give the names of what stands in a folder, sorted, but for hidden ones; none where it cannot be read."""
    _note(flow, folder)
    try:
        return tuple(shown_names(folder))
    except (OSError, ValueError):
        return ()


def looks(flow: Flow) -> Looks:
    """Give all that was looked at so far."""
    noted: Looks = flow.memo.setdefault(_KEY, {})
    return noted


def _note(flow: Flow, path: str) -> None:
    looks(flow).setdefault(path, state_of(path))
