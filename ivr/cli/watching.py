"""`ivr check --watch`: check again whenever something changes, until somebody presses Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import click

from ivr.checking.settings import OWN_FILE, SHARED_FILE, SettingsError
from ivr.checking.watch import changes, folders_below
from ivr.cli.checking import Checking
from ivr.cli.reading import STDIN, is_folder

_CLEAR = "\033[2J\033[3J\033[H"


def watch(checking: Checking, once: Callable[[], object]) -> NoReturn:
    """Run `once` at the beginning and after each change; Ctrl-C ends the program quietly."""
    wanted = checking.wanted
    if STDIN in wanted.flows or wanted.add_ignore or wanted.write_baseline:
        message = "--watch checks files again and again, and writes none; leave the other option, or -, out."
        raise click.UsageError(message)
    try:
        for _ in changes(lambda: _watched(checking)):
            _begin()
            _run(checking, once)
            click.echo("Waiting for changes; Ctrl-C ends this.", err=True)
    except KeyboardInterrupt:
        click.echo(err=True)
    sys.exit(0)


def _run(checking: Checking, once: Callable[[], object]) -> None:
    """Check once; what cannot be used may be mended in a moment."""
    try:
        checking.renew()
        checking.seen.clear()
        once()
    except SettingsError as error:
        click.echo(str(error), err=True)
    except SystemExit:
        pass
    sys.stdout.flush()


def _begin() -> None:
    """Clear the screen, where there is one."""
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        sys.stdout.write(_CLEAR)


def _watched(checking: Checking) -> Iterator[str]:
    """Name every file and folder on which the report depends: flows, what they include, settings, the baseline."""
    for name in checking.wanted.flows:
        yield from folders_below(name) if is_folder(name) else (name,)
        for above in (Path(name).absolute(), *Path(name).absolute().parents):
            yield from (str(above / file) for file in (OWN_FILE, SHARED_FILE))
    yield from checking.seen
    yield from (file for file in (checking.wanted.config, checking.wanted.baseline) if file)
