"""The walk over plain lines: for a pipe, a screen reader, or a terminal that can do nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from types import MappingProxyType
from typing import Final

from ivr.effect import LookUp, Question
from ivr.event import Event, Outcome
from ivr.printable import printable
from ivr.session import Session, line_called
from ivr.walk.script import ScriptError, events_for, items

HELP = """\
     1, 12, 123#    press keys             b  back         undo the last step
  w  wait           say nothing            r  restart      dial again
  s  say WORDS      say something          v  values       show every value
  h  hangup         hang up                t  at WHEN      set the clock: at Sun 03:00
     found, 2       answer a question      l  line NUMBER  dial another line
  ?  help           show this              q  quit         stop walking"""
LETTERS: Final = MappingProxyType(
    {
        "w": "wait",
        "s": "say",
        "h": "hangup",
        "b": "back",
        "r": "restart",
        "v": "values",
        "t": "at",
        "l": "line",
        "q": "quit",
        "?": "help",
    }
)
"""What the letters of the full screen are called here."""
_WITH_MORE = frozenset({"say", "at", "line"})
"""Commands behind which something stands."""


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
        for item in items(line):
            command = _named(item, session.question)
            if command == "quit" and not _answers(command, session.question):
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


def _named(command: str, question: Question | None) -> str:
    """Give a command by its whole name where it is one letter; an answer to the question at hand stays what it is."""
    word, _, rest = command.partition(" ")
    name = LETTERS.get(word.lower(), "")
    if not name or _answers(word, question) or (rest and name not in _WITH_MORE):
        return command
    return f"{name} {rest}".strip()


def _answers(word: str, question: Question | None) -> bool:
    return question is not None and word in question.answers


def _command(
    session: Session, command: str, write: Callable[[str], None], read_moment: Callable[[str], datetime]
) -> None:
    try:
        if _answers(command.partition(" ")[0], session.question) or not _is_done(session, command, write, read_moment):
            _happen(session, command, write)
    except ScriptError as error:
        write(f"{error}; `help` shows every command")
    except ValueError as error:
        write(f"{error}")


def _is_done(
    session: Session, command: str, write: Callable[[str], None], read_moment: Callable[[str], datetime]
) -> bool:
    """Do what changes the walk, and not the call that is walked; False where a command does no such thing."""
    word, _, rest = command.partition(" ")
    if word == "help":
        write(HELP)
    elif word == "values":
        write(_values(session))
    elif word == "back":
        write("Nothing to undo." if not session.step_back() else f"Back at [{session.call.node}].")
    elif word == "restart":
        session.restart()
        _show(session, 0, write)
    elif word == "line" and rest:
        session.start(line_called(session.flow, rest), session.dialled_at)
        _show(session, 0, write)
    elif word == "line":
        write("\n".join(f"  line {number}  {line.name}".rstrip() for number, line in session.flow.lines.items()))
    elif word == "at":
        session.set_clock(read_moment(rest))
    else:
        return False
    return True


def _happen(session: Session, command: str, write: Callable[[str], None]) -> None:
    """Let something happen to the call."""
    if session.call.ended:
        write("The call is over: `restart` to dial again, `back` to undo, `quit` to stop, `help` for more.")
        return
    for event in _events(command, session.question):
        session.feed(event)


def _events(command: str, question: Question | None) -> list[Event]:
    """Give what a command stands for; where a question is asked, the number of an answer answers it."""
    number = int(command) - 1 if question and command.isascii() and command.isdecimal() else -1
    if question and 0 <= number < len(question.answers):
        return [Outcome(question.answers[number])]
    return events_for(command, question)


def _values(session: Session) -> str:
    values = session.call.values
    return "\n".join(f"  {name} = {value}" for name, value in values) if values else "  no values are set"
