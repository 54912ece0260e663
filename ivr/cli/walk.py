"""`ivr walk`: go through a call as the caller."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, datetime

import click

from ivr.cli.reading import STDIN, flow_or_exit, stop
from ivr.flow import Flow
from ivr.schedule import ScheduleError, parse_moment
from ivr.walk.plain import walk_lines
from ivr.walk.script import ScriptError, play
from ivr.walk.session import Session


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
    read = flow_or_exit(flow)
    day = _day(today)
    number = _line(read, line)
    if language and language not in read.languages:
        stop(f"the flow does not speak '{language}'; it speaks {', '.join(read.languages)}")
    try:
        session = Session(read, number, _moment(read, at, day), language)
    except ValueError as error:
        stop(str(error))
    if keys is not None:
        _play(session, keys)
    elif plain or flow == STDIN or not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        walk_lines(session, _lines(), click.echo, lambda text: _moment(read, text, day))
    else:
        _on_screen(session, day)


def _on_screen(session: Session, day: date) -> None:
    from ivr.walk.screen import walk_on_screen  # noqa: PLC0415 -- prompt-toolkit is slow to import

    walk_on_screen(session, lambda text: _moment(session.flow, text, day))
    click.echo("\n".join([*session.lines(), session.closing()]))


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
    """Give the lines of standard input, whatever bytes they hold."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").strip()


def _day(today: str | None) -> date:
    if today is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(today)
    except ValueError:
        stop(f"'{today}' is not a date; write one as in 2026-03-02")


def _line(flow: Flow, wanted: str | None) -> str:
    """Give the line that was asked for, however it is written, or the first."""
    if wanted is None:
        return next(iter(flow.lines))
    digits = _digits(wanted)
    for number, line in flow.lines.items():
        if wanted in {number, line.name} or (digits and digits == _digits(number)):
            return number
    stop(f"the flow has no line '{wanted}'; it has {', '.join(flow.lines)}")


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit()).removeprefix("1")


def _moment(flow: Flow, at: str | None, day: date) -> datetime:
    """Understand a time; raises ValueError (and for `--at`, stops) where it is none."""
    if at is None:
        return datetime.now(flow.timezone)
    closed = lambda when: any(schedule.is_closed_day(when) for schedule in flow.hours.values())  # noqa: E731 -- short
    try:
        return parse_moment(at, flow.timezone, day, closed)
    except ScheduleError as error:
        raise ValueError(str(error)) from error
