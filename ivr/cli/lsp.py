"""`ivr lsp`: the language server, for editors."""

from __future__ import annotations

import gc
import logging
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import click

from ivr.cli.clock import day_of
from ivr.cli.reading import stop


@click.command()
@click.option("--today", metavar="DATE", help="Check as on this day, as in 2026-03-02; else as on the present one.")
@click.option("--stdio", is_flag=True, hidden=True, help="What editors say; there is no other way.")
def lsp(today: str | None, stdio: bool) -> None:  # noqa: ARG001 -- see its help
    """Serve an editor over standard input and output: findings as you type, completion, renaming, and more.

    It speaks the Language Server Protocol, and is started by the editor; the README says how.
    """
    if find_spec("pygls") is None:
        stop("the language server needs the package 'pygls'; install it with: pip install 'pygls>=2.0,<3'")
    if sys.stdin is None or sys.stdout is None:
        stop("the language server speaks over standard input and output, and one of them is closed")
    from ivr.lsp.server import serve  # noqa: PLC0415 -- it needs pygls, which may not be there

    day_of(today)
    gc.set_threshold(700, 10, 10)  # unlike other commands it runs all day
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it logs what it also answers, with tracebacks
    sys.exit(serve(_version(), lambda: day_of(today)))


def _version() -> str:
    try:
        return version("ivr")
    except PackageNotFoundError:
        return ""
