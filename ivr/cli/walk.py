"""`ivr walk`: go through a call as the caller."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from datetime import date

import click

from ivr.cli.clock import day_of, moment_of
from ivr.cli.reading import STDIN, callable_or_exit, stop
from ivr.printable import printable
from ivr.session import Session, line_called
from ivr.walk.plain import walk_lines
from ivr.walk.script import ScriptError, play

_SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("--line", metavar="NUMBER", help="The line to dial; the first one if left out.")
@click.option("--at", metavar="WHEN", help='When: "Sun 03:00", "2026-12-25 10:00", "10:30"; now if left out.')
@click.option("--language", metavar="TAG", help="The language in which the call begins.")
@click.option("--keys", metavar="STEPS", help='Walk without asking: "1,wait,say refills,found,9,hangup".')
@click.option("--plain", is_flag=True, help="Walk over plain lines, also in a terminal.")
@click.option("--today", metavar="DATE", help="The day from which --at counts; today if left out.")
def walk(
    flow: str,
    line: str | None,
    at: str | None,
    language: str | None,
    keys: str | None,
    today: str | None,
    *,
    plain: bool,
) -> None:
    """Walk through a call, as the caller.

    In a terminal one key press is one key of the telephone; `?` shows what else can be done. Elsewhere, or with
    --plain, it reads commands from standard input, one a line. The transcript goes to standard output.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a flow may hold what the terminal cannot show
    read = callable_or_exit(flow)
    day = day_of(today)
    if language and language not in read.languages:
        stop(printable(f"the flow does not speak '{language}'; it speaks {', '.join(read.languages)}"))
    try:
        number = line_called(read, line)
        session = Session(read, number, moment_of(read, at, day), language)
    except ValueError as error:
        stop(printable(str(error)))
    if keys is not None:
        _play(session, keys)
    elif plain or flow == STDIN or not _is_screen():
        _on_lines(session, day)
    else:
        _on_screen(session, day)


def _is_screen() -> bool:
    """Whether a person sits at a terminal that can move its cursor; streams that were closed are none."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _on_lines(session: Session, day: date) -> None:
    try:
        walk_lines(session, _lines(), click.echo, lambda text: moment_of(session.flow, text, day))
    except KeyboardInterrupt:
        click.echo()


def _on_screen(session: Session, day: date) -> None:
    from ivr.walk.screen import walk_on_screen  # noqa: PLC0415 -- prompt-toolkit is slow to import

    fault, ended_by = "", 0
    try:
        ended_by = walk_on_screen(session, lambda text: moment_of(session.flow, text, day))
    except Exception as error:  # noqa: BLE001 -- whatever it is, what was walked so far is still written
        fault = f"the walk stopped by a fault of this program: {error!r}"
    with _if_anyone_reads():
        click.echo("\n".join(session.transcript()))
    if fault:
        stop(printable(fault))
    if ended_by:
        sys.exit(_SIGNALLED + ended_by)


@contextlib.contextmanager
def _if_anyone_reads() -> Iterator[None]:
    """Write to a terminal that may have been closed in the meantime."""
    try:
        yield
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _play(session: Session, keys: str) -> None:
    wrong = ""
    try:
        play(session, keys)
    except ScriptError as error:
        wrong = str(error)
    click.echo("\n".join([*session.lines(), session.closing()]))
    if wrong:
        stop(wrong)


def _lines() -> Iterator[str]:
    """Give the lines of standard input, whatever bytes they hold; a person is asked for each.

    They are asked where they see it: the transcript may go to a file.
    """
    if sys.stdin is None:
        return
    asks = sys.stdin.isatty()
    aside = sys.stdout is None or not sys.stdout.isatty()
    try:
        while True:
            if asks:
                click.echo("> ", nl=False, err=aside)
            line = sys.stdin.buffer.readline()
            if not line:
                break
            yield line.decode("utf-8", "replace").strip()
    except OSError as error:
        stop(f"standard input cannot be read: {error.strerror}")
    if asks:
        click.echo(err=aside)
