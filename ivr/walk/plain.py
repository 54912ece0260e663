"""The walk over plain lines: for a pipe, a screen reader, or a terminal that can do nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from ivr.effect import LookUp, Question
from ivr.event import Event, Outcome
from ivr.printable import printable
from ivr.walk.script import ScriptError, events_for, items
from ivr.walk.session import Session, line_called

HELP = """\
  1, 12, 123#     press keys              back        undo the last step
  wait            say nothing             restart     dial again
  say WORDS       say something           values      show every value
  hangup          hang up                 at WHEN     set the clock: at Sun 03:00
  found, 2        answer a question       line NUMBER dial another line
  help            show this               quit        stop walking"""


def walk_lines(
    session: Session, lines: Iterable[str], write: Callable[[str], None], read_moment: Callable[[str], datetime]
) -> None:
    """Walk by the commands in `lines`, one a line, writing the transcript as it goes; ends with them or with `quit`.

    `read_moment` understands a time that a person writes; it raises ValueError for what is none.
    """

    def tell(text: str) -> None:
        for part in text.split("\n"):
            write(printable(part))

    _walk(session, lines, tell, read_moment)


def _walk(
    session: Session, lines: Iterable[str], write: Callable[[str], None], read_moment: Callable[[str], datetime]
) -> None:
    _show(session, 0, write)
    for line in lines:
        for command in items(line):
            if command == "quit":
                return
            seen = len(session.moments)
            _command(session, command, write, read_moment)
            if len(session.moments) > seen:
                _show(session, seen, write)


def _show(session: Session, since: int, write: Callable[[str], None]) -> None:
    for line in session.lines(since):
        write(line)
    if session.call.ended:
        write(session.closing())
    elif session.question:
        write(f"       {_choice(session.question)}")


def _choice(question: Question) -> str:
    """Name the answers with their numbers, and the values that they may bring."""
    answers = "  ".join(f"{number}) {answer}" for number, answer in enumerate(question.answers, 1))
    gives = question.gives if isinstance(question, LookUp) else ()
    return answers + (f"  (may bring values: {' '.join(f'{name}=…' for name in gives)})" if gives else "")


def _command(
    session: Session, command: str, write: Callable[[str], None], read_moment: Callable[[str], datetime]
) -> None:
    word, _, rest = command.partition(" ")
    try:
        if word in {"help", "?"}:
            write(HELP)
        elif word == "values":
            write(_values(session))
        elif word == "back" and (session.question is None or "back" not in session.question.answers):
            write("Nothing to undo." if not session.step_back() else f"Back at [{session.call.node}].")
        elif word == "restart":
            session.restart()
            _show(session, 0, write)
        elif word == "line" and rest:
            session.start(line_called(session.flow, rest), session.dialled_at)
            _show(session, 0, write)
        elif word == "at" and rest:
            session.set_clock(read_moment(rest))
        elif session.call.ended:
            write("The call is over: `restart` to dial again, `back` to undo, `quit` to stop.")
        else:
            for event in _events(command, session.question):
                session.feed(event)
    except (ScriptError, ValueError) as error:
        write(f"{error}")


def _events(command: str, question: Question | None) -> list[Event]:
    """Give what a command stands for; where a question is asked, the number of an answer answers it."""
    number = int(command) - 1 if question and command.isascii() and command.isdecimal() else -1
    if question and 0 <= number < len(question.answers):
        return [Outcome(question.answers[number])]
    return events_for(command, question)


def _values(session: Session) -> str:
    values = session.call.values
    return "\n".join(f"  {name} = {value}" for name, value in values) if values else "  no values are set"
