"""The walk on a whole terminal: one key press is one key of the telephone. What a key does is in `walker`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, UIContent, UIControl, Window
from prompt_toolkit.styles import Attrs, Style

from ivr.session import Session
from ivr.walk.view import view
from ivr.walk.walker import Walker
from ivr.walk.written import Written

ESCAPE_WAIT = 0.05
"""Seconds after which a lone Escape is taken for the key, and not for the beginning of an arrow key."""
SUSPEND = "c-z"
_ENDINGS = ("SIGTERM", "SIGHUP")


def walk_on_screen(
    session: Session, read_moment: Callable[[str], datetime], written: Written | None = None, notice: str = ""
) -> int:
    """Walk on the terminal until the person leaves, and give the terminal back as it was.

    `read_moment` understands a time that a person writes; it raises ValueError for what is none. `notice` is told at
    the beginning. Gives the number of the signal that ended the walk, or 0.
    """
    walker = Walker(session, read_moment, written)
    walker.notice = notice
    screen = _Screen(walker)
    # A terminal that is closed while it is used answers with EOFError or OSError, whichever comes first.
    with contextlib.suppress(EOFError, KeyboardInterrupt, OSError):
        screen.run()
    return screen.ended_by


class _Picture(UIControl):
    """The whole window, drawn by `view`."""

    def __init__(self, walker: Walker, failed: Callable[[BaseException], None]) -> None:
        self._walker = walker
        self._failed = failed

    def is_focusable(self) -> bool:
        """Take the keys."""
        return True

    def create_content(self, width: int, height: int) -> UIContent:
        """Draw the window anew; a fault in here must not leave the terminal in our hands."""
        try:
            rows, cursor = view(self._walker, width, height)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is raised when the terminal is restored
            self._failed(error)
            rows, cursor = [], None
        at = Point(*cursor) if cursor else None
        return UIContent(lambda number: list(rows[number]), len(rows), at, show_cursor=cursor is not None)


class _Screen:
    """A walker, and the terminal on which they are shown."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self.ended_by = 0
        picture = Window(_Picture(walker, self._fail))
        self._application: Application[None] = Application(
            Layout(picture), key_bindings=self._bindings(), style=_style(), full_screen=True
        )
        self._application.ttimeoutlen = ESCAPE_WAIT
        self._application.timeoutlen = ESCAPE_WAIT

    def run(self) -> None:
        """Run until somebody leaves; raises what went wrong, with the terminal restored."""
        self._application.run(pre_run=self._attend, set_exception_handler=False)

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        for key in (Keys.Any, Keys.SIGINT):
            bindings.add(key, eager=True)(self._pressed)
        return bindings

    def _pressed(self, event: KeyPressEvent) -> None:
        for press in event.key_sequence:
            try:
                key = press.key.value if isinstance(press.key, Keys) else press.key
                if key == SUSPEND:
                    self._suspend()
                else:
                    self._walker.press(key, press.data)
            except Exception as error:  # noqa: BLE001 -- see above
                self._fail(error)
        if self._walker.left:
            self._leave()

    def _attend(self) -> None:
        """Be told of signals and of faults while the terminal is ours."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._fail(_error_of(context)))
        for name in _ENDINGS:
            # Windows has neither; a thread that is not the main one may not be told of them.
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                loop.add_signal_handler(number, partial(self._ended, number))

    def _suspend(self) -> None:
        """Stop until a shell goes on with us; without one nobody would, and whoever started us would stop as well."""
        # Windows has no jobs; input that is no terminal of ours, or none at all, gives an error.
        with contextlib.suppress(AttributeError, NotImplementedError, OSError):
            if os.tcgetpgrp(self._application.input.fileno()) == os.getpgrp():
                self._application.suspend_to_background()

    def _ended(self, number: int) -> None:
        self.ended_by = number
        self._leave()

    def _leave(self) -> None:
        self._walker.left = True
        if self._application.is_running and not self._application.is_done:
            self._application.exit()

    def _fail(self, error: BaseException) -> None:
        if self._application.is_running and not self._application.is_done:
            self._application.exit(exception=error)


def _error_of(context: dict[str, Any]) -> BaseException:
    error = context.get("exception")
    return error if isinstance(error, BaseException) else RuntimeError(str(context.get("message")))


def _style() -> Style:
    """Weights alone, no colours: they suit every terminal's own. Older versions know nothing of dim text."""
    return Style([("dim", "dim" if "dim" in Attrs._fields else "")])
