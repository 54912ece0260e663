"""The option `--format` of the commands that a server runs: there it is chosen by where they run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def format_option(formats: Iterable[str], words: str) -> Callable[[_Command], _Command]:
    """Give the option, as `format_`; `words` says for whom the formats are."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(list(formats)),
        default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
        show_default="text; in a GitHub Action, github",
        help=words,
    )
