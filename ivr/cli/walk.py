"""`ivr walk`: go through a call as the caller."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from ivr.cli.clock import day_of, moment_of
from ivr.cli.reading import STDIN, callable_or_exit, stop
from ivr.cli.written import replay as replay_call
from ivr.cli.written import written
from ivr.printable import printable
from ivr.session import Session, line_called
from ivr.walk.plain import walk_lines
from ivr.walk.script import ScriptError, play
from ivr.walk.written import Written, name_of

if TYPE_CHECKING:
    from ivr.flow import Flow

_SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("--line", metavar="NUMBER", help="The line to dial; the first one if left out.")
@click.option("--at", metavar="WHEN", help='When: "Sun 03:00", "2026-12-25 10:00", "10:30"; now if left out.')
@click.option("--language", metavar="TAG", help="The language in which the call begins.")
@click.option("--keys", metavar="STEPS", help='Walk without asking: "1,wait,say refills,found,9,hangup".')
@click.option("--replay", metavar="CALL", help="Replay a call that is written down, then go on by hand.")
@click.option("--until", type=click.IntRange(0), metavar="N", help="With --replay: take only its first N steps.")
@click.option("--save", metavar="FILE", help="At the end, write the call down as a test: in *.calls.yaml.")
@click.option("--name", metavar="TEXT", help="With --save: what the call shows, in a few words.")
@click.option("--plain", is_flag=True, help="Walk over plain lines, also in a terminal.")
@click.option("--today", metavar="DATE", help="The day from which --at counts; today if left out.")
def walk(
    flow: str,
    line: str | None,
    at: str | None,
    language: str | None,
    keys: str | None,
    today: str | None,
    replay: str | None,
    until: int | None,
    save: str | None,
    name: str | None,
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
    _refuse_idle(replay=replay, until=until, save=save, name=name, dialled=line or at or language)
    paper = written(read, flow, day, save)
    session, notice = (
        _replayed(read, replay, day, until) if replay is not None else (_dialled(read, line, at, day, language), "")
    )
    if keys is not None:
        _play(session, keys, notice)
    elif plain or flow == STDIN or not _is_screen():
        _on_lines(session, day, paper, notice)
    else:
        _on_screen(session, day, paper, notice)
    if save:
        _save(session, paper, name)


def _refuse_idle(
    *, replay: str | None, until: int | None, save: str | None, name: str | None, dialled: str | None
) -> None:
    """Raise click.UsageError for options that nothing would come of, besides another one."""
    message = ""
    if until is not None and replay is None:
        message = "--until goes with --replay, and says how far."
    elif name is not None and save is None:
        message = "--name goes with --save, and names what is saved."
    elif replay is not None and dialled:
        message = "--replay dials as the call says: at its time, on its line, in its language."
    if message:
        raise click.UsageError(message)


def _dialled(flow: Flow, line: str | None, at: str | None, day: date, language: str | None) -> Session:
    try:
        return Session(flow, line_called(flow, line), moment_of(flow, at, day), language)
    except ValueError as error:
        stop(printable(str(error)))


def _replayed(flow: Flow, name: str, day: date, until: int | None) -> tuple[Session, str]:
    try:
        return replay_call(flow, name, day, until)
    except ValueError as error:
        stop(printable(str(error)))


def _save(session: Session, paper: Written, name: str | None) -> None:
    """Write the call down at the end of the walk; one in which nothing happened shows nothing."""
    if len(session.moments) == 1:
        click.echo("Nothing happened in the call, so it is not saved.", err=True)
        return
    try:
        click.echo(printable(paper.save(session, (name or "").strip() or name_of(session))), err=True)
    except ValueError as error:
        stop(printable(str(error)))


def _is_screen() -> bool:
    """Whether a person sits at a terminal that can move its cursor; streams that were closed are none."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _on_lines(session: Session, day: date, paper: Written, notice: str) -> None:
    if notice:
        click.echo(printable(notice), err=True)
    try:
        walk_lines(session, _lines(), click.echo, lambda text: moment_of(session.flow, text, day), paper)
    except KeyboardInterrupt:
        click.echo()


def _on_screen(session: Session, day: date, paper: Written, notice: str) -> None:
    from ivr.walk.screen import walk_on_screen  # noqa: PLC0415 -- prompt-toolkit is slow to import

    fault, ended_by = "", 0
    try:
        ended_by = walk_on_screen(session, lambda text: moment_of(session.flow, text, day), paper, notice)
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


def _play(session: Session, keys: str, wrong: str) -> None:
    try:
        if not wrong:
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
