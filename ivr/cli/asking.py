"""The options of `ivr check --fix`; what they ask for is imported only where one of them is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Asked(NamedTuple):
    """What the command line asks for."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    only: bool = False

    def __bool__(self) -> bool:
        """Whether anything is to be fixed, or shown as it would be."""
        return any(self)


_OPTIONS = (
    click.option("--fix", is_flag=True, help="Put right what surely can be, and report the rest."),
    click.option("--unsafe-fixes", is_flag=True, help="Put right also what may have been meant otherwise; look at it."),
    click.option("--diff", is_flag=True, help="Show what fixing would change, and write nothing."),
    click.option("--fix-only", is_flag=True, help="Fix, and report nothing of what is left."),
)


def fix_options(command: _Command) -> _Command:
    """Give a command the options of fixing: `fix`, `unsafe_fixes`, `diff` and `fix_only`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
