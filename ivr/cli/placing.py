"""Where commands write files, and what they say where they cannot."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ivr.cli.reading import stop
from ivr.writing import write_files


def write_or_exit(files: dict[Path, bytes], asked: Path, flow: str) -> None:
    """Write all files or none; stop with one line where `asked`, which was to be written of a flow, cannot be."""
    try:
        for one in files:
            stop_where_taken(one, flow)
        write_files(files)
    except OSError as error:
        stop(f"'{asked}' cannot be written: {error.strerror or error}")


def stop_where_taken(path: Path, flow: str) -> None:
    """Stop before anything is drawn where it could not be written, or would take the place of the flow."""
    try:
        if path.is_dir():
            stop(f"'{path}' cannot be written: it is a folder")
        if not path.parent.is_dir():
            stop(f"'{path}' cannot be written: there is no folder '{path.parent}'")
        if path.exists() and Path(flow).exists() and path.samefile(flow):
            stop(f"'{path}' cannot be written: it is the flow itself")
    except (OSError, ValueError) as error:
        stop(f"'{path}' cannot be written: {getattr(error, 'strerror', None) or error}")


def put_report(report: str, output_file: str | None) -> None:
    """Print a report, or write it into a file; stop with one line where it cannot be written."""
    if not output_file:
        click.echo(report, nl=False)
        return
    try:
        write_files({Path(output_file): report.encode("utf-8", "backslashreplace")})
    except OSError as error:
        stop(f"'{output_file}' cannot be written: {error.strerror}")


def colour_wanted() -> bool:
    """Whether colours are wanted on standard output; see no-color.org."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout is not None and sys.stdout.isatty() and not plain
