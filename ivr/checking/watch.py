"""Waiting until files change, by looking at them now and then: no dependency, and the same on every system."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator

from ivr.looking import state_of

SECONDS = 0.5


def changes(paths: Callable[[], Iterable[str]], pause: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Give a turn at once, and one more whenever a file or folder that `paths` names after a turn is another one."""
    while True:
        before = {path: state_of(path) for path in paths()}
        yield
        before |= {path: state_of(path) for path in paths() if path not in before}
        while all(state_of(path) == state for path, state in before.items()):
            pause(SECONDS)


def folders_below(folder: str) -> Iterator[str]:
    """Give a folder and all below it, but for hidden ones: in each of them a flow may come or go."""
    for here, folders, _ in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield here
