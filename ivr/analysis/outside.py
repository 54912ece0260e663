"""What stands beside a flow: recordings, documents, drawings. The only way by which a rule looks at the disk.

Every look is remembered with the flow, so that what was found is not taken for granted when such a file has changed,
has come, or is gone, although the flow itself has not changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeAlias

from ivr.flow import Flow
from ivr.looking import HOLDS, THERE, endings_of, names_ending, seen, shown_names

Looks: TypeAlias = "dict[str, str]"
"""What was asked, `there path` or the like, with what was seen; see `ivr.looking`."""
_KEY = "looked at"


def is_there(flow: Flow, path: str) -> bool:
    """Whether there is such a file, or folder."""
    _note(flow, THERE, path)
    return os.path.exists(path)  # noqa: PTH110 -- a path is text here, as in the places of findings


def content(flow: Flow, path: str) -> bytes | None:
    """Give what a file holds, or None where it cannot be read."""
    _note(flow, HOLDS, path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- as above
            return file.read()
    except (OSError, ValueError):
        return None


def names_in(flow: Flow, folder: str, endings: Iterable[str] = ()) -> tuple[str, ...]:
    """Give the names of what stands in a folder, sorted, but for hidden ones; none where it cannot be read.

    Who names the `endings` that matter (`.wav`) is not told of others, and the flow is not checked anew for them.
    """
    asked = names_ending(endings)
    _note(flow, asked, folder)
    try:
        return tuple(shown_names(folder, endings_of(asked)))
    except (OSError, ValueError):
        return ()


def looks(flow: Flow) -> Looks:
    """Give all that was looked at so far."""
    noted: Looks = flow.memo.setdefault(_KEY, {})
    return noted


def _note(flow: Flow, asked: str, path: str) -> None:
    key = f"{asked} {path}"
    if key not in looks(flow):
        looks(flow)[key] = seen(asked, path)
