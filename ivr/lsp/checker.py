"""Checking while somebody types: in a thread of its own, a moment after the last key, and only for the newest text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Final

from ivr.check import EVERY
from ivr.checking.choice import Choice, choice_of
from ivr.checking.settings import SettingsError, nearest
from ivr.finding import Finding
from ivr.loader import Loaded
from ivr.lsp.project import Project

DEBOUNCE: Final = 0.25
"""Seconds without a change after which a text is checked; a choice of this project: about the pause between words."""

Publish = Callable[[str, Loaded, tuple[Finding, ...]], None]


class OutdatedError(Exception):
    """The text has changed while it was checked."""


class Checker:
    """Checks what has changed.

    `publish` is called in the event loop with each flow's name, what was read and what was found; `tell` with a
    sentence about settings that cannot be used.
    """

    def __init__(
        self, project: Project, today: Callable[[], date], publish: Publish, tell: Callable[[str], None]
    ) -> None:
        """Begin with nothing to check."""
        self.project = project
        self.today = today
        self.publish = publish
        self.tell = tell
        self._waiting: set[str] = set()
        self._turn = 0
        self._timer: asyncio.TimerHandle | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="checks")

    def ask(self, *files: str, after: float = DEBOUNCE) -> None:
        """Have files checked after so many seconds in which nothing else is asked; ends a check that is under way."""
        self._waiting.update(files)
        self._turn += 1
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(after, self._start)

    def stop(self) -> None:
        """End the check that is under way, and begin no other."""
        self._turn += 1
        if self._timer:
            self._timer.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _start(self) -> None:
        loop = asyncio.get_running_loop()
        loop.run_in_executor(self._thread, self._run, loop, sorted(self._waiting), self._turn)

    def _run(self, loop: asyncio.AbstractEventLoop, files: list[str], turn: int) -> None:
        """Check files, in the thread; what goes wrong there must never end the server."""
        try:
            for file in files:
                for root in self.project.roots(file):
                    loaded = self.project.loaded(root)
                    found = self.found_in(root, loaded, lambda: self._go_on(turn), loop)
                    self._go_on(turn)
                    loop.call_soon_threadsafe(self._finished, turn, root, loaded, found)
                loop.call_soon_threadsafe(self._checked, turn, file)
        except OutdatedError:
            return
        except Exception as error:  # noqa: BLE001 -- whatever it is, the next text may be better
            message = f"The check broke down ({type(error).__name__}: {error}); please report it."
            loop.call_soon_threadsafe(self.tell, message)

    def _go_on(self, turn: int) -> None:
        if turn != self._turn:
            raise OutdatedError

    def _finished(self, turn: int, root: str, loaded: Loaded, found: tuple[Finding, ...]) -> None:
        if turn == self._turn:
            self.publish(root, loaded, found)

    def _checked(self, turn: int, file: str) -> None:
        if turn == self._turn:
            self._waiting.discard(file)

    def found_in(
        self, root: str, loaded: Loaded, pausing: Callable[[], None], loop: asyncio.AbstractEventLoop
    ) -> tuple[Finding, ...]:
        """Give the findings on a flow with its project's settings, or with none where they cannot be used."""
        try:
            choice = choice_of(nearest(Path(root).parent))
        except SettingsError as error:
            loop.call_soon_threadsafe(self.tell, str(error))
            choice = Choice(EVERY)
        return choice.findings_on(loaded, today=self.today(), pausing=pausing)
